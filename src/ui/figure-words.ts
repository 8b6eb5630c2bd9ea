import { language, say } from "../locales/messages";
import type { Duration, Range } from "../risk/enumeration";
import type { Fact, Moment } from "../risk/facts";
import type { Figure, PartialDate } from "../risk/incident";
import type { Cited } from "./tell";

/** A figure of an incident or a statistic in words: `more than 2 billion`, `about 67%`, `265 million euros`. */
export function wordFigure(name: string, { value, is }: Figure): string {
  const figure = nameFigure(name, value);
  return is === "exact" ? figure : say(`figure.${is}`, { figure });
}

/** The same without how it is meant. */
export function nameFigure(name: string, value: number): string {
  if (/^share$|^with/.test(name)) {
    return new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 0 }).format(value);
  }
  // As a currency `Intl` would write a short `m` for the millions.
  if (/InDollars$/.test(name)) return say("figure.dollars", { amount: formatCount(value) });
  if (/InEuros$/.test(name)) return say("figure.euros", { amount: formatCount(value) });
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
  return new Intl.NumberFormat(language(), { ...style, ...length }).format(value);
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
  return new Intl.DateTimeFormat(language(), {
    year: "numeric",
    ...(month ? { month: "long" } : {}),
    ...(day ? { day: "numeric" } : {}),
    // Years and months as the sources have them: in another calendar a bare year would be another time.
    calendar: "gregory",
    timeZone: "UTC",
  }).format(new Date(date));
}

/** How many numbers there may be: `about 520–790 million`. To two figures: more would only seem to be known. */
export function wordCounts({ low, high }: Range<number>): string {
  const format = (value: number) =>
    new Intl.NumberFormat(language(), {
      maximumSignificantDigits: 2,
      ...(value < 1e6 ? {} : { notation: "compact", compactDisplay: "long" }),
    });
  const isOneScale = low < 1e6 === high < 1e6;
  return say("figure.about", {
    figure: wordRange({ value: low, format: format(low) }, { value: high, format: format(high) }, isOneScale),
  });
}

/** How long something may take: `about 2–3 weeks`, `about 1 second or less`. */
export function wordDurations({ low, high }: Range<Duration>): string {
  const format = (unit: Duration["unit"]) =>
    new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "long" });
  const figure = wordRange(
    { value: low.value, format: format(low.unit) },
    { value: high.value, format: format(high.unit) },
    low.unit === high.unit,
  );
  const isLeast = high.unit === "second" && high.value === 1;
  return say("figure.about", { figure: isLeast ? say("figure.or-less", { figure }) : figure });
}

interface Formatted {
  readonly value: number;
  readonly format: Intl.NumberFormat;
}

/** `2–3 weeks` where both ends are told alike, `3 weeks to 2 months` where they are not. */
function wordRange(low: Formatted, high: Formatted, isAlike: boolean): string {
  const [least, most] = [low.format.format(low.value), high.format.format(high.value)];
  if (least === most) return least;
  return isAlike ? high.format.formatRange(low.value, high.value) : say("figure.range", { least, most });
}
