import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findMissingTest, findPromiseBreaches, readPromiseTable, readSentences } from "../guards/promise-table";
import { tamperings } from "../guards/tamperings";

const readTest = (file: string) => {
  const path = join("test", file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
};

const [, section = ""] = readFileSync("README.md", "utf8").split("## What it may do, and what it never does\n");
const [, policy = ""] = readFileSync("docs/privacy.md", "utf8").split("# Privacy policy\n");
const sentences = [...readSentences(section.replace(/^## [\s\S]*/m, "")), ...readSentences(policy)];
const table = readPromiseTable(readFileSync("docs/promises.md", "utf8"));

describe("docs/promises.md", () => {
  it("has every promise, with a test that there is", () => {
    expect(sentences.length).toBeGreaterThan(30);
    expect(findPromiseBreaches(table, sentences, readTest)).toEqual([]);
  });

  const row = { quotes: ["You can undo it."], tests: [{ file: "e2e/switch-off.test.ts", name: "is no test" }] };

  it.each([
    ["a promise more", table, [...sentences, "It never sleeps."], "nothing is said of “It never sleeps.”"],
    [
      "a promise less",
      table,
      sentences.filter((sentence) => sentence !== "You can undo it."),
      "“You can undo it.” is promised nowhere",
    ],
    [
      "a promise without a test",
      { ...table, rows: [...table.rows, { ...row, tests: [] }] },
      sentences,
      "no test holds to “You can undo it.”",
    ],
    [
      "a test that is gone",
      { ...table, rows: [...table.rows, row] },
      sentences,
      "there is no test “is no test” in e2e/switch-off.test.ts",
    ],
  ])("would be found out with %s", (_name, changed, told, breach) => {
    expect(findPromiseBreaches(changed, told, readTest)).toEqual([breach]);
  });
});

describe("npm run break-promises", () => {
  it.each(tamperings)(
    "can break that $promise, and names a test that must see it",
    ({ file, from, to, spec, test }) => {
      expect(readFileSync(file, "utf8").split(from)).toHaveLength(2);
      expect(to).not.toBe(from);
      expect(findMissingTest({ file: spec.replace(/^test\//, ""), name: test }, readTest)).toEqual([]);
    },
  );
});
