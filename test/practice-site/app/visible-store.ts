import type { InitialState } from "./initial-state";
import type { SiteState } from "./site-state";
import type { SiteStore } from "./site-store";

/** What others than the page find in React's properties. */
export interface VisibleStore {
  getState(): unknown;
}

/** The page's own store, odd in the one way that the scenario names; `undefined` where there is none to find. */
export function showStore(store: SiteStore, memory: InitialState["memory"]): VisibleStore | undefined {
  switch (memory) {
    case "ordinary":
    case "behind-another":
    case "extra-wrapper":
      return store;
    case "unreachable":
    case "no-react":
      return undefined;
    case "getstate-throws":
      return { ...store, getState: () => fail("getState") };
    case "getter-throws":
      return { ...store, getState: () => withThrowingSettings(store.getState()) };
    case "renamed":
      return { ...store, getState: () => rename(store.getState()) };
    case "unknown-status":
      return { ...store, getState: () => changeRemote(store.getState(), { fetchStatus: "ready" }) };
    case "disagrees-with-boxes":
      return { ...store, getState: () => disagree(store.getState()) };
    default:
      return memory satisfies never;
  }
}

/** Somebody else's, which looks like a store and knows nothing of X. */
export const foreignStore: VisibleStore = { getState: () => ({ settings: { theme: "dim" }, records: {} }) };

function withThrowingSettings(state: SiteState): object {
  return Object.defineProperty({ ...state }, "settings", { enumerable: true, get: () => fail("settings") });
}

function rename({ settings, session, entities, ...others }: SiteState): object {
  return { ...others, preferences: settings, visit: session, records: entities };
}

function disagree(state: SiteState): object {
  const { settings } = state.settings.remote;
  return changeRemote(state, {
    settings: {
      ...settings,
      ...negate(settings, "discoverable_by_email"),
      ...negate(settings, "discoverable_by_mobile_phone"),
    },
  });
}

/** A box is drawn checked for anything truthy; only a real boolean has an opposite. */
function negate(settings: Readonly<Record<string, unknown>>, field: string): Record<string, boolean> {
  const value = settings[field];
  return typeof value === "boolean" ? { [field]: !value } : {};
}

function changeRemote(state: SiteState, change: object): object {
  return { ...state, settings: { ...state.settings, remote: { ...state.settings.remote, ...change } } };
}

function fail(what: string): never {
  throw new TypeError(`${what} is not for you.`);
}
