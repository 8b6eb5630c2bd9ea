import { BEGIN, COMMIT, REVERT } from "redux-optimist";
import { deletePhone, fetchDevices, fetchSettings, removeContacts, saveSettings } from "./api";
import { initialState, store } from "./site";

/** Asks for the settings. A viewer who is to be known late is known as soon as the answer, good or bad, is there. */
export async function loadSettings(): Promise<void> {
  store.dispatch({ type: "rweb/settings/FETCH_REQUEST" });
  try {
    store.dispatch({ type: "rweb/settings/FETCH_SUCCESS", payload: await fetchSettings() });
  } catch {
    store.dispatch({ type: "rweb/settings/FETCH_FAILURE" });
  }
  const { viewer, viewerKnown } = initialState;
  if (viewer !== null && viewerKnown === "known-late") {
    store.dispatch({ type: "rweb/session/VIEWER_KNOWN", payload: viewer });
  }
}

let writes = 0;

/** Shows the new value at once, and puts the old one back if the server does not save it. */
export async function writeSetting(field: string, value: boolean): Promise<void> {
  writes += 1;
  const id = `settings-${writes}`;
  store.dispatch({
    type: "rweb/settings/UPDATE_REQUEST",
    payload: { [field]: value },
    optimist: { type: BEGIN, id },
  });
  try {
    const body = await saveSettings({ [field]: String(value) });
    store.dispatch({ type: "rweb/settings/UPDATE_SUCCESS", payload: body, optimist: { type: COMMIT, id } });
  } catch {
    store.dispatch({ type: "rweb/settings/UPDATE_FAILURE", optimist: { type: REVERT, id } });
  }
}

export async function loadDevices(): Promise<void> {
  store.dispatch({ type: "rweb/devices/FETCH_REQUEST" });
  try {
    store.dispatch({ type: "rweb/devices/FETCH_SUCCESS", payload: await fetchDevices() });
  } catch {
    store.dispatch({ type: "rweb/devices/FETCH_FAILURE" });
  }
}

export async function deletePhoneNumber(): Promise<void> {
  try {
    store.dispatch({ type: "rweb/devices/FETCH_SUCCESS", payload: await deletePhone() });
  } catch {
    // The number stays on the page, as it does on the server.
  }
}

export async function removeAllContacts(): Promise<void> {
  try {
    await removeContacts();
    store.dispatch({ type: "rweb/contacts/REMOVED" });
  } catch {
    // They stay on the page, as they do on the server.
  }
}

export function passWall(): void {
  store.dispatch({ type: "rweb/passwordVerification/VERIFIED" });
}
