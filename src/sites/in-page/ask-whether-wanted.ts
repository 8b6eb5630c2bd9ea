import type { Runtime } from "webextension-polyfill";

// Both browsers answer with promises under this name.
declare const chrome: { readonly runtime: Pick<Runtime.Static, "sendMessage"> };

/** Asks the background whether the tab that this runs in is one in which a check listens. */
export async function askWhetherWanted(): Promise<boolean> {
  return (await chrome.runtime.sendMessage({ listener: "is-wanted" })) === true;
}
