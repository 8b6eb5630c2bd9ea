import type { Setting, SettingId } from "../../audit/setting";
import { settings } from "./settings";

/** X's own value for each of a setting's states; anything else it may hold is unknown. */
type Value = boolean | string;

/** A setting together with where X keeps it: the field of its account settings, and the value that stands for each state. */
export type XSetting = Setting & { readonly field: string; readonly values: ReadonlyMap<Value, string> };

/** Where the account settings of X's web client keep each setting. */
const fields: Readonly<Record<SettingId, string>> = {
  "x.phone": "discoverable_by_mobile_phone",
  "x.email": "discoverable_by_email",
  "x.contact-sync": "address_book_live_sync_enabled",
  "x.protected-posts": "protected",
  "x.photo-tagging": "allow_media_tagging",
  "x.message-requests": "allow_dms_from",
  "x.read-receipts": "dm_receipt_setting",
  "x.location": "geo_enabled",
  "x.ads": "allow_ads_personalization",
  "x.inferred-identity": "allow_logged_out_device_personalization",
  "x.business-partners": "allow_sharing_data_for_third_party_personalization",
  "x.places": "allow_location_history_personalization",
  "x.spaces-listening": "ext_sharing_audiospaces_listening_data_with_followers",
};

/** X's settings as they are read. */
export const keptSettings: readonly XSetting[] = settings.map((setting) => ({
  ...setting,
  field: fields[setting.id] ?? "",
  values: valuesOf(setting),
}));

/** A switch is kept as plain `true` and `false`, a choice as one word out of a few, by which its states are called. */
function valuesOf({ states }: Setting): ReadonlyMap<Value, string> {
  return new Map(Object.keys(states).map((state) => [state === "on" || (state === "off" ? false : state), state]));
}

/** The fields that are read, each with the words that may be reported as they are. */
export const wordsByField: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  keptSettings.map(({ field, values }) => [field, [...values.keys()].filter((value) => typeof value === "string")]),
);
