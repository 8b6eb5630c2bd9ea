import browser from "webextension-polyfill";
import type { CheckResult } from "../audit/check-result";
import { conclude, concludeFailure } from "../audit/conclude";
import { addTestimony, type Observation, observe } from "../audit/observation";
import { Reason } from "../audit/reason";
import type { Site } from "../audit/site";
import { glanceAtWindow } from "./glance";
import { type OwnTab, openOwnTab } from "./own-tab";
import { type VisitOutcome, visitPage } from "./visit-page";

/** What a check found, while its tab may still be open. */
export interface Checked {
  readonly result: CheckResult;
  /** Closes the check's tab, if there is one; resolves when nothing is left of it, and never rejects. */
  readonly close: () => Promise<void>;
}

/** Told where a check stands: which step, counted from 0, and the tab that it opened; `null` before it opens one. */
export type Progress = (step: number, tab: OwnTab | null) => Promise<void>;

/**
 * Checks one site in one window: loads its pages afresh in a background tab, gathers, closes the tab and judges; all
 * that once more where the witnesses disagree. Without permission for the site it reads the window's active tab, where
 * the click on the toolbar button allows that.
 *
 * @param signal ends the check early; its reason, one of the closed list, becomes the result's failure
 * @returns always a result; a failed check is one whose `failure` says why
 */
export async function runCheck(site: Site, window: number, signal: AbortSignal, progress: Progress): Promise<Checked> {
  const withoutTab = (result: CheckResult) => ({ result, close: async () => undefined });
  try {
    signal.throwIfAborted();
    const [isAllowed] = await Promise.all([
      browser.permissions.contains({ origins: [...site.origins] }),
      progress(0, null),
    ]);
    if (!isAllowed) return withoutTab((await glanceAtWindow(site, window)) ?? failed(site, "permission-denied"));
    const checked = await examine(site, window, signal, progress);
    if (!isDisputed(checked.result)) return checked;
    await checked.close();
    await progress(0, null);
    return await examine(site, window, signal, progress);
  } catch (error) {
    const reason = Reason.safeParse(signal.aborted ? signal.reason : error);
    return withoutTab(failed(site, reason.success ? reason.data : "interrupted"));
  }
}

/** Adds what a later page told, or why it told nothing. */
function combine(observation: Observation, outcome: VisitOutcome): Observation {
  if ("testimony" in outcome) return addTestimony(observation, outcome.testimony);
  return { ...observation, numberOnFile: { answer: "unknown", reason: outcome.failure } };
}

/** Looks at the site once, in a tab of its own. */
async function examine(site: Site, window: number, signal: AbortSignal, progress: Progress): Promise<Checked> {
  const tab = await openOwnTab(window, site.visits[0].address);
  try {
    const result = await visitPages(site, tab, AbortSignal.any([signal, tab.closed]), progress);
    return { result, close: tab.close };
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** Visits the site's pages one after the other, beginning with the one that the tab was opened at. */
async function visitPages(site: Site, tab: OwnTab, stop: AbortSignal, progress: Progress): Promise<CheckResult> {
  const [first, ...others] = site.visits;
  const outcome = await whileNoting(progress(0, tab), visitPage(site, first, tab.id, stop));
  if ("failure" in outcome) return failed(site, outcome.failure);
  let observation = observe(outcome.testimony);
  for (const [index, visit] of others.entries()) {
    await browser.tabs.update(tab.id, { url: visit.address });
    const told = await whileNoting(progress(index + 1, tab), visitPage(site, visit, tab.id, stop));
    observation = combine(observation, told);
  }
  return conclude(site.id, site.settings, observation);
}

/** Waits for both, however either goes: nothing may be noted of a check that is over. */
async function whileNoting(noted: Promise<void>, visited: Promise<VisitOutcome>): Promise<VisitOutcome> {
  await Promise.allSettled([noted, visited]);
  await noted;
  return visited;
}

function isDisputed({ findings }: CheckResult): boolean {
  return findings.some((finding) => finding.verdict === "unknown" && finding.reason === "witnesses-disagree");
}

function failed(site: Site, reason: Reason): CheckResult {
  return concludeFailure(site.id, site.settings, reason, Date.now());
}
