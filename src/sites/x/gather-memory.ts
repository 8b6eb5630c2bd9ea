/**
 * Reads X's own memory, the Redux store that its React root holds. Runs in the page's main world and is sent there as
 * text, so it stands alone. Whatever the page does, it returns and never throws. All of it is a class's code, which
 * is strict wherever it runs: a function of the page's that is called by one that is not strict can read its caller.
 *
 * The store is found by a bounded walk of React's fibers from the root container and, failing that, along the path of
 * properties that X's root had in 2026. Both were seen to lead to the same store. Other things than X's store can be
 * asked for a state: what holds none like X's is passed by.
 *
 * @param wordsByField the settings' fields to report, each with the words that may be reported as they are
 * @returns plain JSON: booleans, counts, words of closed lists and the account's handles; see `MemoryEvidence`
 */
export function gatherMemory(wordsByField: Readonly<Record<string, readonly string[]>>): unknown {
  class Look {
    read(): unknown {
      const mostFibers = 2000;
      const mostProperties = 60;
      const mostEntries = 2000;
      const mostStores = 20;
      /** How long the page may be kept busy by this, in milliseconds. */
      const longest = 200;
      const deadline = Date.now() + longest;
      let storesSeen = 0;
      let hasThrown = false;

      /** One property, or `undefined` where there is none or the page throws at the touch. */
      function get(from: unknown, key: string): unknown {
        try {
          return (from as Readonly<Record<string, unknown>>)[key];
        } catch {
          return undefined;
        }
      }

      function dig(from: unknown, ...keys: string[]): unknown {
        let found = from;
        for (const key of keys) found = get(found, key);
        return found;
      }

      function keysOf(of: unknown): string[] {
        // A text that is drawn is a fiber's properties too: its letters would be listed, as many as there are.
        // And so is a list, which may be long; no store hangs on one.
        if (typeof of !== "object" || of === null || Array.isArray(of) || Date.now() > deadline) return [];
        try {
          return Object.keys(of);
        } catch {
          return [];
        }
      }

      function ownByPrefix(of: unknown, prefix: string): unknown {
        for (const key of keysOf(of)) {
          if (key.startsWith(prefix)) return get(of, key);
        }
        return undefined;
      }

      /** The state of a store that looks like X's, `undefined` for anything else. */
      function stateOf(candidate: unknown): unknown {
        if (typeof candidate !== "object" || typeof get(candidate, "getState") !== "function") return undefined;
        storesSeen += 1;
        if (storesSeen > mostStores) return undefined;
        try {
          const state = (candidate as { getState(): unknown }).getState();
          const parts = [
            get(state, "settings"),
            get(state, "session"),
            get(state, "entities"),
            get(state, "featureSwitch"),
          ];
          let known = 0;
          for (let index = 0; index < parts.length; index += 1) if (typeof parts[index] === "object") known += 1;
          return known > 1 ? state : undefined;
        } catch {
          hasThrown = true;
          return undefined;
        }
      }

      function stateInFibers(root: unknown): unknown {
        const container = ownByPrefix(root, "__reactContainer$");
        // The container names the fiber of the first render, whose tree may be an old one; what is drawn now hangs on
        // `stateNode.current`.
        const waiting = [dig(container, "stateNode", "current") ?? container];
        for (let seen = 0; waiting.length > 0 && seen < mostFibers; seen += 1) {
          const fiber = waiting.pop();
          const props = get(fiber, "memoizedProps");
          const keys = keysOf(props);
          for (let index = 0; index < keys.length && index < mostProperties; index += 1) {
            const state = stateOf(get(props, keys[index] as string));
            if (state) return state;
          }
          const sibling = get(fiber, "sibling");
          const child = get(fiber, "child");
          if (sibling) waiting.push(sibling);
          if (child) waiting.push(child);
        }
        return undefined;
      }

      function stateOnPath(root: unknown): unknown {
        const props = ownByPrefix(get(root, "firstElementChild"), "__reactProps");
        return stateOf(dig(props, "children", "props", "children", "props", "store"));
      }

      function statusWord(status: unknown): string {
        const isKnown = status === "none" || status === "loading" || status === "loaded" || status === "failed";
        return isKnown ? status : "other";
      }

      /**
       * Whether a write to the settings has not been answered yet, by X's log of writes, which also keeps entries of other
       * kinds. A log that is not as it is known, or too long to be read to its beginning, may hide one; `null` where there
       * is no log at all.
       */
      function hasPendingWrite(log: unknown): boolean | null {
        if (log === undefined) return null;
        const length = countOf(log);
        if (length === null || length > mostEntries) return true;
        for (let index = 0; index < length; index += 1) {
          const entry = get(log, String(index));
          const type = dig(entry, "action", "type");
          const isOpen = keysOf(entry).includes("beforeState");
          if (typeof type !== "string" || (isOpen && type === "rweb/settings/UPDATE_REQUEST")) return true;
        }
        return false;
      }

      function reportValues(settings: unknown): Record<string, unknown> {
        const report: Record<string, unknown> = {};
        for (const field of Object.keys(wordsByField)) {
          const value = get(settings, field);
          const isWord = typeof value === "string" && wordsByField[field]?.includes(value) === true;
          // Anything but a boolean or a known word is reported by its type alone: it could be anything, also a number.
          if (value !== undefined)
            report[field] = typeof value === "boolean" || isWord ? value : { type: typeof value };
        }
        return report;
      }

      function handle(value: unknown): string | null {
        return typeof value === "string" ? value.slice(0, 64) : null;
      }

      function countOf(list: unknown): number | null {
        try {
          const length: unknown = Array.isArray(list) ? list.length : null;
          return typeof length === "number" ? length : null;
        } catch {
          return null;
        }
      }

      /** Whose the browser's session is, by the cookie that names the account: another tab may have changed it. */
      function cookieWord(userId: unknown): string {
        const named = /(?:^|;\s*)twid="?u(?:%3D|=)(\d+)/i.exec(String(document.cookie))?.[1];
        if (named === undefined || typeof userId !== "string") return "none";
        return named === userId ? "same" : "other";
      }

      /** What is there in the place of an app whose memory is known. */
      function appWord(root: Element | null): string {
        const newScripts = '[src*="//abs.twimg.com/x-web/"],[href*="//abs.twimg.com/x-web/"]';
        if ("__TSR_ROUTER__" in globalThis || document.querySelector(newScripts)) return "new";
        if (document.querySelector("#ScriptLoadFailure")?.checkVisibility()) return "failed";
        return root?.childElementCount === 0 ? "empty" : "other";
      }

      try {
        const root = document.getElementById("react-root");
        const inFibers = stateInFibers(root);
        const state = inFibers ?? stateOnPath(root);
        if (!state) return { store: hasThrown ? "unreadable" : "missing", app: appWord(root) };
        const remote = dig(state, "settings", "remote");
        const userId = dig(state, "session", "user_id");
        const isSignedIn = typeof userId === "string" && userId !== "";
        const isSignedOut = userId === undefined && dig(state, "session", "isLoaded") === true;
        const devices = dig(state, "devices", "devices");
        return {
          store: "found",
          way: inFibers ? "fibers" : "path",
          status: statusWord(get(remote, "fetchStatus")),
          viewer: isSignedIn ? "signed-in" : isSignedOut ? "signed-out" : "unknown",
          cookie: cookieWord(userId),
          isRestricted: dig(state, "session", "isRestrictedSession") === true,
          handles: {
            settings: handle(dig(remote, "settings", "screen_name")),
            session: isSignedIn ? handle(dig(state, "entities", "users", "entities", userId, "screen_name")) : null,
          },
          hasPendingWrite: hasPendingWrite(get(state, "optimist")),
          values: reportValues(get(remote, "settings")),
          devices: {
            status: statusWord(get(devices, "fetchStatus")),
            numbers: countOf(dig(devices, "data", "phone_numbers")),
          },
        };
      } catch {
        return { store: "unreadable", app: "other" };
      }
    }
  }
  return new Look().read();
}
