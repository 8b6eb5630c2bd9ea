import type { Change, CheckResult } from "../audit/check-result";
import { isDetail, reasonOf } from "../audit/detail";
import type { Reason } from "../audit/reason";
import type { Site } from "../audit/site";
import { openOwnTab, watchTab } from "./own-tab";
import { type Checked, type Progress, runCheck } from "./run-check";
import { type ChangeOrder, findSwitch, type Thrower, type Thrown, throwSwitch, type Write } from "./throw-switch";

/** What came of a change: the change, and the fresh check that proved or disproved it. */
export interface ChangeOutcome extends Checked {
  readonly change: Change;
  /** Whether the site has not answered Unlisted's own click: it may still carry it out. */
  readonly isUnanswered: boolean;
}

/**
 * Throws one of the site's own switches for the person: loads its page afresh in a background tab, makes sure that it
 * is the account that they were shown, clicks the switch once, waits until the page has saved, and closes the tab. What
 * the page shows then proves nothing, so a whole fresh check follows, and only that says whether it is done.
 *
 * @param signal ends it early; its reason, one of the closed list, becomes the failure
 * @param progress told the steps: 0 while the switch is thrown, then those of the check, counted on
 */
export async function changeSetting(
  site: Site,
  order: ChangeOrder,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome> {
  const write = { isPending: false };
  const thrown = await attempt(signal, async () => {
    await progress(0, "opening");
    const found = findSwitch(site, order);
    if (!found) return { from: null, failure: "control-not-found" };
    // Nobody could tell whose switch it would be.
    if (order.account === null) return { from: null, failure: "control-not-found" };
    const tab = await openOwnTab(window, found.visit.address);
    try {
      await progress(0, tab);
      return await throwSwitch(
        site,
        order,
        { id: tab.id, isOwn: true },
        { who: "unlisted" },
        write,
        AbortSignal.any([signal, tab.closed]),
      );
    } finally {
      await tab.close();
    }
  });
  return prove(site, order, thrown ?? { from: null, failure: null }, write, window, signal, progress);
}

/**
 * As `changeSetting`, in a tab that the person is looking at, which stays open; also for a switch that they have thrown
 * themselves.
 *
 * @returns `null` where they were thought to have thrown it and the page says that it is not
 */
export async function changeInTab(
  site: Site,
  order: ChangeOrder,
  tab: number,
  thrower: Thrower,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome | null> {
  const write = { isPending: false };
  const thrown = await attempt(signal, async () => {
    await progress(0, null);
    const watched = watchTab(tab);
    try {
      return await throwSwitch(
        site,
        order,
        { id: tab, isOwn: false },
        thrower,
        write,
        AbortSignal.any([signal, watched.closed]),
      );
    } finally {
      watched.end();
    }
  });
  return thrown && prove(site, order, thrown, write, window, signal, progress);
}

/** Whatever goes wrong on the way has a name. */
async function attempt(signal: AbortSignal, work: () => Promise<Thrown | null>): Promise<Thrown | null> {
  try {
    return await work();
  } catch (error) {
    const why: unknown = signal.aborted ? signal.reason : error;
    return { from: null, failure: reasonOf(isDetail(why) ? why : "work-stopped") };
  }
}

async function prove(
  site: Site,
  order: ChangeOrder,
  thrown: Thrown,
  write: Write,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome> {
  const { result, looks, close } = await runCheck(site, window, signal, (step, tab) => progress(step + 1, tab));
  const { setting, state, account } = order;
  const failure = thrown.failure ?? whyNotDone(order, result);
  return {
    result,
    looks,
    close,
    isUnanswered: write.isPending,
    change: { setting, account, from: thrown.from ?? state, to: state, at: Date.now(), failure },
  };
}

/** Why a fresh check does not prove the change, or `null` when it does. */
function whyNotDone({ setting, state, account }: ChangeOrder, result: CheckResult): Reason | null {
  if (result.failure !== null) return result.failure;
  // Without permission a check falls back on a tab that was open already: that proves nothing.
  if (result.source !== "fresh-load") return "not-fresh";
  if (result.account !== account) return "account-changed";
  const finding = result.findings.find((candidate) => candidate.setting === setting);
  if (finding?.verdict === "unknown") return finding.reason;
  if (finding?.state !== state) return "not-saved";
  const isProven = finding.readings.some((reading) => reading.strength === "strong" && reading.says === state);
  return isProven ? null : "page-changed";
}
