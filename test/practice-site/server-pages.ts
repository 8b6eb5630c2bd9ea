import { newClientProgram } from "./new-client";
import { escapeText, type PageContent } from "./page-content";
import type { ServerPage } from "./scenario";

/** A page that the server has drawn, without the app. */
export function drawServerPage(page: ServerPage): PageContent {
  switch (page) {
    case "sign-in":
      return drawSignIn("Phone, email, or username", { type: "email", autocomplete: "username" });
    case "sign-in-password":
      return drawSignIn("Password", { type: "password", autocomplete: "current-password" });
    case "locked":
      return drawPlainly("Your account has been locked", drawButton("Start"));
    case "something-else":
      return drawPlainly("Under the hood", "<p>Nothing here yet.</p>");
    default:
      return page satisfies never;
  }
}

/** Somebody else's page, which stands before the site's and lets people through after so many milliseconds. */
export function drawInterstitial(time: number): PageContent {
  const scripts = [`setTimeout(() => location.reload(), ${time});`];
  return { ...drawPlainly("Just a moment…", "<p>Your browser is being looked at.</p>"), scripts };
}

/** Who is signed out gets X's newer client. */
function drawSignIn(label: string, attributes: Readonly<Record<string, string>>): PageContent {
  const listed = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const field = `<label>${escapeText(label)}<input ${listed.join(" ")}></label>`;
  return { ...drawPlainly("Sign in to X", `<form>${field}${drawButton("Next")}</form>`), program: newClientProgram };
}

function drawPlainly(heading: string, content: string): PageContent {
  return { body: `<main><h1>${escapeText(heading)}</h1>${content}</main>`, scripts: [], program: null };
}

function drawButton(text: string): string {
  return `<button type="button">${escapeText(text)}</button>`;
}
