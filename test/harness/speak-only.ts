import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { changeManifest } from "./copy-extension";

/**
 * Leaves a copy of the built extension one language. A browser chooses among an extension's languages by its own, and
 * few browsers are installed in many: so each language is given to whatever browser is there as the only one.
 *
 * @param language as its folder is called: `de`, `pt_BR`
 */
export async function speakOnly(folder: string, language: string): Promise<void> {
  const languages = await readdir(join(folder, "_locales"));
  for (const other of languages.filter((name) => name !== language)) {
    await rm(join(folder, "_locales", other), { recursive: true });
  }
  await changeManifest(folder, (manifest) => ({ ...manifest, default_locale: language }));
}
