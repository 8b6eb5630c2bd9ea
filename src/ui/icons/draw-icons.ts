import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

/** Draws `unlisted.svg` in the sizes that browsers want: `npm run icons`. */
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const drawing = await readFile(beside("unlisted.svg"), "utf8");

for (const size of [16, 32, 48, 128]) {
  const image = new Resvg(drawing, { fitTo: { mode: "width", value: size } }).render();
  await writeFile(beside(`unlisted-${size}.png`), image.asPng());
}
