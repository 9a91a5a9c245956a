// Lines with more points than their plot has pixels, which cost a browser without a graphics card most to paint: a
// stroke of any width is outlined point by point, one that is a pixel wide is not, and the ground under it
// is filled up to each point. So such a line is a pixel wide, and the ground under it follows the mean of
// some points. Zoomed in, it is painted as any other.

/** So many points of the line are one of the ground's. */
const GROUP = 8;

/** Sets ECharts' view of a line to do so. */
export function paintDense(LineView) {
  const { render } = LineView.prototype;
  LineView.prototype.render = function renderDense(series, ...rest) {
    render.call(this, series, ...rest);
    // x, y, x, y, …
    const points = this._points;
    const { width } = series.coordinateSystem.getArea();
    if (!points || points.length / 2 <= width) return;
    this._polyline.setStyle("lineWidth", 1);
    this._polygon?.setShape({
      points: means(points),
      stackedOnPoints: means(this._stackedOnPoints),
    });
  };
}

/** The mean of each group of points, of those that there are. */
function means(points) {
  const found = new Float32Array(2 * Math.ceil(points.length / 2 / GROUP));
  for (let group = 0; group < found.length / 2; group += 1) {
    const from = group * GROUP;
    const to = Math.min(from + GROUP, points.length / 2);
    let [x, y, count] = [0, 0, 0];
    for (let point = from; point < to; point += 1) {
      const [px, py] = [points[2 * point], points[2 * point + 1]];
      if (Number.isNaN(px) || Number.isNaN(py)) continue;
      [x, y, count] = [x + px, y + py, count + 1];
    }
    found.set([x / count, y / count], 2 * group);
  }
  return found;
}
