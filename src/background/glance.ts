import browser from "webextension-polyfill";
import type { CheckResult } from "../audit/check-result";
import { conclude } from "../audit/conclude";
import type { Site } from "../audit/site";
import { noteSign } from "./end-check";
import { gather } from "./gather";
import type { Subject } from "./subject";

/** How long an open page may take to answer, in milliseconds: the popup is waiting. */
const patience = 3000;

/**
 * Reads the window's active tab as it is, where it is the site's and the browser allows it. Nothing is loaded or
 * changed, so the result is old news: it may warn and never reassure.
 *
 * @returns `null` where the tab is another site's, is closed to the extension, or has nothing to say
 */
export async function glanceAtWindow(site: Site, window: number): Promise<CheckResult | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId: window });
  if (tab?.id === undefined || tab.url === undefined || !site.owns(tab.url)) return null;
  const evidence = await Promise.race([gather(site, tab.id).catch(() => null), giveUp()]);
  const observation = evidence && site.glance(evidence, Date.now());
  return observation && conclude(site.id, site.settings, observation);
}

/**
 * Remembers what an open tab says is open: what a check has proven before does not hold any more, wherever it is shown.
 */
export async function noteOpen(site: Site, subject: Subject, seen: CheckResult | null): Promise<void> {
  for (const { setting, verdict, state } of seen?.findings ?? []) {
    const isSwitch = site.settings.some(({ id, kind }) => id === setting && kind === "discoverability");
    if (!seen || !isSwitch || verdict !== "exposed") continue;
    await noteSign(subject, { setting, account: seen.account, kind: "open", state, until: seen.asOf });
  }
}

function giveUp(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, patience, null));
}
