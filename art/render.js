// Draws the pictures of public/ from icon.svg and social-preview.html; `cargo xtask pictures` calls it,
// with a Chrome or Chromium in CHROME. What it draws is committed, so that a build needs no browser.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { squeezed } from "./png.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const icon = await readFile(join(root, "public", "icon.svg"), "utf8");
/** Of the icon's own ground: systems cut their shape out of a picture that has no corners. */
const GROUND = icon.match(/<rect[^>]*fill="([^"]+)"/)[1];

/** The icon alone on a page of its size: `part` of the side, on its ground or on nothing. */
const iconPage = (part, ground) => `<!doctype html>
  <html style="height: 100%; background: ${ground ?? "transparent"}">
  <body style="margin: 0; height: 100%; display: grid; place-items: center">
  ${icon.replace("<svg", `<svg width="${part * 100}%" height="${part * 100}%"`)}</body></html>`;

const icons = [
  { name: "icon-192.png", size: 192, part: 1 },
  { name: "icon-512.png", size: 512, part: 1 },
  // Its drawing within the middle four fifths, of which any shape leaves everything.
  { name: "icon-maskable-512.png", size: 512, part: 0.76, ground: GROUND },
  { name: "apple-touch-icon.png", size: 180, part: 1, ground: GROUND },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: ["--no-sandbox", "--headless=new"],
});
const folder = await mkdtemp(join(tmpdir(), "hindcast-pictures-"));
try {
  const page = await browser.newPage();
  const draw = async (address, name, width, height, omitBackground = false) => {
    await page.setViewportSize({ width, height });
    await page.goto(address);
    const picture = squeezed(await page.screenshot({ omitBackground }));
    await writeFile(join(root, "public", name), picture);
    console.log(`    public/${name}: ${(picture.length / 1000).toFixed(1)} kB`);
  };
  for (const { name, size, part, ground } of icons) {
    const file = join(folder, `${name}.html`);
    await writeFile(file, iconPage(part, ground));
    await draw(pathToFileURL(file).href, name, size, size, !ground);
  }
  const preview = pathToFileURL(join(root, "art", "social-preview.html")).href;
  await draw(preview, "social-preview.png", 1200, 630);
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
