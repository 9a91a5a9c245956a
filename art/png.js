// PNG pictures as small as they get without another picture: a browser filters each row for
// photographs, and flat drawings compress a quarter better unfiltered. 8 bits a channel, not
// interlaced, which is what Chromium writes.
import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = 8;
const CHANNELS = { 2: 3, 6: 4 }; // by colour type: RGB, RGBA

/** The chunks of a picture as [type, content]. */
function chunks(png) {
  const found = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push([png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return found;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk([type, content]) {
  const bytes = Buffer.alloc(12 + content.length);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(type, 4, "latin1");
  content.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}

/** What a filter expects, from the bytes to the left (a), above (b) and above the left (c). */
const expected = [
  () => 0,
  (a) => a,
  (a, b) => b,
  (a, b) => (a + b) >> 1,
  (a, b, c) => {
    const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    if (toA <= toB && toA <= toC) return a;
    return toB <= toC ? b : c;
  },
];

/** Rows with their filters undone, each after a byte that says "no filter". */
function unfiltered(rows, width, height, channels) {
  const stride = 1 + width * channels;
  const plain = Buffer.alloc(rows.length);
  for (let y = 0; y < height; y += 1) {
    const start = y * stride;
    const filter = expected[rows[start]];
    for (let x = 1; x < stride; x += 1) {
      const hasLeft = x > channels;
      const a = hasLeft ? plain[start + x - channels] : 0;
      const b = y ? plain[start + x - stride] : 0;
      const c = y && hasLeft ? plain[start + x - stride - channels] : 0;
      plain[start + x] = rows[start + x] + filter(a, b, c);
    }
  }
  return plain;
}

/** The same picture in fewer bytes, where that can be. */
export function squeezed(png) {
  const parts = chunks(png);
  const [, header] = parts.find(([type]) => type === "IHDR");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header[9]];
  if (header[8] !== 8 || !channels || header[12]) return png;
  const data = Buffer.concat(parts.filter(([type]) => type === "IDAT").map(([, part]) => part));
  const rows = unfiltered(inflateSync(data), width, height, channels);
  const small = Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk(["IHDR", header]),
    chunk(["IDAT", deflateSync(rows, { level: 9, memLevel: 9 })]),
    chunk(["IEND", Buffer.alloc(0)]),
  ]);
  return small.length < png.length ? small : png;
}
