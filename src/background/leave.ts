import type { Browser } from "webextension-polyfill";

// As in the popup's client: pages that have little to load need no wrapper for two calls.
declare const chrome: Pick<Browser, "tabs">;

/** Closes the tab of the page that asks, also where it is the only one in its window: a page may not do that by itself. */
export async function leave(): Promise<void> {
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id !== undefined) await chrome.tabs.remove(tab.id);
}
