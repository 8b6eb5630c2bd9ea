import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { packFiles } from "../../store/pack";
import { readScripts } from "./page-scripts";

// Budgets in bytes. What is loaded at every click, sent into pages or downloaded by everybody stays small.

const bytes = (text: string) => Buffer.byteLength(text);
const gatherers = (await readdir("src/sites", { recursive: true })).filter((name) => /\/gather-\w+\.ts$/.test(name));

describe("the package for Chrome", () => {
  it.each([
    // The popup's one script has all of it once more that the other pages share.
    ["without its languages, to 140 kB", 140_000, (name: string) => !name.startsWith("_locales/")],
    // A sentence more is one in each of 24 languages.
    ["with all of them, to 490 kB", 490_000, () => true],
  ] as const)("keeps, %s", async (_name, most, isCounted) => {
    const entries = await readdir("dist/chrome", { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice("dist/chrome/".length));
    const counted = names.filter(isCounted);
    expect(counted).toContain("manifest.json");
    expect((await packFiles("dist/chrome", counted)).length).toBeLessThanOrEqual(most);
  });
});

describe.each(["chrome", "firefox"])("built for %s", (browser) => {
  it("the popup loads at most 45 kB of scripts", async () => {
    const scripts = await readScripts(browser, "popup");
    const total = [...scripts.values()].reduce((sum, code) => sum + bytes(code), 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(45_000);
  });

  it("what listens to a site's answers brings at most 10 kB into a page, in two files", async () => {
    const names = (await readdir(join("dist", browser), { recursive: true })).filter((name) => /answers\//.test(name));
    expect(names.sort()).toEqual(["src/sites/x/answers/hear.iife.js", "src/sites/x/answers/keep.iife.js"]);
    const codes = await Promise.all(names.map((name) => readFile(join("dist", browser, name), "utf8")));
    expect(codes.reduce((sum, code) => sum + bytes(code), 0)).toBeLessThanOrEqual(10_000);
  });

  it("the guide brings at most 20 kB into a page, in one file", async () => {
    const names = (await readdir(join("dist", browser), { recursive: true })).filter((name) => /overlay/.test(name));
    expect(names).toEqual(["src/guide/overlay.iife.js"]);
    expect(bytes(await readFile(join("dist", browser, names[0] ?? ""), "utf8"))).toBeLessThanOrEqual(20_000);
  });
});

it.each(gatherers)("%s is sent into a page as at most 3 kB", async (name) => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "chrome120",
      rolldownOptions: { input: join("src/sites", name), preserveEntrySignatures: "strict" },
    },
  });
  if (!("output" in built)) throw new Error("The gatherer was not built.");
  expect(bytes(built.output[0].code)).toBeLessThanOrEqual(3000);
});
