import fc from "fast-check";
import { contactsWordings } from "../practice-site/languages";
import { scenario } from "../practice-site/scenario";
import { buildSettingsBody, type SettingsBody } from "../practice-site/settings-body";
import type { Path } from "./tree";

/** A settings page of X in full: what it holds, what it draws, and what the browser has recorded. */
export interface Page {
  path: string;
  /** HTTP status of the page; 0 where the browser does not tell. */
  status: number;
  isComplete: boolean;
  isBusy: boolean;
  asksForPassword: boolean;
  showsNumber: boolean;
  cookie: string;
  /** How React's properties lead to the store. */
  store: "in fibers" | "deep in fibers" | "on the path" | "nowhere" | "throwing";
  state: unknown;
  /** Places in the state where a getter throws. */
  traps: Path[];
  /** The state in a store that hangs on the tree of the first render and is drawn no more. */
  staleState: unknown;
  boxes: Box[];
  requests: Request[];
  /** What is there in the place of an app whose memory is known, where there is none. */
  app: "nothing" | "newer client" | "failure";
  /** What the page was answered, oldest first. */
  answers: Answer[];
  /** How many requests of the page have changed something. */
  writes: number;
}

export interface Box {
  label: string;
  /** The setting that the label is known to name, whatever it may look like; `null` where it is no known label. */
  names: "x.phone" | "x.email" | null;
  isChecked: boolean;
  shape: "row" | "radio" | "bare" | "misleading attribute";
}

/** What X's server answered to the page's own request. */
export interface Answer {
  of: "settings" | "devices";
  status: number;
  /** What became of it on its way to whoever listens. */
  fate: "whole" | "empty" | "broken" | "cut" | "too large";
  /** The JSON in it, where it is whole. */
  body: unknown;
}

/** A request in the browser's record. */
interface Request {
  url: string;
  status: number;
  isFinished: boolean;
}

/** What is true, whatever a page says. */
export interface Truth {
  readonly body: SettingsBody;
  readonly hasNumber: boolean;
}

/** Where X keeps each setting, with the values that keep the person to themselves and those that do not. */
export const declared: Readonly<
  Record<string, { readonly field: string; readonly closed: unknown[]; readonly open: unknown[] }>
> = {
  "x.phone": { field: "discoverable_by_mobile_phone", closed: [false], open: [true] },
  "x.email": { field: "discoverable_by_email", closed: [false], open: [true] },
  "x.contact-sync": { field: "address_book_live_sync_enabled", closed: [false], open: [true] },
  "x.protected-posts": { field: "protected", closed: [true], open: [false] },
  "x.photo-tagging": { field: "allow_media_tagging", closed: ["following", "none"], open: ["all"] },
  "x.message-requests": { field: "allow_dms_from", closed: ["following", "verified"], open: ["all"] },
  "x.read-receipts": { field: "dm_receipt_setting", closed: ["all_disabled"], open: ["all_enabled"] },
  "x.location": { field: "geo_enabled", closed: [false], open: [true] },
  "x.ads": { field: "allow_ads_personalization", closed: [false], open: [true] },
  "x.inferred-identity": { field: "allow_logged_out_device_personalization", closed: [false], open: [true] },
  "x.business-partners": {
    field: "allow_sharing_data_for_third_party_personalization",
    closed: [false],
    open: [true],
  },
  "x.places": { field: "allow_location_history_personalization", closed: [false], open: [true] },
  "x.spaces-listening": {
    field: "ext_sharing_audiospaces_listening_data_with_followers",
    closed: [false],
    open: [true],
  },
};

/** How a page stands before anything is changed about it. */
const scenes = [
  /** Loaded, signed in, drawn. */
  "loaded",
  /** Loaded, and no boxes are drawn. */
  "undrawn",
  /** Boxes are drawn before the settings have come. */
  "early",
  /** As early, and the settings have been asked for. */
  "loading",
  /** No way leads to the memory; the settings have come, and are drawn. */
  "unreachable",
  /** As early, and no way leads to the memory. */
  "unreachable early",
  /** The settings have come and are not drawn yet, and no way leads to the memory. */
  "unreachable, about to be drawn",
  "failed",
  "signed out",
] as const;
type Scene = (typeof scenes)[number];

export const anyTruth: fc.Arbitrary<Truth> = fc.record({
  body: fc
    .record(
      Object.fromEntries(
        Object.values(declared).map(({ field, closed, open }) => [field, fc.constantFrom(...closed, ...open)]),
      ),
    )
    .map((values) => values as SettingsBody),
  hasNumber: fc.boolean(),
});

export const anyScene = fc.record({
  scene: fc.oneof({ weight: 3, arbitrary: fc.constant<Scene>("loaded") }, fc.constantFrom(...scenes)),
  store: fc.constantFrom("in fibers" as const, "deep in fibers" as const, "on the path" as const),
  language: fc.constantFrom(...Object.keys(contactsWordings)),
});
export type AnyScene = typeof anyScene extends fc.Arbitrary<infer Value> ? Value : never;

export const userId = "1234567890";
const settingsAddress = "https://api.x.com/1.1/account/settings.json?include_mention_filter=true";

/** X's page with the two switches. */
export function contactsPage(truth: Truth, { scene, store, language }: AnyScene): Page {
  const { byPhone = "", byEmail = "" } = contactsWordings[language] ?? {};
  const body = fullBody(truth);
  const isKnown = scene === "loaded" || scene === "undrawn" || scene === "unreachable";
  const hasAnswer = isKnown || scene === "failed" || scene === "unreachable, about to be drawn";
  const isDrawn = scene !== "undrawn" && scene !== "failed" && scene !== "signed out";
  const fetchStatus = isKnown ? "loaded" : scene === "failed" ? "failed" : scene === "loading" ? "loading" : "none";
  const isOn = (field: string) => isKnown && body[field] === true;
  return {
    ...emptyPage,
    path: scene === "signed out" ? "/i/flow/login" : "/settings/contacts",
    cookie: scene === "signed out" ? "" : `twid=u%3D${userId}`,
    store: scene.startsWith("unreachable") ? "nowhere" : store,
    state: stateOf(scene !== "signed out", isKnown ? body : { display_sensitive_media: false }, fetchStatus, null),
    traps: [],
    boxes: isDrawn
      ? [
          { label: byEmail, names: "x.email", isChecked: isOn("discoverable_by_email"), shape: "row" },
          { label: byPhone, names: "x.phone", isChecked: isOn("discoverable_by_mobile_phone"), shape: "row" },
        ]
      : [],
    answers: hasAnswer ? [answerOf("settings", body, scene === "failed" ? 500 : 200)] : [],
    requests: [
      { url: "https://abs.twimg.com/responsive-web/client-web/main.js", status: 200, isFinished: true },
      { url: settingsAddress, status: scene === "failed" ? 500 : 200, isFinished: hasAnswer },
    ],
  };
}

/** X's page with the phone number on file, loaded after the one with the switches. */
export function numberPage(truth: Truth, store: AnyScene["store"], isLoaded: boolean): Page {
  return {
    ...emptyPage,
    path: "/settings/phone",
    cookie: `twid=u%3D${userId}`,
    store,
    state: stateOf(true, fullBody(truth), "loaded", isLoaded ? truth.hasNumber : null),
    traps: [],
    showsNumber: isLoaded && truth.hasNumber,
    boxes: [],
    answers: [
      answerOf("settings", fullBody(truth)),
      ...(isLoaded ? [answerOf("devices", { emails: [], phone_numbers: numbers(truth.hasNumber) })] : []),
    ],
    requests: [{ url: settingsAddress, status: 200, isFinished: true }],
  };
}

const emptyPage = {
  status: 200,
  isComplete: true,
  isBusy: false,
  asksForPassword: false,
  showsNumber: false,
  staleState: null,
  app: "nothing",
  writes: 0,
} as const;

function answerOf(of: Answer["of"], body: object, status = 200): Answer {
  return { of, status, fate: "whole", body: structuredClone(body) };
}

function numbers(hasNumber: boolean | null): object[] {
  const number = { phone_number: "+15555550123", phone_number_user_type: "Full", phone_number_verified: true };
  return hasNumber ? [number] : [];
}

function fullBody({ body }: Truth): SettingsBody {
  return buildSettingsBody(scenario({ settings: body }));
}

/** @param hasNumber `null` while the list of devices has not come */
function stateOf(isSignedIn: boolean, body: object, fetchStatus: string, hasNumber: boolean | null): unknown {
  return {
    settings: { remote: { settings: structuredClone(body), fetchStatus }, local: { scale: "normal" } },
    session: isSignedIn ? { user_id: userId, isLoaded: true } : { isLoaded: true },
    entities: { users: { entities: isSignedIn ? { [userId]: { screen_name: "ada_example" } } : {} } },
    devices: {
      devices: {
        fetchStatus: hasNumber === null ? "none" : "loaded",
        data: { emails: [], phone_numbers: numbers(hasNumber) },
      },
    },
    optimist: [],
  };
}
