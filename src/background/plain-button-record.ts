import browser from "webextension-polyfill";
import * as z from "zod/mini";

const key = "plain-button";

/** Whether the toolbar button tells nothing; it does tell where that cannot be understood. */
export async function readPlainButton(): Promise<boolean> {
  const parsed = z.boolean().safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success && parsed.data;
}

export async function writePlainButton(isPlain: boolean): Promise<void> {
  await browser.storage.local.set({ [key]: isPlain });
}

/** Calls back whenever the choice has been written. */
export function watchPlainButton(changed: () => void): void {
  browser.storage.onChanged.addListener((changes) => {
    if (key in changes) changed();
  });
}
