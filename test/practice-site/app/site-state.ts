import type { Viewer } from "./initial-state";

export type FetchStatus = "none" | "loading" | "loaded" | "failed";
export type SettingsBody = Readonly<Record<string, unknown>>;

export interface PhoneNumber {
  phone_number: string;
  phone_number_user_type: string;
  phone_number_verified: boolean;
}

export interface Devices {
  emails: readonly unknown[];
  phone_numbers: readonly PhoneNumber[];
}

/** The page's memory, under the names that X gives its parts. */
export interface SiteState {
  settings: { remote: { settings: SettingsBody; fetchStatus: FetchStatus } };
  session: { user_id?: string; isLoaded: boolean; isRestrictedSession: boolean };
  featureSwitch: { user: { config: object } };
  entities: { users: { entities: Readonly<Record<string, { id_str: string; screen_name: string }>> } };
  devices: { devices: { data: Devices; fetchStatus: FetchStatus } };
  /** Names from an uploaded address book. */
  contacts: readonly string[];
  passwordVerification: { isVerified: boolean };
}

interface Transaction<Step extends "BEGIN" | "COMMIT" | "REVERT"> {
  optimist: { type: Step; id: string };
}

export type SiteAction =
  | { type: "rweb/settings/FETCH_REQUEST" }
  | { type: "rweb/settings/FETCH_SUCCESS"; payload: SettingsBody }
  | { type: "rweb/settings/FETCH_FAILURE" }
  | ({ type: "rweb/settings/UPDATE_REQUEST"; payload: SettingsBody } & Transaction<"BEGIN">)
  | ({ type: "rweb/settings/UPDATE_SUCCESS"; payload: SettingsBody } & Transaction<"COMMIT">)
  | ({ type: "rweb/settings/UPDATE_FAILURE" } & Transaction<"REVERT">)
  | { type: "rweb/session/VIEWER_KNOWN"; payload: Viewer }
  | { type: "rweb/devices/FETCH_REQUEST" }
  | { type: "rweb/devices/FETCH_SUCCESS"; payload: Devices }
  | { type: "rweb/devices/FETCH_FAILURE" }
  | { type: "rweb/contacts/REMOVED" }
  | { type: "rweb/passwordVerification/VERIFIED" };
