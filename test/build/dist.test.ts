import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { incidents } from "../../src/risk/incidents";
import { keyIncidents } from "../../src/risk/key-facts";
import { numberingTable } from "../../src/risk/numbering-table";
import { readScripts } from "./page-scripts";

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

  it("keeps the popup small: the long lists of the report are not loaded with it", async () => {
    const [popup, report] = await Promise.all(
      ["popup", "report"].map(async (page) => [...(await readScripts(browser, page)).values()].join("\n")),
    );
    const [firstLine = ""] = numberingTable.split("\n");
    const long = [...Object.keys(incidents).filter((id) => !(id in keyIncidents)), firstLine];
    expect(long.filter((words) => !report?.includes(words))).toEqual([]);
    expect(long.filter((words) => popup?.includes(words))).toEqual([]);
  });
});

it("is found without fault by the linter of Firefox's add-ons", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "lint:firefox"]);
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
