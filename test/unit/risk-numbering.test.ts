import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countNumbers } from "../../src/risk/count-numbers";
import { type Caveat, formatNumbering, type Numbering, parseNumbering } from "../../src/risk/numbering";
import { readPlans } from "../../src/risk/numbering-plans";
import { numberingTable } from "../../src/risk/numbering-table";
import { guessRegion, regions } from "../../src/risk/regions";

const plans = readPlans();

describe("the table", () => {
  it("has every region and fits into 8 kB", () => {
    expect([...regions.keys()]).toEqual([...plans.keys()].sort());
    expect(regions.size).toBe(245);
    expect(readFileSync("src/risk/numbering-table.ts").byteLength).toBeLessThanOrEqual(8 * 1024);
  });

  it("says what the numbering plans allow", () => {
    for (const [region, plan] of plans) {
      const high = plan && Number(countNumbers(plan.patterns, plan.lengths).toPrecision(3));
      expect(regions.get(region)?.high ?? null, region).toBe(high);
    }
  });

  it("says where longer numbers are left out, and where numbers may be fixed lines", () => {
    const marked = (caveat: Caveat) => [...regions].filter(([, numbers]) => numbers?.caveats.includes(caveat));
    const cut = [...plans].filter(([, plan]) => plan?.isCut).map(([region]) => region);
    expect(marked("longer-numbers-left-out").map(([region]) => region)).toEqual(cut);
    for (const [region, plan] of plans) {
      expect(Math.max(0, ...(plan?.lengths ?? [])), region).toBeLessThanOrEqual(11);
      const isTheSame = plan !== null && plan.patterns[1] === plan.fixedLines;
      if (isTheSame) expect(regions.get(region)?.caveats, region).toContain("fixed-lines-too");
    }
    expect(marked("fixed-lines-too").map(([region]) => region)).toContain("US");
  });

  it.each([
    ["GB", /^\(\?:1/],
    ["US", /^983/],
  ])("knows the fixed lines of %s, which may be mobile phones", (region, pattern) => {
    expect(plans.get(region)?.fixedLines).toMatch(pattern);
  });

  it("has no region where operators have more numbers than the plan allows", () => {
    for (const [region, numbers] of regions) {
      if (!numbers) continue;
      expect(numbers.low, region).toBeGreaterThan(0);
      expect(numbers.low, region).toBeLessThanOrEqual(numbers.high);
      if (numbers.caveats.includes("operators-unknown")) expect(numbers.low, region).toBe(numbers.high);
    }
  });

  it.each([
    ["GB", { low: 518e6, high: 791e6, caveats: [] }],
    ["US", { low: 506e6, high: 2.87e9, caveats: ["fixed-lines-too"] }],
    ["MX", { low: 316e6, high: 4.49e9, caveats: ["fixed-lines-too"] }],
    ["AR", { low: 285e6, high: 285e6, caveats: ["operators-unknown"] }],
    ["AT", { low: 929e6, high: 5.12e9, caveats: ["longer-numbers-left-out"] }],
    ["ID", { low: 4.35e9, high: 8.88e9, caveats: ["longer-numbers-left-out"] }],
    ["TA", null],
  ])("knows %s", (region, numbers) => {
    expect(regions.get(region)).toEqual(numbers);
  });
});

describe("the table's form", () => {
  const numbering: Numbering = new Map([
    ["AA", null],
    ["BB", { low: 7, high: 7, caveats: [] }],
    ["CC", { low: 6000, high: 11_000, caveats: [] }],
    ["DD", { low: 120, high: 333_000, caveats: ["operators-unknown"] }],
    ["EE", { low: 1e9, high: 8.88e9, caveats: ["fixed-lines-too", "operators-unknown", "longer-numbers-left-out"] }],
    ["FF", { low: 2e10, high: 3e11, caveats: [] }],
  ]);
  const table = "AA\nBB 7e0\nCC 6e3 11e3\nDD 12e1 333e3 o\nEE 1e9 888e7 fot\nFF 2e10 3e11";

  it("is read as it is written", () => {
    expect(formatNumbering(numbering)).toBe(table);
    expect(parseNumbering(table)).toEqual(numbering);
    expect(formatNumbering(parseNumbering(numberingTable))).toBe(numberingTable);
  });

  it("keeps three digits of a figure", () => {
    const exact: Numbering = new Map([["FF", { low: 1_234_499, high: 99_960, caveats: [] }]]);
    expect(formatNumbering(exact)).toBe("FF 123e4 1e5");
  });

  it.each(["", "AA ", "A 1e1", "AA 1", "AA 1e1 q", "AA o", "AA 1e1 2e1 3e1", "aa 1e1", "xAA 1e1", "AA 1e1\n"])(
    "allows nothing else: %j",
    (line) => {
      expect(() => parseNumbering(line)).toThrow(/cannot be read/);
    },
  );
});

describe("the guess of a region", () => {
  it.each([
    ["en-GB", "GB"],
    ["en-gb", "GB"],
    ["en-UK", "GB"],
    ["sr-Latn-ME", "ME"],
    ["en", "US"],
    ["de", "DE"],
    ["pt", "BR"],
    ["ar", "EG"],
    ["fa", "IR"],
    ["zh-Hant", "TW"],
    ["und-FR", "FR"],
    ["de-CH-1996-u-co-phonebk", "CH"],
    // No region, or none that has phone numbers.
    ["und", null],
    ["es-419", null],
    ["en-001", null],
    ["eo", null],
    ["en-AQ", null],
    ["xx", null],
    // No language tags.
    ["en_GB", null],
    ["C", null],
    ["", null],
  ])("by %j is %s", (locale, region) => {
    expect(guessRegion(locale)).toBe(region);
  });
});
