import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import manifest from "../manifest.json" with { type: "json" };
import { packFiles, packFolder } from "./pack";

/** `npm run package`: what the stores are given, in `artifacts/`, of what `npm run build` has just built. */
const packages = {
  chrome: await packFolder("dist/chrome"),
  firefox: await packFolder("dist/firefox"),
  sources: await packFiles(".", await listSources()),
};

await mkdir("artifacts", { recursive: true });
for (const [kind, content] of Object.entries(packages)) {
  const path = `artifacts/unlisted-${manifest.version}-${kind}.zip`;
  await writeFile(path, content);
  console.log(`${path}  ${(content.length / 1000).toFixed(1)} kB`);
}

/** All that is under version control: nothing that lies about in the folder gets into the package. */
async function listSources(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)("git", ["ls-files", "-z"]);
  return stdout.split("\0").filter((name) => name !== "");
}
