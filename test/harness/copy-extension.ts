import { cp, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Copies a built extension into a new folder, which is the caller's to remove. */
export async function copyExtension(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "unlisted-copy-"));
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** Changes the manifest of a copy. */
export async function changeManifest(
  folder: string,
  change: (manifest: Readonly<Record<string, unknown>>) => object,
): Promise<void> {
  const path = join(folder, "manifest.json");
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, "utf8")))));
}

/**
 * Changes the built code of a copy, wherever the words stand.
 *
 * @throws Error where they stand nowhere: then what was to be broken is not
 */
export async function changeCode(folder: string, words: RegExp, change: (found: string) => string): Promise<void> {
  let isFound = false;
  for (const name of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"))) {
    const code = await readFile(join(folder, name), "utf8");
    const changed = code.replace(words, change);
    if (changed === code) continue;
    isFound = true;
    await writeFile(join(folder, name), changed);
  }
  if (!isFound) throw new Error(`Nothing built has ${words}.`);
}

/** Has the background of a copy run something before all else. */
export async function runFirst(folder: string, code: string): Promise<void> {
  await writeFile(join(folder, "first.js"), code);
  await changeCode(folder, /^import '\.\/assets\/main/m, (found) => `import './first.js';\n${found}`);
}
