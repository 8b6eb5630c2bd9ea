import * as z from "zod/mini";
import { Finding } from "./finding";
import { judge } from "./judge";
import type { Observation } from "./observation";
import { NumberOnFile } from "./reading";
import { Reason } from "./reason";
import type { Setting } from "./setting";

/** What one check of one account on one site found. Plain JSON; times in milliseconds since 1970. */
export const CheckResult = z.object({
  version: z.literal(1),
  site: z.string(),
  /** The account's handle; `null` where the site did not name it. */
  account: z.nullable(z.string()),
  /** Where the answer comes from: pages loaded for this check, or a tab that was open already. */
  source: z.enum(["fresh-load", "open-tab"]),
  /** When the site sent the settings that were judged; for a check without any, when it ended. */
  asOf: z.number(),
  /** Why the check did not get through, or `null` when it did. */
  failure: z.nullable(Reason),
  findings: z.array(Finding),
  numberOnFile: NumberOnFile,
});
export type CheckResult = z.infer<typeof CheckResult>;

/** Judges every setting of a site by one observation. */
export function conclude(site: string, settings: readonly Setting[], observation: Observation): CheckResult {
  return {
    version: 1,
    site,
    account: observation.account,
    source: observation.isFresh ? "fresh-load" : "open-tab",
    asOf: observation.asOf,
    failure: null,
    findings: settings.map((setting) => judge(setting, observation, null)),
    numberOnFile: observation.numberOnFile,
  };
}

/** The result of a check that did not get through: every setting unknown, for one reason. */
export function concludeFailure(
  site: string,
  settings: readonly Setting[],
  failure: Reason,
  endedAt: number,
): CheckResult {
  const nothing: Observation = {
    account: null,
    readings: new Map(),
    numberOnFile: { answer: "unknown", reason: failure },
    asOf: endedAt,
    isFresh: true,
  };
  return {
    ...conclude(site, settings, nothing),
    failure,
    findings: settings.map((setting) => judge(setting, nothing, failure)),
  };
}

/** One switch that was thrown for the person, and what a fresh look afterwards proved. */
export const Change = z.object({
  setting: z.string(),
  account: z.nullable(z.string()),
  /** Names of states. */
  from: z.string(),
  to: z.string(),
  /** When it was proven, or had failed, in milliseconds since 1970. */
  at: z.number(),
  /** Why it was not done, or `null` when a fresh load shows the new state. */
  failure: z.nullable(Reason),
});
export type Change = z.infer<typeof Change>;

/** What is kept between checks. */
export const KeptResults = z.object({
  latest: CheckResult,
  /** Where the latest check failed, the last that had an answer. */
  earlier: z.nullable(CheckResult),
  /** The last change that was asked for. */
  change: z.nullable(Change),
});
export type KeptResults = z.infer<typeof KeptResults>;

/**
 * Adds a result to what is kept, with the change that it proves or disproves. A failed check never takes the place of an
 * earlier answer, and a change that was made can be undone until the next one.
 */
export function keep(kept: KeptResults | null, result: CheckResult, change: Change | null): KeptResults {
  const made = kept?.change?.failure === null ? kept.change : null;
  const known = { latest: result, change: change ?? made };
  if (result.failure === null) return { ...known, earlier: null };
  const earlier = kept?.latest.failure === null ? kept.latest : (kept?.earlier ?? null);
  return { ...known, earlier };
}
