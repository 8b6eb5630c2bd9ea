import type { ServerResponse } from "node:http";
import { findWording } from "./find-wording";
import { escapeText, type PageContent } from "./page-content";
import type { Play } from "./play";
import { currentBody } from "./serve-api";

/** The host that has the scripts of X's newer client. */
export const newClientHost = "abs.twimg.com";

/** Where its program is: by that it is known, and by the router that the program leaves for everybody to see. */
export const newClientProgram = `https://${newClientHost}/x-web/x-web/entry-client-1a2b3c4d.js`;

/** Sends the program, which draws nothing and brings nothing to life. */
export function serveNewClient(response: ServerResponse): void {
  const headers = { "content-type": "text/javascript; charset=utf-8", "access-control-allow-origin": "*" };
  response.writeHead(200, headers).end("globalThis.__TSR_ROUTER__ = {};");
}

/** A page of X's newer client, with what the server has drawn into it. */
export function drawNewClient(path: string, play: Play): PageContent {
  const { boxes, memory, language } = play.scenario;
  const { heading, byEmail, byPhone } = findWording(language);
  const settings = boxes === "never-told" ? {} : currentBody(play);
  const rows = [
    drawRow(byEmail, Boolean(settings.discoverable_by_email)),
    drawRow(byPhone, Boolean(settings.discoverable_by_mobile_phone)),
  ];
  const content = path === "/settings/contacts" && boxes !== "none" ? rows.join("") : "";
  return {
    body: `<main><h2>${escapeText(heading)}</h2>${content}</main>`,
    scripts: memory === "behind-another" ? [plantStore] : [],
    program: newClientProgram,
  };
}

function drawRow(label: string, isChecked: boolean): string {
  const box = `<input type="checkbox"${isChecked ? " checked" : ""}>`;
  return `<div><div><div><label><span>${escapeText(label)}</span><span>${box}</span></label></div></div></div>`;
}

/** The document is React's root there, and something else than X's store can be asked for a state. */
const plantStore = `
const environment = { getState: () => ({ settings: {}, records: {} }) };
document.__reactContainer$1a2b3c = { stateNode: { current: { memoizedProps: { environment } } } };`;
