import * as z from "zod/mini";
import { Finding } from "./finding";
import { NumberOnFile } from "./reading";
import { Reason } from "./reason";

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
  /** Why exactly; what was kept by version 0.1.0 does not say. */
  detail: z.optional(z.string()),
  findings: z.array(Finding),
  numberOnFile: NumberOnFile,
});
export type CheckResult = z.infer<typeof CheckResult>;

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
  /** Changes of other switches: those that the same click asked for, and those that were made before and still can be undone. */
  otherChanges: z.optional(z.array(Change)),
});
export type KeptResults = z.infer<typeof KeptResults>;
