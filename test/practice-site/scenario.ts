import type { CuriosityName } from "./curiosities";
import type { Hostility } from "./hostilities";

/**
 * What the practice site plays: one object says who is signed in, what the account holds, and how the site behaves.
 * A scenario is plain JSON, so that it can cross from a test to the server and from the server to the page.
 */
export interface Scenario {
  /** The signed-in account, or `null` when nobody is signed in. */
  account: Account | null;
  /** Who is signed in to it: whoever comes, or whoever brings the cookie that a visit to `/i/sign-in` gives. */
  signIn: "everybody" | "by-cookie";
  /** The interface language: `document.documentElement.lang` and the labels that go with it. */
  language: string;
  /** Fields of the account settings that differ from a full, ordinary body. Any JSON is allowed: bad input is the point. */
  settings: Readonly<Record<string, unknown>>;
  /** Field names that the settings body leaves out. */
  omit: readonly string[];
  /** What the pages are made of. */
  client: Client;
  /** The site's own memory: present as X has it, or odd in one named way. */
  memory: MemoryShape;
  /** What `/settings/contacts` draws. */
  boxes: Boxes;
  /**
   * Whether the page learns who is looking before it draws (then it waits), or after, or not at all (then it draws boxes at
   * once, unchecked until it has the settings).
   */
  viewer: "known-first" | "known-late" | "never-known";
  /** How the page's program asks the server for things. */
  transport: Transport;
  /** Which of X's two hosts it asks. */
  apiHost: ApiHost;
  /** How the page's own `GET account/settings.json` is answered. */
  settingsAnswer: Answer;
  /** How another script on the page asks for the settings, if there is one: it is always answered well. */
  stranger: "fetch" | "xhr" | null;
  /** How the device list (phone numbers and addresses on file) is answered. */
  devicesAnswer: Answer;
  /** How the pages themselves are answered. */
  pageAnswer: PageAnswer;
  /** Pages that ask for the password before they show anything. */
  passwordWall: readonly PagePath[];
  /** What becomes of a write to the settings. */
  save: Save;
  /** How the page works against whoever looks at it, or looks for them, if it does. */
  hostility: Hostility | CuriosityName | null;
}

interface Account {
  /** Numeric string, as X's `user_id`. */
  id: string;
  handle: string;
  /** Made-up number on file, or `null`. */
  phone: string | null;
  email: string | null;
  /** Whether it is used by a delegate of its owner. */
  isRestricted?: boolean;
}

type Client =
  /** X's app. */
  | "ordinary"
  /** X's newer one, drawn by the server and never brought to life: its boxes are as the settings are, or "never-told". */
  | "new"
  /** The app's scripts could not be loaded, and the page says so. */
  | "script-failed"
  /** The browser is to run no script at all. */
  | "scripts-blocked";

export type Transport =
  | "fetch"
  /** By `fetch`, with the answer's body read as a stream. */
  | "stream"
  /** By `XMLHttpRequest`, with the response type after the colon. */
  | "xhr:"
  | "xhr:text"
  | "xhr:json"
  | "xhr:blob"
  | "xhr:arraybuffer";

export type ApiHost = "api.x.com" | "x.com";

export type PagePath = "/home" | "/settings/contacts" | "/settings/phone" | "/settings/contacts_dashboard";

export type MemoryShape =
  /** As X has it. */
  | "ordinary"
  /** One more component around the root: the fixed path breaks, a walk of the fibers finds the store. */
  | "extra-wrapper"
  /** As X has it, and before it somebody else's, which can be asked for a state too. */
  | "behind-another"
  /** The page works but no store can be reached from React's properties. */
  | "unreachable"
  /** React's own properties are not there: the page is drawn without React. */
  | "no-react"
  /** `getState` throws when somebody other than the page calls it. */
  | "getstate-throws"
  /** `state.settings` is a getter that throws when somebody other than the page reads it. */
  | "getter-throws"
  /** `state.settings`, `state.session` and `state.entities` have other names. */
  | "renamed"
  /** `fetchStatus` holds a word nobody knows. */
  | "unknown-status"
  /** The memory says the opposite of what the boxes show. */
  | "disagrees-with-boxes"
  /** As above on the first load of the settings page only; afterwards they agree. */
  | "disagrees-once";

export type Boxes =
  /** Email first, phone second, with the labels of the language. */
  | "ordinary"
  /** Phone first, email second, with the labels of the language. */
  | "swapped"
  /** As ordinary, with labels that nobody knows. */
  | "unknown-labels"
  /** Phone first, email second, with labels that nobody knows. */
  | "unknown-labels-swapped"
  /** A third box, with unknown labels on all three. */
  | "three-unknown"
  /** A third box after the two ordinary ones. */
  | "three"
  /** The ordinary two and once more the phone label, unchecked, elsewhere on the page. */
  | "forged-phone-label"
  /** As ordinary, beneath a notice and a dialog that hold no box. */
  | "beneath-a-dialog"
  /** None at all. */
  | "none"
  /** Drawn at once, unchecked, and never told the settings. */
  | "never-told";

/** How the server answers a request. Times in milliseconds. */
export type Answer =
  | { kind: "ok"; delay?: number }
  | { kind: "status"; status: number; delay?: number }
  /** Well, as far as the status goes, with this in the place of what was asked for. */
  | { kind: "body"; text: string }
  /** Well, but in ten pieces, with a pause before each. */
  | { kind: "pieces"; pause: number }
  /** The connection is closed without an answer. */
  | { kind: "cut" }
  /** No answer ever comes; the connection stays open. */
  | { kind: "never" };

export type PageAnswer =
  | Answer
  /** Leads to another address of the site, where the server has drawn this. */
  | { kind: "redirect"; status: number; to: string; draws: ServerPage }
  /** The first page asked for is somebody else's; it loads itself anew after so many milliseconds, and is then ordinary. */
  | { kind: "interstitial"; time: number };

export type ServerPage =
  /** Asks who is there. */
  | "sign-in"
  /** The second step of the same. */
  | "sign-in-password"
  /** Says that the account is locked. */
  | "locked"
  /** Says something that has nothing to do with settings. */
  | "something-else";

/** What becomes of a write. Times in milliseconds. */
export type Save =
  | { kind: "saves"; delay?: number }
  /** Answers with an error: the page puts the old value back. */
  | { kind: "fails"; status: number; delay?: number }
  /** Answers with the new value and keeps the old one. */
  | { kind: "pretends"; delay?: number }
  /** Answers with the old value. */
  | { kind: "refuses"; delay?: number }
  /** Saves what is written to one field, and answers with the old value of any other. */
  | { kind: "saves-one"; field: string; delay?: number }
  /** Never answers: the write stays pending. */
  | { kind: "never" };

export const ordinaryScenario: Scenario = {
  account: { id: "1234567890", handle: "ada_example", phone: "+15555550123", email: "ada@example.org" },
  signIn: "everybody",
  language: "en",
  settings: {},
  omit: [],
  client: "ordinary",
  memory: "ordinary",
  boxes: "ordinary",
  viewer: "known-first",
  transport: "fetch",
  apiHost: "api.x.com",
  settingsAnswer: { kind: "ok" },
  stranger: null,
  devicesAnswer: { kind: "ok" },
  pageAnswer: { kind: "ok" },
  passwordWall: [],
  save: { kind: "saves" },
  hostility: null,
};

/** A scenario that differs from the ordinary one in the named ways. */
export function scenario(changes: Partial<Scenario> = {}): Scenario {
  return { ...ordinaryScenario, ...changes };
}
