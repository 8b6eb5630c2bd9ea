import type { Browser } from "webextension-polyfill";

declare const chrome: Pick<Browser, "storage">;

/** What the browser's two storages hold under some keys, before it is parsed. */
interface Records {
  readonly session: Readonly<Record<string, unknown>>;
  readonly local: Readonly<Record<string, unknown>>;
}

/** Records that are kept up to date by what the browser tells of their changes. */
export interface FollowedRecords {
  /** As they are, as far as is known. */
  current(): Records;
  /** Reads them anew: the browser may not have told yet what others know already. */
  read(): Promise<void>;
  /** Follows them from here on: calls back when they are read anew, and whenever one of them has changed. */
  watch(changed: () => void): void;
}

/** Reads the records under these keys. */
export async function followRecords(keys: readonly string[]): Promise<FollowedRecords> {
  let records: Records = { session: {}, local: {} };
  let changesHeard = 0;

  async function read(): Promise<void> {
    for (let heard = -1; heard !== changesHeard; ) {
      heard = changesHeard;
      // Where a storage cannot be read, what the browser has told of it holds: the page is drawn all the same.
      const [session, local] = await Promise.all([
        chrome.storage.session.get([...keys]).catch(() => records.session),
        chrome.storage.local.get([...keys]).catch(() => records.local),
      ]);
      // What was read may be older than what was told meanwhile.
      if (heard === changesHeard) records = { session, local };
    }
  }

  await read();
  return {
    current: () => records,
    read,
    watch(callBack) {
      chrome.storage.onChanged.addListener((changes, area) => {
        const changed = keys.filter((key) => key in changes);
        if (changed.length === 0 || (area !== "session" && area !== "local")) return;
        changesHeard += 1;
        const values = Object.fromEntries(changed.map((key) => [key, changes[key]?.newValue]));
        records = { ...records, [area]: { ...records[area], ...values } };
        callBack();
      });
      // What has changed before.
      read().then(callBack, () => undefined);
    },
  };
}
