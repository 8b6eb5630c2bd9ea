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
