import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

describe.each(["chrome", "firefox"])("what is built for %s", (browser) => {
  it("has no code that makes code or markup from strings, and loads nothing from elsewhere", async () => {
    const folder = join("dist", browser);
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|html|css)$/.test(name));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const code = await readFile(join(folder, name), "utf8");
      expect(code, name).not.toMatch(
        /innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\b|\bFunction\(/,
      );
      expect(code, name).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|(?:src|href)="https?:/);
    }
  });
});

it.each(["chrome", "firefox"])("brings at most 20 kB of guide into a page, in one file: %s", async (browser) => {
  const overlays = (await readdir(join("dist", browser), { recursive: true })).filter((name) => /overlay/.test(name));
  expect(overlays).toEqual(["src/guide/overlay.iife.js"]);
  expect((await readFile(join("dist", browser, overlays[0] ?? ""))).byteLength).toBeLessThanOrEqual(20_000);
});

it("is found without fault by the linter of Firefox's add-ons", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "lint:firefox"]);
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
