import { describe, expect, it } from "vitest";
import { say } from "../../src/locales/messages";
import { sites } from "../../src/sites";
import { x } from "../../src/sites/x";
import { loadedState, verdictOn } from "./x-page";

const other = "unknown: field-not-understood";
const toggle = { true: "exposed", false: "protected" };

/** Where X keeps each setting, what is said of each value it may have there, and the page where it can be changed. */
const kept: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>, string]>> = {
  "x.phone": ["discoverable_by_mobile_phone", toggle, "contacts"],
  "x.email": ["discoverable_by_email", toggle, "contacts"],
  "x.contact-sync": ["address_book_live_sync_enabled", toggle, "contacts"],
  "x.protected-posts": ["protected", { true: "protected", false: "exposed" }, "audience_and_tagging"],
  "x.photo-tagging": [
    "allow_media_tagging",
    { all: "exposed", following: "protected", none: "protected", verified: other },
    "tagging",
  ],
  "x.message-requests": [
    "allow_dms_from",
    { all: "exposed", verified: "protected", following: "protected", none: other },
    "direct_messages",
  ],
  "x.read-receipts": [
    "dm_receipt_setting",
    { all_enabled: "exposed", all_disabled: "protected", none: other },
    "direct_messages",
  ],
  "x.location": ["geo_enabled", toggle, "location"],
  "x.ads": ["allow_ads_personalization", toggle, "ads_preferences"],
  "x.inferred-identity": ["allow_logged_out_device_personalization", toggle, "off_twitter_activity"],
  "x.business-partners": [
    "allow_sharing_data_for_third_party_personalization",
    toggle,
    "data_sharing_with_business_partners",
  ],
  "x.places": ["allow_location_history_personalization", toggle, "location_information"],
  "x.spaces-listening": ["ext_sharing_audiospaces_listening_data_with_followers", toggle, "spaces"],
};

const values = Object.entries(kept).flatMap(([setting, [field, verdicts]]) =>
  Object.entries(verdicts).map(([word, verdict]) => {
    const value = word === "true" || word === "false" ? word === "true" : word;
    return [setting, field, value, verdict] as const;
  }),
);

describe("a setting of X", () => {
  it("is one of these, shown in this order", () => {
    expect(x.settings.map(({ id }) => id)).toEqual(Object.keys(kept));
  });

  it.each(values)("%s, kept as %s = %j, is %s", (setting, field, value, verdict) => {
    expect(verdictOn(setting, { state: loadedState({ [field]: value }) })).toBe(verdict);
  });

  it.each(values)("%s is not known by %s = %j in other letters", (setting, field, value) => {
    const word = String(value).toUpperCase();
    expect(verdictOn(setting, { state: loadedState({ [field]: word }) })).toBe(other);
  });

  it.each(Object.entries(kept))("%s can be changed on X's own page", (setting, [, , page]) => {
    expect(x.settings.find(({ id }) => id === setting)?.page).toBe(`https://x.com/settings/${page}`);
  });

  it("is about finding people, in two cases, by what strangers may hold", () => {
    const found = x.settings.filter((setting) => setting.kind === "discoverability");
    expect(found.map(({ id, identifier }) => [id, identifier])).toEqual([
      ["x.phone", "phone"],
      ["x.email", "email"],
    ]);
    expect(x.settings.filter(({ kind }) => kind === "privacy")).toHaveLength(x.settings.length - 2);
  });
});

describe("a site", () => {
  it.each(sites.map((site) => [site.id, site] as const))("has words for all that it declares: %s", (_id, site) => {
    const keys = [
      ...site.steps,
      ...site.settings.flatMap((setting) => [
        setting.title,
        ...(setting.kind === "discoverability" ? [setting.label] : []),
        ...Object.values(setting.states).map(({ words }) => words),
      ]),
      ...site.guide.flatMap((step) =>
        step.kind === "advice" ? [step.title, ...step.words, ...(step.warning ? [step.warning] : [])] : [],
      ),
    ];
    expect(keys.filter((key) => say(key) === "")).toEqual([]);
  });

  it.each(sites.map((site) => [site.id, site] as const))("tells its states apart by their words: %s", (_id, site) => {
    for (const { id, states } of site.settings) {
      const words = Object.values(states).map((state) => say(state.words));
      expect(new Set(words).size, id).toBe(words.length);
    }
  });

  it.each(sites.map((site) => [site.id, site] as const))("asks for the pages that it opens: %s", (_id, site) => {
    const [origin = ""] = site.origins;
    const pages = [...site.visits.map(({ address }) => address), ...site.guide.map(({ place }) => place.page)];
    for (const page of [...pages, ...site.settings.map((setting) => setting.page)]) {
      expect(page.startsWith(origin.replace("*", "")), page).toBe(true);
      expect(site.owns(page), page).toBe(true);
    }
  });
});

describe("X", () => {
  it("is known by both of its names, and its settings by its own", () => {
    expect([x.id, x.name, x.formerName, x.origins]).toEqual(["x", "X", "Twitter", ["https://x.com/*"]]);
    expect(sites).toEqual([x]);
  });

  it("is checked on two pages: first the switches, then the number", () => {
    expect(x.visits.map(({ address }) => address)).toEqual([
      "https://x.com/settings/contacts",
      "https://x.com/settings/phone",
    ]);
    expect(x.steps).toEqual(["site.x.contacts.step", "site.x.number.step"]);
  });

  it.each([
    ["https://x.com/", true],
    ["https://x.com/settings/contacts", true],
    ["http://x.com/", false],
    ["https://x.com.example/", false],
    ["https://example.com/?https://x.com/", false],
    ["https://mobile.x.com/", false],
    ["about:blank", false],
    ["", false],
  ])("has the page %j: %j", (address, isX) => {
    expect(x.owns(address)).toBe(isX);
  });
});
