import type { Identifier, Setting, SettingState } from "../../audit/setting";

/** One of X's settings: its id begins with the site's. */
type OwnSetting = Setting & { readonly id: `x.${string}` };

/** X's settings, in the order in which they are shown. */
export const settings: readonly OwnSetting[] = [
  discoverability("phone"),
  discoverability("email"),
  privacy("contact-sync", "contacts", ownWords("contact-sync", { on: false, off: true })),
  privacy("protected-posts", "audience_and_tagging", ownWords("protected-posts", { on: true, off: false })),
  privacy("photo-tagging", "tagging", ownWords("photo-tagging", { all: false, following: true, none: true })),
  privacy(
    "message-requests",
    "direct_messages",
    ownWords("message-requests", { all: false, verified: true, following: true }),
  ),
  privacy("read-receipts", "direct_messages", ownWords("read-receipts", { all_enabled: false, all_disabled: true })),
  privacy("location", "location", ownWords("location", { on: false, off: true })),
  privacy("ads", "ads_preferences"),
  privacy("inferred-identity", "off_twitter_activity", ownWords("inferred-identity", { on: false, off: true })),
  privacy("business-partners", "data_sharing_with_business_partners"),
  privacy("places", "location_information"),
  privacy("spaces-listening", "spaces", ownWords("spaces-listening", { on: false, off: true })),
];

type States = Readonly<Record<string, SettingState>>;

/** One of the two switches by which others find the account. */
function discoverability(identifier: Identifier): OwnSetting {
  const label = `site.x.${identifier}.label` as const;
  return { ...declare(identifier, "contacts"), kind: "discoverability", identifier, label, states: onAndOff() };
}

function privacy(name: string, page: string, states: States = onAndOff()): OwnSetting {
  return { ...declare(name, page), kind: "privacy", states };
}

/** @param page the part of the address that tells X's settings pages apart */
function declare(name: string, page: string) {
  const title = `site.x.${name}.title` as const;
  return { id: `x.${name}`, title, page: `https://x.com/settings/${page}` } as const;
}

/** A plain switch, private while it is off. */
function onAndOff(): States {
  return {
    on: { isPrivate: false, words: "site.x.on" },
    off: { isPrivate: true, words: "site.x.off" },
  };
}

/** States that have words of their own, and whether each is private. Their names are X's own words, but for *on* and *off*. */
function ownWords(name: string, areStatesPrivate: Readonly<Record<string, boolean>>): States {
  return Object.fromEntries(
    Object.entries(areStatesPrivate).map(([state, isPrivate]) => {
      return [state, { isPrivate, words: `site.x.${name}.${state}` as const }];
    }),
  );
}
