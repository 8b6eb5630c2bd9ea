import { describe, expect, it } from "vitest";
import { facts, moments } from "../../src/risk/facts";
import { type HarmStatistic, harmStatistics } from "../../src/risk/harm-statistics";
import { about, almost, exactly, type Figure, type Incident, moreThan, type Source } from "../../src/risk/incident";
import { type IncidentId, incidents } from "../../src/risk/incidents";
import { incidentWords } from "../../src/ui/risk-report-text";

const told = Object.entries(incidents) as [IncidentId, Incident][];
const counted: readonly [string, HarmStatistic][] = Object.entries(harmStatistics);

/** Whether a year, a month or a day is one of the calendar. */
function isDate(date: string): boolean {
  const day = new Date(date);
  return /^\d{4}(-\d\d){0,2}$/.test(date) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** Whether somebody could look there. */
function canBeFound(source: Source): boolean {
  if (typeof source !== "string") return source.citation !== "";
  const { protocol, hostname, href } = new URL(source);
  return protocol === "https:" && hostname.includes(".") && href === source;
}

function isCount(figure: Figure): boolean {
  return Number.isFinite(figure.value) && figure.value > 0;
}

describe("a figure", () => {
  it.each([
    [exactly(7), "exact"],
    [about(7), "about"],
    [moreThan(7), "more-than"],
    [almost(7), "almost"],
  ] as const)("is meant as it is written: %j", (figure, is) => {
    expect(figure).toEqual({ value: 7, is });
  });
});

describe("each incident", () => {
  it.each(told)("%s can be placed in time and looked up", (_id, { date, platforms, identifiers, sources }) => {
    expect(isDate(date)).toBe(true);
    expect(platforms.length).toBeGreaterThan(0);
    expect(identifiers.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !canBeFound(source))).toEqual([]);
  });

  it.each(told)("%s is told in one short sentence", (id, { figures }) => {
    const told = incidentWords(id, figures);
    expect(told).toMatch(/^[A-Z][^.!?]*(?:\d\.\d[^.!?]*)*\.$/);
    expect(told.length).toBeLessThanOrEqual(130);
  });

  it.each(told)("%s has figures that can be", (_id, { figures }) => {
    expect(Object.values(figures).filter((figure) => !isCount(figure))).toEqual([]);
    const { tried, matched, withRealName, withPhoto } = figures;
    if (tried && matched) expect(matched.value).toBeLessThan(tried.value);
    for (const share of [withRealName, withPhoto]) expect(share?.value ?? 0).toBeLessThanOrEqual(1);
  });

  it("comes after those before it", () => {
    const dates = told.map(([, { date }]) => date);
    expect(dates).toEqual([...dates].sort());
  });
});

describe("each statistic of harm", () => {
  it.each(counted)("%s has a time, a figure and a source", (_id, { what, period, figures, sources }) => {
    expect(what).toMatch(/^[A-Z].*\.$/);
    const [first = "", last = first] = period.split("/");
    expect(isDate(first) && isDate(last) && first <= last).toBe(true);
    expect(Object.values(figures).length).toBeGreaterThan(0);
    expect(Object.values(figures).filter((figure) => !isCount(figure))).toEqual([]);
    expect(figures.share?.value ?? 0).toBeLessThanOrEqual(1);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !canBeFound(source))).toEqual([]);
  });
});

describe("why it matters", () => {
  it.each([
    ["numbersTried", 2_000_000_000, "more-than"],
    ["numbersMatched", 17_000_000, "about"],
    ["daysOfTrying", 60, "about"],
    ["accountsSold", 5_400_000, "about"],
    ["monthsOpen", 7, "about"],
    ["addressesPublished", 200_000_000, "about"],
    ["numbersTriedPerHour", 100_000_000, "more-than"],
    ["stalkersKnown", 0.67, "about"],
  ] as const)("rests on %s, with its sources", (name, value, is) => {
    expect(facts[name]).toMatchObject({ value, is });
    expect(facts[name].sources.length).toBeGreaterThan(0);
  });

  const tellers: Readonly<Record<string, Incident | HarmStatistic>> = { ...incidents, ...harmStatistics };

  it.each(Object.entries(facts))("tells %s by the figure that it names, with its sources", (_name, fact) => {
    const [teller = "", figure = ""] = fact.id.split(".");
    const { figures, sources } = tellers[teller] ?? { figures: {}, sources: [] };
    expect(new Map(Object.entries(figures)).get(figure)).toEqual({ value: fact.value, is: fact.is });
    expect(fact.sources).toEqual(sources);
  });

  it.each(Object.entries(moments))("tells the time of %s by what it names, with its sources", (_name, moment) => {
    const [teller = "", what] = moment.id.split(".");
    const told = tellers[teller];
    expect(what).toBe("date");
    expect(told && ("date" in told ? told.date : told.period)).toBe(moment.date);
    expect(moment.sources).toEqual(told?.sources);
  });

  it("says when the hole was closed", () => {
    expect(moments.closure.date).toBe("2020-02-03");
    expect(moments.closure.sources.length).toBeGreaterThan(0);
  });
});
