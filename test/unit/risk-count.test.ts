import { describe, expect, it } from "vitest";
import { countNumbers } from "../../src/risk/count-numbers";
import { readPlans } from "../../src/risk/numbering-plans";

const plans = readPlans();

describe("the count", () => {
  it.each([
    ["7", [1], 1],
    ["7", [2], 0],
    ["\\d{3}", [3], 1000],
    ["[2-9]\\d", [2], 80],
    ["[02-46]", [1], 5],
    ["1|1|[12]", [1], 2],
    ["(?:1|12)(?:23|3)", [2, 3, 4], 3],
    ["1?2?", [0, 1, 2], 4],
    ["\\d{2,4}", [2, 3, 4], 11_100],
    ["\\d{2,4}", [3], 1000],
    ["(?:1\\d){2}", [4], 100],
    ["(?:12|3(?:4|5[67]))8", [3, 4], 4],
    ["", [0, 1], 1],
  ])("of %s with %j digits is %i", (pattern, lengths, count) => {
    expect(countNumbers([pattern], lengths)).toBe(count);
  });

  it("is of what matches every pattern", () => {
    expect(countNumbers(["[1-5]\\d{2}", "\\d[4-9]\\d", "(?:14|55|64)\\d"], [3])).toBe(20);
    expect(countNumbers(["1\\d", "2\\d"], [2])).toBe(0);
  });

  it.each(["\\w", "1+", "1*", "^1", "[^1]", "(1)", "(?:1", "1)", "{2}", "?1)", "1{2}?", "(?=1)1", "[5-]"])(
    "refuses %s, which no plan holds",
    (pattern) => {
      expect(() => countNumbers([pattern], [1])).toThrow(/not written as numbering plans are/);
    },
  );

  it("is what trying every number gives", () => {
    const small = ["AC", "CK", "FK", "FO", "GL", "IO", "KM", "NC", "NF", "NR", "SH", "WF"].map((region) => {
      const plan = plans.get(region);
      if (!plan) throw new Error(`${region} has no mobile numbers.`);
      const { patterns, lengths } = plan;
      const whole = new RegExp(`^${patterns.map((pattern) => `(?=(?:${pattern})$)`).join("")}`);
      return { region, patterns, lengths, whole, tried: 0 };
    });
    for (let length = 1; length <= 7; length++) {
      const these = small.filter(({ lengths }) => lengths.includes(length));
      for (let number = 0; these.length > 0 && number < 10 ** length; number++) {
        const digits = String(number).padStart(length, "0");
        for (const region of these) if (region.whole.test(digits)) region.tried += 1;
      }
    }
    for (const { region, patterns, lengths, tried } of small) {
      expect(Math.max(...lengths), region).toBeLessThanOrEqual(7);
      expect(countNumbers(patterns, lengths), region).toBe(tried);
    }
  }, 30_000);
});
