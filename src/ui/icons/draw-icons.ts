import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";

/** Draws `unlisted.svg` in the sizes that browsers want: `npm run icons`. */
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const drawing = await readFile(beside("unlisted.svg"), "utf8");

for (const size of [16, 32, 48, 128]) {
  const { pixels } = new Resvg(drawing, { fitTo: { mode: "width", value: size } }).render();
  await writeFile(beside(`unlisted-${size}.png`), writePng(pixels, size));
}

/**
 * Writes a square picture as a PNG with a palette: with its few colours less than half as large as without.
 *
 * @param pixels red, green, blue and alpha of each, row by row
 */
function writePng(pixels: Buffer, size: number): Buffer {
  const colours = Array.from({ length: size * size }, (_, index) => pixels.readUInt32BE(4 * index));
  const palette = [...new Set(colours)];
  if (palette.length > 256) throw new Error("A palette holds at most 256 colours.");
  const rows = Array.from({ length: size }, (_, row) => {
    const indices = colours.slice(row * size, (row + 1) * size).map((colour) => palette.indexOf(colour));
    // Each row begins with how it is filtered: not at all.
    return [0, ...indices];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a pixel, by a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(palette.flatMap((colour) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255])),
    ),
    chunk("tRNS", Buffer.from(palette.map((colour) => colour & 255))),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
