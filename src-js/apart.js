// Lays a chart out in one frame and paints it in the next. ECharts does both in one task, which is a long one
// where lines have many points; between the two the page can answer. Until then the screen shows what was painted
// before.

/** Sets a renderer (zrender's, of a chart on the page) to do so. What is asked for outside of frames is done at once. */
export function paintApart(renderer) {
  const { animation } = renderer;
  const paint = animation.stage.update;
  const [paintNow, update] = [renderer.flush, animation.update];
  let [inFrame, laidOut] = [false, false];
  // Within a frame ECharts asks for this when it has laid out anew.
  renderer.flush = () => {
    if (inFrame) laidOut = true;
    else paintNow.call(renderer);
  };
  // What every frame ends with.
  animation.stage.update = () => {
    if (!laidOut) paint();
    laidOut = false;
  };
  animation.update = (...details) => {
    inFrame = true;
    try {
      update.apply(animation, details);
    } finally {
      inFrame = false;
    }
  };
}
