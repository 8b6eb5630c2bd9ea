import type { Setting, SettingState, SiteMessage } from "../../audit/setting";

/** The site's own value for each of a setting's states; anything else it may hold is unknown. */
type Value = boolean | string;

/** A setting together with where X keeps it: the field of its account settings, and the value that stands for each state. */
type XSetting = Setting & { readonly field: string; readonly values: ReadonlyMap<Value, string> };

const page = (path: string) => `https://x.com/settings/${path}`;

/** A setting that is kept as plain `true` and `false`, where `false` is the private one unless said otherwise. */
function toggle(on: SiteMessage, off: SiteMessage, privateState: "on" | "off" = "off") {
  return {
    states: {
      on: { isPrivate: privateState === "on", words: on },
      off: { isPrivate: privateState === "off", words: off },
    },
    values: new Map<Value, string>([
      [true, "on"],
      [false, "off"],
    ]),
  };
}

/** A setting that is kept as one word out of a few; the words are the states' names. */
function choice(states: Readonly<Record<string, SettingState>>) {
  return { states, values: new Map<Value, string>(Object.keys(states).map((name) => [name, name])) };
}

/** X's settings, in the order in which they are shown. Fields and values: the account settings of X's web client. */
export const settings: readonly XSetting[] = [
  {
    id: "x.phone",
    kind: "discoverability",
    identifier: "phone",
    title: "site.x.phone.title",
    label: "site.x.phone.label",
    page: page("contacts"),
    field: "discoverable_by_mobile_phone",
    ...toggle("site.x.on", "site.x.off"),
  },
  {
    id: "x.email",
    kind: "discoverability",
    identifier: "email",
    title: "site.x.email.title",
    label: "site.x.email.label",
    page: page("contacts"),
    field: "discoverable_by_email",
    ...toggle("site.x.on", "site.x.off"),
  },
  {
    id: "x.contact-sync",
    kind: "privacy",
    title: "site.x.contact-sync.title",
    page: page("contacts"),
    field: "address_book_live_sync_enabled",
    ...toggle("site.x.contact-sync.on", "site.x.contact-sync.off"),
  },
  {
    id: "x.protected-posts",
    kind: "privacy",
    title: "site.x.protected-posts.title",
    page: page("audience_and_tagging"),
    field: "protected",
    ...toggle("site.x.protected-posts.on", "site.x.protected-posts.off", "on"),
  },
  {
    id: "x.photo-tagging",
    kind: "privacy",
    title: "site.x.photo-tagging.title",
    page: page("tagging"),
    field: "allow_media_tagging",
    ...choice({
      all: { isPrivate: false, words: "site.x.photo-tagging.all" },
      following: { isPrivate: true, words: "site.x.photo-tagging.following" },
      none: { isPrivate: true, words: "site.x.photo-tagging.none" },
    }),
  },
  {
    id: "x.message-requests",
    kind: "privacy",
    title: "site.x.message-requests.title",
    page: page("direct_messages"),
    field: "allow_dms_from",
    ...choice({
      all: { isPrivate: false, words: "site.x.message-requests.all" },
      verified: { isPrivate: true, words: "site.x.message-requests.verified" },
      following: { isPrivate: true, words: "site.x.message-requests.following" },
    }),
  },
  {
    id: "x.read-receipts",
    kind: "privacy",
    title: "site.x.read-receipts.title",
    page: page("direct_messages"),
    field: "dm_receipt_setting",
    ...choice({
      all_enabled: { isPrivate: false, words: "site.x.read-receipts.all_enabled" },
      all_disabled: { isPrivate: true, words: "site.x.read-receipts.all_disabled" },
    }),
  },
  {
    id: "x.location",
    kind: "privacy",
    title: "site.x.location.title",
    page: page("location"),
    field: "geo_enabled",
    ...toggle("site.x.location.on", "site.x.location.off"),
  },
  {
    id: "x.ads",
    kind: "privacy",
    title: "site.x.ads.title",
    page: page("ads_preferences"),
    field: "allow_ads_personalization",
    ...toggle("site.x.on", "site.x.off"),
  },
  {
    id: "x.inferred-identity",
    kind: "privacy",
    title: "site.x.inferred-identity.title",
    page: page("off_twitter_activity"),
    field: "allow_logged_out_device_personalization",
    ...toggle("site.x.on", "site.x.off"),
  },
  {
    id: "x.business-partners",
    kind: "privacy",
    title: "site.x.business-partners.title",
    page: page("data_sharing_with_business_partners"),
    field: "allow_sharing_data_for_third_party_personalization",
    ...toggle("site.x.on", "site.x.off"),
  },
  {
    id: "x.places",
    kind: "privacy",
    title: "site.x.places.title",
    page: page("location_information"),
    field: "allow_location_history_personalization",
    ...toggle("site.x.on", "site.x.off"),
  },
  {
    id: "x.spaces-listening",
    kind: "privacy",
    title: "site.x.spaces-listening.title",
    page: page("spaces"),
    field: "ext_sharing_audiospaces_listening_data_with_followers",
    ...toggle("site.x.spaces-listening.on", "site.x.spaces-listening.off"),
  },
];
