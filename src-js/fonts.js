// What ECharts asks of fonts before it places a single label, without a search through those that are installed.
import { platformApi, setPlatformAPI } from "zrender/lib/core/platform.js";

/** What ECharts measures for the height of a line: as wide as the font is large, in every font that has it. */
const IDEOGRAPH = "国";

/**
 * Answers by the font's size how wide an ideograph is. A browser would look for a font that has one, which takes a
 * phone a seventh of a second, and on a machine without one would give the width of some other sign.
 */
export function measureWithoutSearch() {
  const { measureText } = platformApi;
  setPlatformAPI({
    measureText(text, font) {
      const size = text === IDEOGRAPH && /([\d.]+)px/.exec(font);
      return size ? { width: Number(size[1]) } : measureText(text, font);
    },
  });
}
