import type { Duration, Range } from "../risk/enumeration";
import type { Fact, Moment } from "../risk/facts";
import type { Figure, PartialDate } from "../risk/incident";
import type { Cited } from "./tell";

const language = "en-GB";

/** A figure of an incident or a statistic in words: `more than 2 billion`, `about 67%`, `€265 million`. */
export function wordFigure(name: string, { value, is }: Figure): string {
  return `${qualifiers[is]}${formatFigure(name, value)}`;
}

const qualifiers: Readonly<Record<Figure["is"], string>> = {
  exact: "",
  about: "about ",
  "more-than": "more than ",
  almost: "almost ",
};

function formatFigure(name: string, value: number): string {
  if (/^share$|^with/.test(name)) {
    return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(value);
  }
  // As a currency `Intl` would write a short `m` for the millions.
  if (/InDollars$/.test(name)) return `US$${formatCount(value)}`;
  if (/InEuros$/.test(name)) return `€${formatCount(value)}`;
  if (name === "days") return formatCount(value, { style: "unit", unit: "day", unitDisplay: "long" });
  if (name === "months") return formatCount(value, { style: "unit", unit: "month", unitDisplay: "long" });
  return formatCount(value);
}

/** Large counts as people say them (`2 billion`), small ones in full. */
function formatCount(value: number, style: Intl.NumberFormatOptions = {}): string {
  const length: Intl.NumberFormatOptions =
    value < 1e6
      ? { maximumFractionDigits: 0 }
      : { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(language, { ...style, ...length }).format(value);
}

/** A fact, to be told in a sentence. */
export function wordFact(fact: Fact): Cited {
  const name = fact.id.slice(fact.id.lastIndexOf(".") + 1);
  return { figure: fact.id, words: wordFigure(name, fact), sources: fact.sources };
}

/** A moment's year, or its month too, to be told in a sentence. */
export function wordMoment({ id, date, sources }: Moment, precision: "year" | "month"): Cited {
  const length = precision === "year" ? "2020".length : "2020-02".length;
  return { figure: id, words: formatDate(date.slice(0, length)), sources };
}

/** A date as exactly as it is known: `2012`, `October 2012`, `12 October 2012`. */
export function wordDate(date: PartialDate): string {
  return formatDate(date);
}

function formatDate(date: string): string {
  const [, month, day] = date.split("-");
  return new Intl.DateTimeFormat(language, {
    year: "numeric",
    ...(month ? { month: "long" } : {}),
    ...(day ? { day: "numeric" } : {}),
    timeZone: "UTC",
  }).format(new Date(date));
}

/** How many numbers there may be: `about 520 to 790 million`. To two figures: more would only seem to be known. */
export function wordCounts({ low, high }: Range<number>): string {
  const [least, most] = [low, high].map((value) =>
    new Intl.NumberFormat(language, {
      maximumSignificantDigits: 2,
      ...(value < 1e6 ? {} : { notation: "compact", compactDisplay: "long" }),
    }).format(value),
  );
  return `about ${joinRange(least ?? "", most ?? "")}`;
}

/** How long something may take: `about 2 to 3 weeks`, `about 1 second or less`. */
export function wordDurations({ low, high }: Range<Duration>): string {
  const words = `about ${joinRange(formatDuration(low), formatDuration(high))}`;
  return high.unit === "second" && high.value === 1 ? `${words} or less` : words;
}

function formatDuration({ value, unit }: Duration): string {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** `2 weeks` and `3 weeks` are `2 to 3 weeks`. */
function joinRange(low: string, high: string): string {
  if (low === high) return low;
  const [, least = low, ofLow = ""] = /^(\S+)(?: (.+))?$/.exec(low) ?? [];
  const [, , ofHigh = ""] = /^(\S+)(?: (.+))?$/.exec(high) ?? [];
  const isSame = ofLow.replace(/s$/, "") === ofHigh.replace(/s$/, "");
  return `${isSame ? least : low} to ${high}`;
}
