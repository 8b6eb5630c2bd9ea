import browser from "webextension-polyfill";
import type { Detail } from "../audit/detail";

/** A tab that a check opened for itself, in the background. */
export interface OwnTab {
  readonly id: number;
  /** When it was last looked at, or made, in milliseconds since 1970. Older browsers do not say. */
  readonly lastAccessed: number | undefined;
  /** Aborts, with the reason `tab-closed`, when somebody else closes the tab. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

/** Opens a page in a background tab of the window; nothing that the person has open is touched. */
export async function openOwnTab(window: number, address: string): Promise<OwnTab> {
  const { id, lastAccessed } = await browser.tabs.create({ windowId: window, url: address, active: false });
  if (id === undefined) throw new Error("The browser opened a tab without an id.");
  const { closed, end } = watchTab(id);
  return {
    id,
    lastAccessed,
    closed,
    async close() {
      end();
      await closeTab(id);
    },
  };
}

/** Tells, by a signal with the reason `tab-closed`, when a tab is closed. */
export function watchTab(id: number): { readonly closed: AbortSignal; end(): void } {
  const closed = new AbortController();
  const watchRemoval = (removed: number) => {
    if (removed === id) closed.abort("tab-closed" satisfies Detail);
  };
  browser.tabs.onRemoved.addListener(watchRemoval);
  // Others may have closed it before anybody listened.
  browser.tabs.get(id).catch(() => closed.abort("tab-closed" satisfies Detail));
  return { closed: closed.signal, end: () => browser.tabs.onRemoved.removeListener(watchRemoval) };
}

/** Closes a tab, if it is still there. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch(() => undefined);
}
