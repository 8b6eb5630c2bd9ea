import { describe, expect, it } from "vitest";
import { type Duration, roundDuration, secondsIn, timeToTryAll } from "../../src/risk/enumeration";
import { moments } from "../../src/risk/facts";
import { type PaceId, paces } from "../../src/risk/paces";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function say({ value, unit }: Duration): string {
  return `${value} ${unit}`;
}

describe("a pace", () => {
  it("is what was measured, or follows from what is known", () => {
    // 2 billion numbers in 60 days are 33 million a day.
    expect(paces["twitter-2019"].perHour).toBeCloseTo(33_333_333.3 / 24, 0);
    expect(paces["twitter-2019"].evidence).toBe("derived");
    expect(paces["whatsapp-2025"].perHour).toBe(100_000_000);
    expect(paces["whatsapp-2025"].evidence).toBe("measured");
  });

  it.each([
    ["twitter-2019", "Twitter", moments.numbersTried],
    ["whatsapp-2025", "WhatsApp", moments.numbersTriedElsewhere],
  ] as const)("of %s was reached at %s, as can be looked up", (pace, platform, reached) => {
    expect(paces[pace]).toMatchObject({ platform, reached, sources: reached.sources });
  });
});

describe("the time to try all numbers of a region", () => {
  it.each<[string, PaceId, number, string, string, string, string]>([
    // 518 to 791 million numbers: 15.5 to 23.7 days at 33.3 million a day.
    ["GB", "twitter-2019", 0, "2 week", "3 week", "1 week", "2 week"],
    // 5.2 to 7.9 hours at 100 million an hour.
    ["GB", "whatsapp-2025", 0, "5 hour", "8 hour", "3 hour", "4 hour"],
    // 5.18 to 7.91 million numbers: 3.7 to 5.7 hours at 1.39 million an hour.
    ["GB", "twitter-2019", 2, "4 hour", "6 hour", "2 hour", "3 hour"],
    // 51,800 to 79,100 numbers: 2.2 to 3.4 minutes.
    ["GB", "twitter-2019", 4, "2 minute", "3 minute", "1 minute", "2 minute"],
    // 506 to 2,870 million numbers: 15 days to 2.8 months.
    ["US", "twitter-2019", 0, "2 week", "3 month", "1 week", "1 month"],
    // The same ranges: one figure.
    ["AC", "twitter-2019", 0, "2 minute", "2 minute", "50 second", "50 second"],
    // Less than a second.
    ["AC", "whatsapp-2025", 2, "1 second", "1 second", "1 second", "1 second"],
  ])("of %s at the pace of %s with %i digits known", (region, pace, knownLastDigits, ...times) => {
    const time = timeToTryAll({ region, pace, knownLastDigits });
    expect(time && [time.all.low, time.all.high, time.half.low, time.half.high].map(say)).toEqual(times);
  });

  it.each([
    ["GB", 0, 518e6, 791e6],
    ["GB", 1, 51.8e6, 79.1e6],
    ["GB", 6, 518, 791],
    ["GB", 7, 52, 79],
    ["GB", 8, 5, 8],
    ["GB", 9, 1, 1],
    ["GB", 12, 1, 1],
  ])("in %s with %i digits known is for %i to %i numbers", (region, knownLastDigits, low, high) => {
    const time = timeToTryAll({ region, pace: "twitter-2019", knownLastDigits });
    expect(time?.numbers).toEqual({ low, high });
  });

  it.each(["TA", "ZZ", "", "gb"])("is not given for %j, of which no mobile numbers are known", (region) => {
    expect(timeToTryAll({ region, pace: "twitter-2019", knownLastDigits: 0 })).toBeNull();
  });
});

describe("a length of time", () => {
  it.each([
    [0, "1 second"],
    [0.2, "1 second"],
    [1.4, "1 second"],
    [1.5, "2 second"],
    [9.4, "9 second"],
    [14, "10 second"],
    [53, "50 second"],
    [54, "1 minute"],
    [89, "1 minute"],
    [90, "2 minute"],
    [53 * minute, "50 minute"],
    [55 * minute, "1 hour"],
    [21 * hour, "20 hour"],
    [22 * hour, "1 day"],
    [day, "1 day"],
    [6 * day, "6 day"],
    [6.5 * day, "1 week"],
    [14 * day, "2 week"],
    [27 * day, "4 week"],
    [28 * day, "1 month"],
    [60 * day, "2 month"],
    [10 * 30.4 * day, "10 month"],
    [360 * day, "1 year"],
    [9.5 * 365.25 * day, "10 year"],
    [1234 * 365.25 * day, "1000 year"],
  ])("of %d seconds is about %s", (seconds, words) => {
    expect(say(roundDuration(seconds))).toBe(words);
  });

  it.each<[Duration, number]>([
    [{ value: 5, unit: "second" }, 5],
    [{ value: 5, unit: "minute" }, 5 * minute],
    [{ value: 5, unit: "hour" }, 5 * hour],
    [{ value: 5, unit: "day" }, 5 * day],
    [{ value: 5, unit: "week" }, 35 * day],
    [{ value: 12, unit: "month" }, 365.25 * day],
    [{ value: 4, unit: "year" }, 1461 * day],
  ])("has so many seconds: %j has %d", (duration, seconds) => {
    expect(secondsIn(duration)).toBe(seconds);
  });

  it("is said in a larger unit before it comes to one, and never gets shorter by growing", () => {
    const units = { second: 1, minute, hour, day, week: 7 * day, month: 30.4375 * day, year: 365.25 * day };
    const next = { second: minute, minute: hour, hour: day, day: units.week, week: units.month, month: units.year };
    let before = 0;
    for (let seconds = 1; seconds < units.year; seconds *= 1.01) {
      const { value, unit } = roundDuration(seconds);
      const said = value * units[unit];
      if (unit !== "year") expect(said, `${seconds} seconds`).toBeLessThan(next[unit]);
      expect(said, `${seconds} seconds`).toBeGreaterThanOrEqual(before);
      before = said;
    }
  });

  it("can be worded in any language", () => {
    const { value, unit } = roundDuration(14 * day);
    expect(new Intl.NumberFormat("de", { style: "unit", unit, unitDisplay: "long" }).format(value)).toBe("2 Wochen");
  });
});
