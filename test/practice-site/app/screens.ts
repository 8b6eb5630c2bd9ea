import { initialState } from "./site";
import type { FetchStatus, SiteState } from "./site-state";

/** What a page that waits for something from the server shows in its place. */
export type Content = "nothing" | "progress" | "retry" | "ready";

/** What is drawn at a path, for either way of drawing it. */
export type Screen =
  | { kind: "plain" | "sign-in" | "password-wall" | "dashboard"; title: string }
  | { kind: "contacts" | "phone"; title: string; content: Content };

export const navigationLinks: readonly { path: string; text: string }[] = [
  { path: "/home", text: "Home" },
  { path: "/settings/account", text: "Settings" },
  { path: "/settings/contacts", text: "Discoverability" },
  { path: "/settings/phone", text: "Phone" },
  { path: "/settings/contacts_dashboard", text: "Contacts" },
];

export function chooseScreen(path: string, state: SiteState): Screen {
  const title = titleOf(path);
  if (path === "/i/flow/login") return { kind: "sign-in", title };
  const hasWall = initialState.passwordWall.some((walled) => walled === path);
  if (hasWall && !state.passwordVerification.isVerified) return { kind: "password-wall", title };
  switch (path) {
    case "/settings/contacts":
      return { kind: "contacts", title, content: contactsContent(state) };
    case "/settings/phone":
      return { kind: "phone", title, content: phoneContent(state.devices.devices.fetchStatus) };
    case "/settings/contacts_dashboard":
      return { kind: "dashboard", title };
    default:
      return { kind: "plain", title };
  }
}

export function isSignedOut({ session }: SiteState): boolean {
  return session.isLoaded && session.user_id === undefined;
}

function titleOf(path: string): string {
  switch (path) {
    case "/":
    case "/home":
      return "Home";
    case "/i/flow/login":
      return "Sign in to X";
    case "/settings/contacts":
      return initialState.wording.heading;
    case "/settings/phone":
      return "Phone";
    case "/settings/contacts_dashboard":
      return "Manage contacts";
    default:
      return nameOfSettingsPage(path);
  }
}

/** `/settings/your_posts` is headed "Your posts". */
function nameOfSettingsPage(path: string): string {
  const words = path
    .replace(/^\/settings\/?/, "")
    .replaceAll(/[_/]/g, " ")
    .trim();
  return words === "" ? "Settings" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** While X does not yet know who is looking it does not wait, and draws settings that have not arrived as unchecked. */
function contactsContent(state: SiteState): Content {
  if (isSignedOut(state)) return "nothing";
  if (state.session.user_id === undefined) return "ready";
  return contentFor(state.settings.remote.fetchStatus);
}

/** This page asks for the devices itself, so before that it is already waiting. */
function phoneContent(status: FetchStatus): Content {
  return status === "none" ? "progress" : contentFor(status);
}

function contentFor(status: FetchStatus): Content {
  switch (status) {
    case "none":
      return "nothing";
    case "loading":
      return "progress";
    case "failed":
      return "retry";
    case "loaded":
      return "ready";
    default:
      return status satisfies never;
  }
}
