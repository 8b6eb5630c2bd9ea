import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sheets = (await readdir("src", { recursive: true })).filter((name) => name.endsWith(".css"));

describe.each(sheets)("%s", async (name) => {
  const style = (await readFile(join("src", name), "utf8")).replace(/\/\*[\s\S]*?\*\//g, "");
  const values = (property: RegExp) => [...style.matchAll(property)].map(([, value = ""]) => value.trim());

  it("sets type by the one scale", () => {
    const sizes = [...values(/font-size:([^;]+);/g), ...values(/(?<!-)\bfont:([^;/]+)(?:\/[^;]*)?;/g)];
    expect(sizes.filter((size) => !/^var\(--text[\w-]*\)$|^inherit$/.test(size))).toEqual([]);
  });

  it("takes its colours from the tokens", () => {
    if (name.endsWith("tokens.css")) return;
    expect(values(/:([^;]*(?:#[0-9a-f]{3,8}\b|hsl|oklch)[^;]*);/g)).toEqual([]);
  });

  it("is laid out for both directions", () => {
    expect(style).not.toMatch(/(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right|float)\s*:/);
    expect(style).not.toMatch(/text-align:\s*(?:left|right)/);
  });

  it("moves nothing for people who do not want it", () => {
    if (/\b(?:animation|transition):(?! none)/.test(style)) expect(style).toContain("prefers-reduced-motion");
  });
});
