import { reasonOf } from "./detail";
import type { NumberOnFile, Reading } from "./reading";
import type { SettingId } from "./setting";
import type { Assessment, Testimony } from "./site";

/** All that was learned from a site in one go, parsed and ready to be judged. */
export interface Observation {
  /** The account's handle, without decoration; `null` where the site did not name it. */
  readonly account: string | null;
  readonly readings: ReadonlyMap<SettingId, readonly Reading[]>;
  readonly numberOnFile: NumberOnFile;
  /** When the site sent these settings to the page, in milliseconds since 1970. */
  readonly asOf: number;
  /** Whether the page was loaded for this very check. What a tab held already may warn and never reassure. */
  readonly isFresh: boolean;
}

/** What the first page told, taken as an observation of its own. */
export function observe({ account, readings = new Map(), numberOnFile, asOf }: Testimony): Observation {
  return {
    account,
    readings,
    numberOnFile: numberOnFile ?? { answer: "unknown", reason: "page-changed" },
    asOf,
    isFresh: true,
  };
}

/**
 * Adds what a later page told. What it says of another account is not this account's, and where it is not known to
 * be the same one, that it has no number proves nothing.
 */
export function addTestimony(observation: Observation, { account, numberOnFile }: Testimony): Observation {
  if (account !== null && observation.account !== null && account !== observation.account) {
    return { ...observation, numberOnFile: { answer: "unknown", reason: "account-changed" } };
  }
  const isNamed = account !== null && observation.account !== null;
  if (numberOnFile?.answer === "no" && !isNamed) {
    return { ...observation, numberOnFile: { answer: "unknown", reason: "page-changed" } };
  }
  return numberOnFile ? { ...observation, numberOnFile } : observation;
}

/** Adds what became of a later page: what it told, or why it told nothing. */
export function addPage(observation: Observation, assessment: Assessment): Observation {
  if (assessment.kind === "told") return addTestimony(observation, assessment.testimony);
  const reason = assessment.kind === "failed" ? reasonOf(assessment.detail) : "page-changed";
  return { ...observation, numberOnFile: { answer: "unknown", reason } };
}
