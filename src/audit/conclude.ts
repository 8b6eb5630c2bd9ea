import type { Change, CheckResult, KeptResults } from "./check-result";
import type { Cause } from "./detail";
import type { Finding } from "./finding";
import { judge } from "./judge";
import type { Observation } from "./observation";
import type { Setting } from "./setting";

/** Judges every setting of a site by one observation. */
export function conclude(site: string, settings: readonly Setting[], observation: Observation): CheckResult {
  return {
    version: 1,
    site,
    account: observation.account,
    source: observation.isFresh ? "fresh-load" : "open-tab",
    asOf: observation.asOf,
    failure: null,
    findings: settings.map((setting) => judge(setting, observation)),
    numberOnFile: observation.numberOnFile,
  };
}

/** The result of a check that did not get through: every setting unknown, for one reason. */
export function concludeFailure(
  site: string,
  settings: readonly Setting[],
  cause: Cause,
  endedAt: number,
): CheckResult {
  return {
    version: 1,
    site,
    account: null,
    source: "fresh-load",
    asOf: endedAt,
    failure: cause.reason,
    ...(cause.detail && { detail: cause.detail }),
    findings: settings.map((setting) => findNothing(setting, cause)),
    numberOnFile: { answer: "unknown", reason: cause.reason },
  };
}

/** The finding on a setting that nobody has looked at. */
export function findNothing({ id }: Setting, cause: Cause): Extract<Finding, { verdict: "unknown" }> {
  return { setting: id, verdict: "unknown", ...cause, state: null, readings: [] };
}

/**
 * Adds a result to what is kept, with the changes that it proves or disproves. A failed check never takes the place of an
 * earlier answer, and a change that was made can be undone until the next one of that switch.
 */
export function keep(kept: KeptResults | null, result: CheckResult, changes: readonly Change[]): KeptResults {
  const made = kept ? changesIn(kept).filter(({ failure }) => failure === null) : [];
  const left = made.filter(({ setting }) => !changes.some((change) => change.setting === setting));
  const [change = null, ...otherChanges] = [...changes, ...left];
  const earlier = result.failure !== null && kept ? answerIn(kept) : null;
  return { latest: result, earlier: earlier?.failure === null ? earlier : null, change, otherChanges };
}

/** The changes that are kept, the last one first. */
export function changesIn({ change, otherChanges = [] }: KeptResults): readonly Change[] {
  return change ? [change, ...otherChanges] : otherChanges;
}

/** The last result that had an answer; where there was none, the one that says why. */
export function answerIn({ latest, earlier }: KeptResults): CheckResult {
  return latest.failure === null ? latest : (earlier ?? latest);
}
