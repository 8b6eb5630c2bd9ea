import type { ContactsWording } from "../languages";
import type { ApiHost, Boxes, MemoryShape, PagePath, Transport } from "../scenario";

/** What the server tells the page in the document itself. */
export interface InitialState {
  viewer: Viewer | null;
  /** Whether the viewer is a delegate of the account's owner. */
  isRestricted: boolean;
  /** When the page's memory learns of the viewer: before it draws, with the settings, or not at all. */
  viewerKnown: "known-first" | "known-late" | "never-known";
  asksForSettings: boolean;
  /** The server has settled which load of the page may disagree. */
  memory: Exclude<MemoryShape, "disagrees-once">;
  boxes: Boxes;
  wording: ContactsWording;
  passwordWall: readonly PagePath[];
  contacts: readonly string[];
  /** How and where the page asks for the rest. */
  api: { transport: Transport; host: ApiHost };
  /** Goes with every write; the server refuses those without one of its own. */
  transactionId: string;
}

export interface Viewer {
  id: string;
  handle: string;
}

declare global {
  interface Window {
    __INITIAL_STATE__?: InitialState;
  }
}

/** Takes the state out of the page, as the real site does at start-up: nobody finds it there afterwards. */
export function takeInitialState(): InitialState {
  const state = window.__INITIAL_STATE__;
  if (state === undefined) throw new Error("The page was served without its initial state.");
  delete window.__INITIAL_STATE__;
  return state;
}
