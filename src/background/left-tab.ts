import browser, { type Tabs } from "webextension-polyfill";
import type { Site } from "../audit/site";
import { closeTab } from "./own-tab";
import type { RunningCheck } from "./standing";

/** How long a browser may take to open a tab, in milliseconds. */
const openingTime = 5000;

/**
 * Closes the tab that a check has left which nobody works on any more. A tab that may be the person's own is left alone,
 * and so is one that they have looked at.
 *
 * @param left how far the check was, where the browser has run ever since
 * @param opened when its tab was last accessed, as it was noted on the disk
 */
export async function closeLeftTab(site: Site, left: RunningCheck | null, opened: number | null): Promise<void> {
  if (left && left.tab !== null) return closeTab(left.tab);
  // It worked in a tab of the person's: there is none of its own.
  if (left && !left.isOpening) return;
  const isOwn = ({ id = 0, status, lastAccessed = 0, ...tab }: Tabs.Tab) => {
    const address = tab.pendingUrl || (tab.url ?? "");
    // Firefox does not say whereto a tab is on its way: until it is there it is blank.
    const isOnItsWay = status === "loading" && /^(?:about:blank)?$/.test(address);
    const isThere = addressesOf(site).has(address) || isOnItsWay;
    // Numbers of tabs count anew with each start of the browser, and so do not tell whose a tab is.
    if (!left) return isThere && lastAccessed === opened;
    // It was stopped in the moment between opening the tab and noting which it is.
    const isNew = !left.others.includes(id) && Math.abs(lastAccessed - left.at) < openingTime;
    return isNew && isThere;
  };
  const [found, another] = (await browser.tabs.query({ active: false })).filter(isOwn);
  if (found?.id !== undefined && !another) await closeTab(found.id);
}

/** Where the tabs of a site's checks and changes are opened, and led to. */
function addressesOf({ visits, switches }: Site): ReadonlySet<string> {
  return new Set([...visits, ...[...switches.values()].map(({ visit }) => visit)].map(({ address }) => address));
}
