import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Copies a built extension and leaves it one language. A browser chooses among an extension's languages by its own, and
 * few browsers are installed in many: so each language is given to whatever browser is there as the only one.
 *
 * @param language as its folder is called: `de`, `pt_BR`
 * @returns the copy's folder, which is the caller's to remove
 */
export async function speakOnly(folder: string, language: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "unlisted-language-"));
  await cp(folder, copy, { recursive: true });
  const languages = await readdir(join(copy, "_locales"));
  for (const other of languages.filter((name) => name !== language)) {
    await rm(join(copy, "_locales", other), { recursive: true });
  }
  const path = join(copy, "manifest.json");
  const manifest: object = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: language }));
  return copy;
}
