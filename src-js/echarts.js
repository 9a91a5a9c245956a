// The parts of ECharts that Hindcast's charts use, as one script that sets the global `echarts`
// which the crate charming calls. `cargo xtask` bundles it. A chart that uses a part which is missing
// here makes ECharts log an error in development builds, and that fails the browser tests.
import {
  ChartView,
  dispose,
  getInstanceByDom,
  init as initChart,
  registerTheme,
  use,
} from "echarts/core";
import { LineChart, ScatterChart } from "echarts/charts";
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
// The second one draws charts that are saved as SVG; nothing on the page.
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { paintApart } from "./apart.js";
import { paintDense } from "./dense.js";
import { measureWithoutSearch } from "./fonts.js";
import "./told.js";

use([
  LineChart,
  ScatterChart,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
  SVGRenderer,
]);

paintDense(ChartView.getClass("line"));
measureWithoutSearch();

/** A chart; on the page where it has a holder. */
function init(holder, theme, options) {
  const chart = initChart(holder, theme, options);
  if (holder) paintApart(chart.getZr());
  return chart;
}

/** The first and the last category that a chart's axis shows now; nothing before it is laid out. */
function shownCategories(chart) {
  const scale = chart.getModel()?.getComponent("xAxis")?.axis?.scale;
  if (scale?.type !== "ordinal") return [];
  const { categories } = scale.getOrdinalMeta();
  return scale.getExtent().map((row) => categories[row]);
}

export { dispose, getInstanceByDom, init, registerTheme, shownCategories };
