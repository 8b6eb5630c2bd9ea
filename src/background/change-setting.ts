import type { Change, CheckResult } from "../audit/check-result";
import { conclude } from "../audit/check-result";
import { Reason } from "../audit/reason";
import type { Site, Switch } from "../audit/site";
import { gather, runInTab } from "./gather";
import { openOwnTab } from "./own-tab";
import { observe, type Progress, runCheck } from "./run-check";
import { watchSteadiness } from "./steadiness";
import { visitPage } from "./visit-page";
import { within } from "./within";

/** A change that the person asked for by a click that named it. */
export interface ChangeOrder {
  readonly setting: string;
  /** The wanted state, by name. */
  readonly state: string;
  /** The account that the person was shown: another one is left alone. */
  readonly account: string | null;
}

/** What came of it: the change, and the fresh check that proved or disproved it. */
export interface ChangeOutcome {
  readonly change: Change;
  readonly result: CheckResult;
}

/** How long the site may take to save, in milliseconds. */
const savingTime = 25_000;
/** The pause between two looks at a page that is saving, in milliseconds. */
const savingInterval = 250;

/**
 * Throws one of the site's own switches for the person: loads its page afresh in a background tab, makes sure that it
 * is the account that they were shown, clicks the switch once, waits until the page has saved, and closes the tab. What
 * the page shows then proves nothing, so a whole fresh check follows, and only that says whether it is done.
 *
 * @param progress told the steps: 0 while the switch is thrown, then those of the check, counted on
 */
export async function changeSetting(
  site: Site,
  order: ChangeOrder,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome> {
  const thrown = await throwSwitch(site, order, window, signal, progress);
  const result = await runCheck(site, window, signal, (step, tab) => progress(step + 1, tab));
  const { setting, state, account } = order;
  const failure = thrown.failure ?? whyNotDone(order, result);
  return { result, change: { setting, account, from: thrown.from ?? state, to: state, at: Date.now(), failure } };
}

/** How throwing went: the state that the page was in before, where that is known, and why it was not thrown. */
interface Thrown {
  readonly from: string | null;
  readonly failure: Reason | null;
}

async function throwSwitch(
  site: Site,
  { setting, state, account }: ChangeOrder,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<Thrown> {
  const found = [...site.switches].find(([id]) => id === setting)?.[1];
  const isState = site.settings.some(({ id, states }) => id === setting && Object.hasOwn(states, state));
  if (!found || !isState) return { from: null, failure: "control-not-found" };
  // A page that goes away under an injected script may leave it without an answer for ever.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort("timed-out" satisfies Reason), found.visit.patience + savingTime);
  try {
    await progress(0, null);
    const tab = await openOwnTab(window, found.visit.address);
    const stop = AbortSignal.any([signal, tab.closed, late.signal]);
    try {
      await progress(0, tab.id);
      const outcome = await visitPage(site, found.visit, tab.id, stop);
      if ("failure" in outcome) return { from: null, failure: outcome.failure };
      if (outcome.testimony.account !== account) return { from: null, failure: "account-changed" };
      const { findings } = conclude(site.id, site.settings, observe(outcome.testimony));
      const from = findings.find((finding) => finding.setting === setting)?.state ?? null;
      const pressed = found.readPress(await within(stop, runInTab(tab.id, "ISOLATED", found.press(state))));
      if (pressed === "not-found") return { from, failure: "control-not-found" };
      if (pressed === "pressed") await waitForSaving(site, found, state, tab.id, stop);
      return { from, failure: null };
    } finally {
      await tab.close();
    }
  } catch (error) {
    const reason = Reason.safeParse(signal.aborted ? signal.reason : error);
    return { from: null, failure: reason.success ? reason.data : "interrupted" };
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until the page has saved, well or badly, or has taken too long. */
async function waitForSaving(site: Site, found: Switch, state: string, tab: number, stop: AbortSignal): Promise<void> {
  const begun = Date.now();
  const steadiness = watchSteadiness();
  while (Date.now() - begun < savingTime) {
    const evidence = await within(stop, gather(site, tab));
    if (found.hasFinishedSaving(evidence, state, steadiness(evidence))) return;
    await within(stop, new Promise((resolve) => setTimeout(resolve, savingInterval)));
  }
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
