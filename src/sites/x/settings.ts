import type { Setting, SettingState } from "../../audit/setting";

/** The site's own value for each of a setting's states; anything else it may hold is unknown. */
type Value = boolean | string;

/** A setting together with where X keeps it: the field of its account settings, and the value that stands for each state. */
type XSetting = Setting & { readonly field: string; readonly values: ReadonlyMap<Value, string> };

const page = (path: string) => `https://x.com/settings/${path}`;

/** A setting that is kept as plain `true` and `false`, where `false` is the private one unless said otherwise. */
function toggle(on: string, off: string, privateState: "on" | "off" = "off") {
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
    title: "Finding you by phone number",
    label: "Let people who have your phone number find you on X",
    page: page("contacts"),
    field: "discoverable_by_mobile_phone",
    ...toggle("On", "Off"),
  },
  {
    id: "x.email",
    kind: "discoverability",
    identifier: "email",
    title: "Finding you by e-mail address",
    label: "Let people who have your email address find you on X",
    page: page("contacts"),
    field: "discoverable_by_email",
    ...toggle("On", "Off"),
  },
  {
    id: "x.contact-sync",
    kind: "privacy",
    title: "Contact sync",
    page: page("contacts"),
    field: "address_book_live_sync_enabled",
    ...toggle("The X app keeps uploading your contacts", "Your contacts are not being uploaded"),
  },
  {
    id: "x.protected-posts",
    kind: "privacy",
    title: "Who sees your posts",
    page: page("audience_and_tagging"),
    field: "protected",
    ...toggle("Only followers you approve", "Anyone", "on"),
  },
  {
    id: "x.photo-tagging",
    kind: "privacy",
    title: "Photo tagging",
    page: page("tagging"),
    field: "allow_media_tagging",
    ...choice({
      all: { isPrivate: false, words: "Anyone can tag you" },
      following: { isPrivate: true, words: "Only people you follow can tag you" },
      none: { isPrivate: true, words: "Nobody can tag you" },
    }),
  },
  {
    id: "x.message-requests",
    kind: "privacy",
    title: "Who can message you",
    page: page("direct_messages"),
    field: "allow_dms_from",
    ...choice({
      all: { isPrivate: false, words: "Anyone" },
      verified: { isPrivate: true, words: "People you follow and verified users" },
      following: { isPrivate: true, words: "Only people you follow" },
    }),
  },
  {
    id: "x.read-receipts",
    kind: "privacy",
    title: "Read receipts",
    page: page("direct_messages"),
    field: "dm_receipt_setting",
    ...choice({
      all_enabled: { isPrivate: false, words: "Others see when you have read a message" },
      all_disabled: { isPrivate: true, words: "Others do not see what you have read" },
    }),
  },
  {
    id: "x.location",
    kind: "privacy",
    title: "Location in posts",
    page: page("location"),
    field: "geo_enabled",
    ...toggle("Can be added to your posts", "Not added to your posts"),
  },
  {
    id: "x.ads",
    kind: "privacy",
    title: "Personalised ads",
    page: page("ads_preferences"),
    field: "allow_ads_personalization",
    ...toggle("On", "Off"),
  },
  {
    id: "x.inferred-identity",
    kind: "privacy",
    title: "Guessing who you are on other devices",
    page: page("off_twitter_activity"),
    field: "allow_logged_out_device_personalization",
    ...toggle("On", "Off"),
  },
  {
    id: "x.business-partners",
    kind: "privacy",
    title: "Sharing with business partners",
    page: page("data_sharing_with_business_partners"),
    field: "allow_sharing_data_for_third_party_personalization",
    ...toggle("On", "Off"),
  },
  {
    id: "x.places",
    kind: "privacy",
    title: "Using places you have been",
    page: page("location_information"),
    field: "allow_location_history_personalization",
    ...toggle("On", "Off"),
  },
  {
    id: "x.spaces-listening",
    kind: "privacy",
    title: "Spaces you listen to",
    page: page("spaces"),
    field: "ext_sharing_audiospaces_listening_data_with_followers",
    ...toggle("Your followers can see them", "Your followers cannot see them"),
  },
];
