// A series that knows every point and paints none but the one that is pointed at: what the tooltip and
// the axes read where a line has more points than the screen has pixels, and another series paints the
// few that can be seen (see src/app/charts/long_lines.rs). A line of ECharts' own that is merely
// invisible would still be laid out, point by point.
import { extendChartView, extendSeriesModel, graphic, helper } from "echarts/core";

extendSeriesModel({
  type: "series.told",
  dependencies: ["grid"],
  defaultOption: { coordinateSystem: "cartesian2d", z: 3, symbolSize: 6, legendHoverLink: false },
  getInitialData() {
    return helper.createList(this);
  },
});

extendChartView({
  type: "told",

  init() {
    this.dot = new graphic.Circle({ silent: true, ignore: true, z2: 10 });
    this.group.add(this.dot);
  },

  render(series) {
    this.dot.ignore = true;
    this.dot.z = series.get("z");
    this.dot.setShape("r", series.get("symbolSize") / 2);
  },

  highlight(series, _model, _api, { dataIndex, dataIndexInside }) {
    const data = series.getData();
    // Inside what the zoom window leaves.
    const inside = dataIndexInside ?? data.indexOfRawIndex(dataIndex);
    if (!(inside >= 0)) return;
    const place = ["x", "y"].map((axis) => data.get(data.mapDimension(axis), inside));
    const [cx, cy] = series.coordinateSystem.dataToPoint(place);
    this.dot.setShape({ cx, cy });
    this.dot.setStyle("fill", data.getVisual("style").fill);
    this.dot.ignore = !Number.isFinite(cy);
    this.dot.dirty();
  },

  downplay() {
    this.dot.ignore = true;
    this.dot.dirty();
  },

  // ECharts removes the group itself, but asks for this.
  dispose() {},
});
