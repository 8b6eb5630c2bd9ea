import { type PaceId, paces } from "./paces";
import { regions } from "./regions";

/** From the least to the most that something may be. */
export interface Range<Value> {
  readonly low: Value;
  readonly high: Value;
}

/** A length of time as people say it: 1 to 9, 10, 20 and so on (one significant figure) of a unit that `Intl` knows. */
export interface Duration {
  readonly value: number;
  readonly unit: Unit;
}
type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** What it takes to find out by trial whose account belongs to a phone number of a region. */
export interface TimeToTry {
  /** How many numbers there are to try, at least one. */
  readonly numbers: Range<number>;
  /** How long it takes to try every one of them once. */
  readonly all: Range<Duration>;
  /** How long it takes on average until one certain number has its turn, in random order: half of that. */
  readonly half: Range<Duration>;
}

export interface Enumeration {
  /** One of `regions`. */
  readonly region: string;
  readonly pace: PaceId;
  /** How many of the number's last digits the attacker knows: each leaves a tenth of the numbers. Whole, 0 or more. */
  readonly knownLastDigits: number;
}

/**
 * Estimates how long it takes to try all mobile numbers of a region: a range, since nobody outside knows which of them
 * are in use. It says how long trying takes, and nothing of how likely it is that somebody tries.
 *
 * @returns `null` where the region is not known or has no mobile numbers
 */
export function timeToTryAll({ region, pace, knownLastDigits }: Enumeration): TimeToTry | null {
  const mobile = regions.get(region);
  if (!mobile) return null;
  const left = (numbers: number) => Math.max(1, Math.round(numbers / 10 ** knownLastDigits));
  const numbers = { low: left(mobile.low), high: left(mobile.high) };
  const secondsEach = hour / paces[pace].perHour;
  const timeFor = (share: number): Range<Duration> => ({
    low: roundDuration(share * numbers.low * secondsEach),
    high: roundDuration(share * numbers.high * secondsEach),
  });
  return { numbers, all: timeFor(1), half: timeFor(1 / 2) };
}

const hour = 3600;
const day = 24 * hour;
const year = 365.25 * day;

/** How many seconds a unit has. */
const units = {
  year,
  month: year / 12,
  week: 7 * day,
  day,
  hour,
  minute: 60,
  second: 1,
} as const satisfies Readonly<Record<Unit, number>>;
const largestFirst: readonly Unit[] = ["year", "month", "week", "day", "hour", "minute", "second"];

/** A length of time in seconds. */
export function secondsIn({ value, unit }: Duration): number {
  return value * units[unit];
}

/**
 * Rounds a length of time in seconds to one significant figure of the largest unit that it fills by nine tenths: 23
 * hours are a day, and nothing is ever 60 minutes. Whatever is shorter than a second counts as one.
 */
export function roundDuration(seconds: number): Duration {
  const unit = largestFirst.find((name) => seconds >= 0.9 * units[name]) ?? "second";
  return { value: Math.max(1, Number((seconds / units[unit]).toPrecision(1))), unit };
}
