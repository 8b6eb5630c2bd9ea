import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** All scripts that a built page loads before it is drawn, those that others import included, by their file's name. */
export async function readScripts(browser: string, page: string): Promise<ReadonlyMap<string, string>> {
  const html = await readFile(join("dist", browser, "src", page, "index.html"), "utf8");
  const names = [...html.matchAll(/assets\/([^"]+\.js)/g)].flatMap(([, name]) => name ?? []);
  const scripts = new Map<string, string>();
  for (const name of names) {
    const code = await readFile(join("dist", browser, "assets", name), "utf8");
    scripts.set(name, code);
    for (const [, next] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)/g)) {
      if (next && !names.includes(next)) names.push(next);
    }
  }
  return scripts;
}
