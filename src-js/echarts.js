// The parts of ECharts that Hindcast's charts use, as one script that sets the global `echarts`
// which the crate charming calls. `cargo xtask` bundles it; a part that is missing here shows as a
// console warning of ECharts, which fails the browser tests.
import {
  connect,
  disconnect,
  dispose,
  getInstanceByDom,
  init as initChart,
  registerTheme,
  use,
} from "echarts/core";
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  ToolboxComponent,
  TooltipComponent,
} from "echarts/components";
import { LabelLayout, UniversalTransition } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  DatasetComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  ToolboxComponent,
  TooltipComponent,
  LabelLayout,
  UniversalTransition,
  CanvasRenderer,
]);

export { connect, disconnect, dispose, getInstanceByDom, initChart as init, registerTheme };
