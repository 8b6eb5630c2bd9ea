import browser from "webextension-polyfill";
import type { CheckResult } from "../audit/check-result";
import { conclude, concludeFailure } from "../audit/conclude";
import { causeOf, type Detail, isDetail } from "../audit/detail";
import { addPage, observe } from "../audit/observation";
import type { SawLook } from "../audit/saw";
import type { Site, Way } from "../audit/site";
import { glanceAtWindow } from "./glance";
import { overhear } from "./overhearing";
import { type OwnTab, openOwnTab } from "./own-tab";
import { type VisitOutcome, visitPage } from "./visit-page";

/** What a check found, while its tab may still be open. */
export interface Checked {
  readonly result: CheckResult;
  /** What it was made of, oldest first. */
  readonly looks: readonly SawLook[];
  /** Closes the check's tab, if there is one; resolves when nothing is left of it, and never rejects. */
  readonly close: () => Promise<void>;
}

/**
 * Told where a check stands: which step, counted from 0, and the tab that it opened, or that it is about to open one; `null`
 * where it works in a tab of the person's.
 */
export type Progress = (step: number, tab: OwnTab | "opening" | null) => Promise<void>;

/**
 * Checks one site in one window: loads its pages afresh in a background tab, gathers, closes the tab and judges. Where the
 * site's memory cannot be read, the first page is loaded once more and the site's answers are overheard; where the
 * witnesses disagree, all is done once more. Without permission for the site it reads the window's active tab, where
 * the click on the toolbar button allows that.
 *
 * @param signal ends the check early; its reason, a detail of the closed list, becomes that of the result's failure
 * @returns always a result; a failed check is one whose `failure` says why
 */
export async function runCheck(site: Site, window: number, signal: AbortSignal, progress: Progress): Promise<Checked> {
  const looks: SawLook[] = [];
  const withoutTab = (result: CheckResult) => ({ result, looks, close: async () => undefined });
  try {
    signal.throwIfAborted();
    const [isAllowed] = await Promise.all([
      browser.permissions.contains({ origins: [...site.origins] }),
      progress(0, "opening"),
    ]);
    if (!isAllowed) return withoutTab((await glanceAtWindow(site, window)) ?? failed(site, "not-allowed"));
    const checked = await examine(site, window, firstWay(site), signal, progress, looks);
    if (!isDisputed(checked.result)) return checked;
    await checked.close();
    await progress(0, "opening");
    return await examine(site, window, firstWay(site), signal, progress, looks);
  } catch (error) {
    const why: unknown = signal.aborted ? signal.reason : error;
    return withoutTab(failed(site, isDetail(why) ? why : "work-stopped"));
  }
}

/** How a site is looked at first. */
export function firstWay({ overhears }: Site): Way {
  if (overhears === null) return "plain";
  return overhears === "always" ? "overhearing" : "first";
}

/** Looks at the site once, in a tab of its own. */
async function examine(
  site: Site,
  window: number,
  way: Way,
  signal: AbortSignal,
  progress: Progress,
  looks: SawLook[],
): Promise<Checked> {
  const tab = await openOwnTab(window, way === "overhearing" ? "about:blank" : site.visits[0].address);
  try {
    const result = await visitPages(site, tab, way, AbortSignal.any([signal, tab.closed]), progress, looks);
    return { result, looks, close: tab.close };
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/**
 * Visits the site's pages one after the other, beginning with the one that the tab was opened at. Where that one's memory
 * cannot be read, it begins anew and overhears.
 */
async function visitPages(
  site: Site,
  tab: OwnTab,
  way: Way,
  stop: AbortSignal,
  progress: Progress,
  looks: SawLook[],
): Promise<CheckResult> {
  const [first, ...others] = site.visits;
  const endOverhearing = way === "overhearing" ? await overhear(site, tab.id) : null;
  try {
    if (endOverhearing) await browser.tabs.update(tab.id, { url: first.address });
    const outcome = await whileNoting(progress(0, tab), visitPage(site, first, tab.id, way, stop));
    if (outcome.look) looks.push(outcome.look);
    if (outcome.kind === "unread") return await visitPages(site, tab, "overhearing", stop, progress, looks);
    if (outcome.kind === "failed") return failed(site, outcome.detail);
    let observation = observe(outcome.testimony);
    for (const [index, visit] of others.entries()) {
      await browser.tabs.update(tab.id, { url: visit.address });
      const told = await whileNoting(progress(index + 1, tab), visitPage(site, visit, tab.id, way, stop));
      if (told.look) looks.push(told.look);
      observation = addPage(observation, told);
    }
    return conclude(site.id, site.settings, observation);
  } finally {
    await endOverhearing?.();
  }
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

function failed(site: Site, detail: Detail): CheckResult {
  return concludeFailure(site.id, site.settings, causeOf(detail), Date.now());
}
