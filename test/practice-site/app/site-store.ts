import { legacy_createStore, type Store } from "redux";
import optimist from "redux-optimist";
import type { InitialState, Viewer } from "./initial-state";
import type { SiteAction, SiteState } from "./site-state";

export type SiteStore = Store<SiteState & { optimist: readonly unknown[] }, SiteAction>;

/** The page's own store. Signed out, the settings stay as they are here. */
export function createSiteStore(initial: InitialState): SiteStore {
  const viewer = initial.viewerKnown === "known-first" ? initial.viewer : null;
  const preloaded: SiteState & { optimist: readonly unknown[] } = {
    optimist: [],
    settings: { remote: { settings: { display_sensitive_media: false }, fetchStatus: "none" } },
    session: {
      isLoaded: initial.viewer === null || viewer !== null,
      isRestrictedSession: initial.isRestricted,
      ...(viewer === null ? {} : { user_id: viewer.id }),
    },
    featureSwitch: { user: { config: {} } },
    entities: { users: { entities: viewer === null ? {} : describeUser(viewer) } },
    devices: { devices: { data: { emails: [], phone_numbers: [] }, fetchStatus: "none" } },
    contacts: initial.contacts,
    passwordVerification: { isVerified: false },
  };
  return legacy_createStore(optimist(reduceSite(preloaded)), preloaded);
}

function reduceSite(initial: SiteState) {
  return (state: SiteState = initial, action: SiteAction): SiteState => ({
    settings: { remote: reduceSettings(state.settings.remote, action) },
    featureSwitch: state.featureSwitch,
    ...reduceViewer(state, action),
    devices: { devices: reduceDevices(state.devices.devices, action) },
    contacts: action.type === "rweb/contacts/REMOVED" ? [] : state.contacts,
    passwordVerification:
      action.type === "rweb/passwordVerification/VERIFIED" ? { isVerified: true } : state.passwordVerification,
  });
}

function reduceViewer({ session, entities }: SiteState, action: SiteAction): Pick<SiteState, "session" | "entities"> {
  if (action.type !== "rweb/session/VIEWER_KNOWN") return { session, entities };
  return {
    session: { ...session, user_id: action.payload.id, isLoaded: true },
    entities: { users: { entities: describeUser(action.payload) } },
  };
}

type Remote = SiteState["settings"]["remote"];

/** A write changes the settings at once and leaves `fetchStatus` alone: the log of `redux-optimist` puts a failed one back. */
function reduceSettings(remote: Remote, action: SiteAction): Remote {
  switch (action.type) {
    case "rweb/settings/FETCH_REQUEST":
      return { ...remote, fetchStatus: "loading" };
    case "rweb/settings/FETCH_SUCCESS":
      return { settings: action.payload, fetchStatus: "loaded" };
    case "rweb/settings/FETCH_FAILURE":
      return { ...remote, fetchStatus: "failed" };
    case "rweb/settings/UPDATE_REQUEST":
      return { ...remote, settings: { ...remote.settings, ...action.payload } };
    case "rweb/settings/UPDATE_SUCCESS":
      return { ...remote, settings: action.payload };
    default:
      return remote;
  }
}

type DeviceList = SiteState["devices"]["devices"];

function reduceDevices(devices: DeviceList, action: SiteAction): DeviceList {
  switch (action.type) {
    case "rweb/devices/FETCH_REQUEST":
      return { ...devices, fetchStatus: "loading" };
    case "rweb/devices/FETCH_SUCCESS":
      return { data: action.payload, fetchStatus: "loaded" };
    case "rweb/devices/FETCH_FAILURE":
      return { ...devices, fetchStatus: "failed" };
    default:
      return devices;
  }
}

function describeUser({ id, handle }: Viewer): SiteState["entities"]["users"]["entities"] {
  return { [id]: { id_str: id, screen_name: handle } };
}
