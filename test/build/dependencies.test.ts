import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findLockBreaches, type LockFile } from "../guards/lock-file";
import { findDependencyBreaches, listShippedPackages, readDescribedPackages } from "../guards/shipped-packages";

const described = readDescribedPackages(await readFile("docs/dependencies.md", "utf8"));
const lock: LockFile = JSON.parse(await readFile("package-lock.json", "utf8"));

describe("what ships of others", () => {
  it.each(["chrome", "firefox"])(
    "is described with its licence, its reason and what would replace it: %s",
    async (mode) => {
      const shipped = await listShippedPackages(mode);
      expect(shipped.map(({ name }) => name)).toContain("preact");
      expect(findDependencyBreaches(shipped, described)).toEqual([]);
    },
  );

  const [known = { name: "", licence: "", reason: "", replacement: "" }, ...others] = described;
  const added = { name: "left-pad", licence: "MIT" };

  it.each([
    ["one more that ships", [...described, added], described, "left-pad ships and is not described"],
    ["one that no longer ships", others, described, `${known.name} is described and does not ship`],
    ["a row twice", described, [known, ...described], `${known.name} is described twice`],
    ["another licence", [{ ...known, licence: "ISC" }, ...others], described, `${known.name} has the licence ISC`],
    ["no reason", described, [{ ...known, reason: "" }, ...others], `${known.name} has no reason`],
    ["no replacement", described, [{ ...known, replacement: "" }, ...others], `${known.name} has no replacement`],
    [
      "a licence that forbids it",
      [...described, { ...added, licence: "UNLICENSED" }],
      [...described, { ...known, name: "left-pad", licence: "UNLICENSED" }],
      "left-pad may not be given on under UNLICENSED",
    ],
  ])("would be found out with %s", (_name, shipped, told, breach) => {
    expect(findDependencyBreaches(shipped, told)).toEqual([breach]);
  });
});

describe("what is installed", () => {
  const path = "node_modules/preact";
  const preact = lock.packages[path] ?? {};

  it("is what was looked at, wherever it is fetched from", () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(findLockBreaches(lock)).toEqual([]);
  });

  it.each([
    ["no integrity", { version: preact.version ?? "" }, "no strong integrity"],
    ["a weak integrity", { ...preact, integrity: "sha1-oKnC7jjuoJ4+3PtBA0LjTzBvLEw=" }, "no strong integrity"],
    [
      "one place that it comes from",
      { ...preact, resolved: "https://registry.example/preact.tgz" },
      "fetched from one place",
    ],
    ["a folder of this machine", { ...preact, link: true }, "a link"],
    ["a branch for a version", { ...preact, version: "github:preactjs/preact" }, "no version"],
  ])("would be found out with %s", (_name, entry, breach) => {
    expect(findLockBreaches({ packages: { ...lock.packages, [path]: entry } })).toEqual([`${path}: ${breach}`]);
  });
});
