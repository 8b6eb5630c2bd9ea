import type { Browser } from "webextension-polyfill";

declare const chrome: Partial<Pick<Browser, "commands">>;

/** The keys that open the popup, as the browser writes them; `null` where there are none. */
export async function readShortcut(): Promise<string | null> {
  // Firefox for Android has no keys, and others may have given them away.
  const commands = (await chrome.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === "_execute_action")?.shortcut || null;
}
