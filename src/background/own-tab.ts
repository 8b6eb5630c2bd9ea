import browser from "webextension-polyfill";
import type { Detail } from "../audit/detail";

/** A tab that a check opened for itself, in the background. */
export interface OwnTab {
  readonly id: number;
  /** When it was last looked at, or made, in milliseconds since 1970. Older browsers do not say. */
  readonly lastAccessed: number | undefined;
  /** Aborts, with a detail as its reason, when somebody else closes the tab or the browser puts it to sleep. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

/** Opens a page in a background tab of the window; nothing that the person has open is touched. */
export async function openOwnTab(window: number, address: string): Promise<OwnTab> {
  const { id, lastAccessed } = await browser.tabs.create({ windowId: window, url: address, active: false });
  if (id === undefined) throw new Error("The browser opened a tab without an id.");
  const watched = watchTab(id);
  return {
    id,
    lastAccessed,
    closed: watched.closed,
    async close() {
      watched.end();
      await closeTab(watched.current());
    },
  };
}

interface WatchedTab {
  readonly closed: AbortSignal;
  /** The tab's number now: Chromium gives a tab that it puts to sleep another one. */
  current(): number;
  end(): void;
}

/** Tells, by a signal with the reason `tab-closed` or `tab-asleep`, when there is nothing more to be had of a tab. */
export function watchTab(id: number): WatchedTab {
  const closed = new AbortController();
  let current = id;
  const watchRemoval = (removed: number) => {
    if (removed === current) closed.abort("tab-closed" satisfies Detail);
  };
  const watchReplacement = (added: number, replaced: number) => {
    if (replaced !== current) return;
    current = added;
    closed.abort("tab-asleep" satisfies Detail);
  };
  browser.tabs.onRemoved.addListener(watchRemoval);
  browser.tabs.onReplaced.addListener(watchReplacement);
  // Others may have closed it before anybody listened.
  browser.tabs.get(id).catch(() => closed.abort("tab-closed" satisfies Detail));
  return {
    closed: closed.signal,
    current: () => current,
    end() {
      browser.tabs.onRemoved.removeListener(watchRemoval);
      browser.tabs.onReplaced.removeListener(watchReplacement);
    },
  };
}

/** Closes a tab, if it is still there. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch(() => undefined);
}
