import * as z from "zod/mini";
import type { Change, CheckResult } from "../audit/check-result";
import type { Finding } from "../audit/finding";
import { NumberOnFile } from "../audit/reading";
import { Reason } from "../audit/reason";

/** Names that sites give: short, and of characters that are seen, so that a file can bring in nothing else. */
const name = z.string().check(z.minLength(1), z.maxLength(100), z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u));

/** Milliseconds since 1970, within what a calendar can show. */
const time = z.int().check(z.minimum(0), z.maximum(8.64e15));

/** What a check found out about one setting, without what it rests on. `state` is the name of the setting's state. */
const LoggedFinding = z.discriminatedUnion("verdict", [
  z.strictObject({ setting: name, verdict: z.enum(["exposed", "dormant", "protected"]), state: name }),
  z.strictObject({ setting: name, verdict: z.literal("unknown"), reason: Reason, state: z.nullable(name) }),
]);
type LoggedFinding = z.infer<typeof LoggedFinding>;

/** A switch that was thrown for the person just before the check that proved it, or did not. */
const LoggedChange = z.strictObject({
  setting: name,
  /** Names of states. */
  from: name,
  to: name,
  /** Why it was not done, or `null` when the check shows the new state. */
  failure: z.nullable(Reason),
});
type LoggedChange = z.infer<typeof LoggedChange>;

/** One check, as the log keeps it and as it is exported. Plain JSON; times in milliseconds since 1970. */
export const LoggedCheck = z.strictObject({
  version: z.literal(1),
  /** When the check ended. */
  time,
  /** When the site sent what was judged; older than `time` where an open tab was read. */
  asOf: time,
  site: name,
  /** The account's handle; `null` where the site did not name it, or where it was left out. */
  account: z.nullable(name),
  /** Pages loaded for the check, or a tab that was open already. */
  source: z.enum(["fresh-load", "open-tab"]),
  /** Why the check did not get through, or `null` when it did. */
  failure: z.nullable(Reason),
  findings: z.array(LoggedFinding).check(z.maxLength(100)),
  numberOnFile: NumberOnFile,
  change: z.nullable(LoggedChange),
  /** Other switches that were thrown by the same click. */
  otherChanges: z.optional(z.array(LoggedChange).check(z.minLength(1), z.maxLength(10))),
  /** Taken in from a file: somebody's word, which quiets no alarm. */
  imported: z.optional(z.literal(true)),
});
export type LoggedCheck = z.infer<typeof LoggedCheck>;

/**
 * What the log keeps of a check.
 *
 * @param endedAt in milliseconds since 1970
 */
export function toLog(result: CheckResult, changes: readonly Change[], endedAt: number): LoggedCheck {
  const { asOf, site, account, source, failure, findings, numberOnFile } = result;
  const [change, ...otherChanges] = changes.map(({ setting, from, to, failure }) => ({ setting, from, to, failure }));
  return {
    version: 1,
    time: Math.round(endedAt),
    asOf: Math.round(asOf),
    site,
    account,
    source,
    failure,
    findings: findings.map(withoutReadings),
    numberOnFile,
    change: change ?? null,
    ...(otherChanges.length > 0 && { otherChanges }),
  };
}

/** All that was thrown before a check, in the order of the person's click. */
export function changesOf({ change, otherChanges = [] }: LoggedCheck): readonly LoggedChange[] {
  return change ? [change, ...otherChanges] : [];
}

function withoutReadings(finding: Finding): LoggedFinding {
  const { setting, verdict, state } = finding;
  return verdict === "unknown" ? { setting, verdict, reason: finding.reason, state } : { setting, verdict, state };
}
