import { type Moment, moments } from "./facts";
import type { Sources } from "./incident";
import { keyIncidents } from "./key-facts";

/** How fast phone numbers were once tried. */
export interface Pace {
  /** How many numbers in an hour. */
  readonly perHour: number;
  /** Whether that was measured, or derived from how many were tried in all and how long it took. */
  readonly evidence: "measured" | "derived";
  /** Where it was reached, and when that became known. */
  readonly platform: string;
  readonly reached: Moment;
  readonly sources: Sources;
}

const { "twitter-2019": twitter, "whatsapp-2025": whatsapp } = keyIncidents;

/**
 * The paces that somebody is known to have reached, to be named wherever a duration is given: the way of 2019 was closed
 * in 2020, and that of 2025 has a limit now.
 */
export const paces = {
  /** More than 2 billion numbers in two months, taken as 60 days: the work of one researcher. */
  "twitter-2019": {
    perHour: twitter.figures.tried.value / (twitter.figures.days.value * 24),
    evidence: "derived",
    platform: twitter.platforms[0],
    reached: moments.numbersTried,
    sources: twitter.sources,
  },
  /** More than 100 million numbers an hour, from one university server. */
  "whatsapp-2025": {
    perHour: whatsapp.figures.triedPerHour.value,
    evidence: "measured",
    platform: whatsapp.platforms[0],
    reached: moments.numbersTriedElsewhere,
    sources: whatsapp.sources,
  },
} as const satisfies Readonly<Record<string, Pace>>;
export type PaceId = keyof typeof paces;
