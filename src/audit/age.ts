/**
 * How much a proof of what was private still reassures: `new` for a month; then it tells its day; `old` after three months: then
 * it is time to look again. What is dated ahead was kept by a clock that was wrong, so nobody knows how old it is.
 */
export type Age = "new" | "aging" | "old";

const day = 24 * 60 * 60_000;

/** How long a result is new, in milliseconds. */
export const newFor = 30 * day;
/** How long it is not old. */
const agingFor = 90 * day;

/** Clocks are set right by minutes without being wrong. */
const allowance = day;

/**
 * How old a result is.
 *
 * @param asOf when the site said so, in milliseconds since 1970
 * @param now in milliseconds since 1970
 */
export function ageOf(asOf: number, now: number): Age {
  const passed = now - asOf;
  if (passed < -allowance) return "old";
  if (passed <= newFor) return "new";
  return passed <= agingFor ? "aging" : "old";
}
