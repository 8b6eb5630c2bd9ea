import { language } from "../locales/messages";

/** The day, in words. Times in milliseconds since 1970. */
export function day(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(time);
}

/** The day and the time of day. */
export function dayAndTime(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" }).format(time);
}

/** The days of two checks; where both are of one day, with the time of day. */
export function daysOf(one: number, other: number): readonly [string, string] {
  const word = isSameDay(one, other) ? dayAndTime : day;
  return [word(one), word(other)];
}

/** When an earlier check was, beside a later one: the time of day where both are of one day. */
export function earlierOf(earlier: number, later: number): string {
  return isSameDay(earlier, later)
    ? new Intl.DateTimeFormat(language(), { timeStyle: "short" }).format(earlier)
    : day(earlier);
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
