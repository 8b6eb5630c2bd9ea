import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod/mini";
import { profiles } from "../sites/profiles";
import { type Catalogue, en } from "./en";
import { nameInBrowser } from "./messages";

// For the build and the tests: nothing of it ships.

/** What a language's catalogue says, by key. */
type Texts = ReadonlyMap<string, string>;

const Translation = z.record(z.string(), z.string());

/** All that can be said in English, the sites' own messages included, with the translators' notes. */
export async function readEnglish(): Promise<Catalogue> {
  const own = await Promise.all(
    siteFolders.map(async (folder): Promise<Catalogue> => (await import(`../sites/${folder}/locales/en.ts`)).en),
  );
  return Object.assign({}, en, ...own);
}

/** Every language's catalogue, by its name as browsers have it: `de`, `pt_BR`. */
export async function readCatalogues(): Promise<ReadonlyMap<string, Texts>> {
  const english = Object.entries(await readEnglish()).map(([key, [text]]) => [key, text] as const);
  const catalogues = new Map<string, Texts>([["en", new Map(english)]]);
  const names = (await readdir("src/locales")).filter((name) => name.endsWith(".json")).toSorted();
  for (const name of names) {
    const folders = ["src", ...siteFolders.map((folder) => `src/sites/${folder}`)];
    const parts = folders.map(async (folder) =>
      Translation.parse(JSON.parse(await readFile(join(folder, "locales", name), "utf8"))),
    );
    catalogues.set(
      name.slice(0, -".json".length),
      new Map(Object.entries(Object.assign({}, ...(await Promise.all(parts))))),
    );
  }
  return catalogues;
}

/** A catalogue as browsers want it, without anything for translators. */
export function writeMessages(name: string, texts: Texts): string {
  const tag = name === "en" ? "en-GB" : name.replace("_", "-");
  const direction = rightToLeft.has(name) ? "rtl" : "ltr";
  const all = [...texts, ["language", tag] as const, ["direction", direction] as const];
  return JSON.stringify(Object.fromEntries(all.map(([key, message]) => [nameInBrowser(key), { message }])));
}

const rightToLeft = new Set(["ar", "fa", "he"]);

const siteFolders = profiles.map(({ id }) => id);
