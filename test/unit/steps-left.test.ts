import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/audit/finding";
import type { NumberOnFile } from "../../src/audit/reading";
import type { Advice } from "../../src/audit/site";
import { type Known, stepsLeft, writtenOut } from "../../src/report/steps-left";
import { madeUpSite } from "./made-up-site";

const page = "https://site.example/settings/number?from=menu";
const site = madeUpSite(null);
const advice: readonly Advice[] = [
  { id: "site.remove", title: "site.remove", words: [], warning: null, proof: "number-on-file", page },
  { id: "site.forget", title: "site.forget", words: [], warning: null, proof: null, page },
];

function known(verdict: Verdict, number: NumberOnFile["answer"]): Known {
  return { verdictOf: ({ id }) => (id === "site.phone" ? verdict : "protected"), number };
}

describe("what is left to do", () => {
  const switches = ["site.phone", "site.email"];

  it.each<[string, Known | null, readonly string[]]>([
    ["before the first answer: everything", null, [...switches, "site.remove", "site.forget"]],
    ["of a switch that is on", known("exposed", "yes"), ["site.phone", "site.remove", "site.forget"]],
    ["of a switch that is on without a number", known("dormant", "no"), ["site.phone", "site.forget"]],
    ["of a switch that nobody could read", known("unknown", "unknown"), ["site.phone", "site.remove", "site.forget"]],
    ["where all is off and the number is there", known("protected", "yes"), ["site.remove", "site.forget"]],
    ["where only what nobody can prove is left", known("protected", "no"), ["site.forget"]],
  ])("%s", (_name, known, steps) => {
    expect(stepsLeft(site, known, advice).map(({ id }) => id)).toEqual(steps);
  });

  it("is nothing where all is proven", () => {
    expect(stepsLeft(site, known("protected", "no"), advice.slice(0, 1))).toEqual([]);
  });

  it("is told with the page's address as people write it", () => {
    expect(writtenOut(page)).toBe("site.example/settings/number");
  });
});
