import type { IncomingMessage, ServerResponse } from "node:http";
import { asJson, giveAnswer, pass, send } from "./give-answer";
import type { Play } from "./play";
import type { Answer, Save } from "./scenario";
import { leaveOut, readChanges } from "./settings-body";
import type { TransactionIds } from "./transaction-ids";

/** Plays `api.x.com`, and what of it is to be had at `x.com`. */
export async function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  play: Play,
  transactionIds: TransactionIds,
): Promise<void> {
  allowTheSite(request, response);
  if (request.method === "OPTIONS") {
    response.writeHead(204).end();
    return;
  }
  if (play.scenario.account === null) return refuse(response, 401);
  if (request.method !== "GET" && !transactionIds.includes(request.headers["x-client-transaction-id"])) {
    return refuse(response, 403);
  }
  switch (`${request.method} ${path}`) {
    case "GET /1.1/account/settings.json":
      return giveAnswer(response, settingsAnswer(request, play), () => asJson(currentBody(play)));
    case "POST /1.1/account/settings.json":
      return answerWrite(response, play, play.scenario.save, await readText(request));
    case "GET /1.1/users/email_phone_info.json":
      return giveAnswer(response, play.scenario.devicesAnswer, () => asJson(listDevices(play)));
    case "DELETE /1.1/users/email_phone_info.json":
      play.phone = null;
      return send(response, asJson(listDevices(play)));
    case "DELETE /1.1/contacts/address_book.json":
      play.contacts = [];
      return send(response, asJson({}));
    default:
      return refuse(response, 404);
  }
}

/** Only the page's own program says what extras it wants: whoever else asks is answered well. */
function settingsAnswer(request: IncomingMessage, { scenario }: Play): Answer {
  return scenario.stranger !== null && !request.url?.includes("?") ? { kind: "ok" } : scenario.settingsAnswer;
}

/** The settings as a request would get them now. */
export function currentBody(play: Play): Record<string, unknown> {
  return leaveOut(play.settings, play.scenario.omit);
}

/** A write takes effect when its delay has passed, whether or not the page still waits for the answer. */
async function answerWrite(response: ServerResponse, play: Play, save: Save, form: string): Promise<void> {
  if (save.kind === "never") return;
  await pass(save.delay);
  const written = { ...play.settings, ...readChanges(form) };
  switch (save.kind) {
    case "saves":
      play.settings = written;
      return send(response, asJson(currentBody(play)));
    case "saves-one":
      play.settings = { ...play.settings, [save.field]: written[save.field] };
      return send(response, asJson(currentBody(play)));
    case "pretends":
      return send(response, asJson(leaveOut(written, play.scenario.omit)));
    case "refuses":
      return send(response, asJson(currentBody(play)));
    case "fails":
      return refuse(response, save.status);
    default:
      save satisfies never;
  }
}

function listDevices(play: Play): { emails: unknown[]; phone_numbers: unknown[] } {
  const email = play.scenario.account?.email ?? null;
  return {
    emails: email === null ? [] : [{ email, email_verified: true }],
    phone_numbers:
      play.phone === null
        ? []
        : [{ phone_number: play.phone, phone_number_user_type: "Full", phone_number_verified: true }],
  };
}

/** The page's own origin may read the answers, with cookies, as on X. Deliberately no `Timing-Allow-Origin`. */
function allowTheSite(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("cache-control", "no-store");
  response.setHeader("vary", "Origin");
  if (request.headers.origin !== "https://x.com") return;
  response.setHeader("access-control-allow-origin", "https://x.com");
  response.setHeader("access-control-allow-credentials", "true");
  if (request.method !== "OPTIONS") return;
  // What one page asks for does not depend on what another has asked before.
  response.setHeader("access-control-max-age", "0");
  response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
  response.setHeader("access-control-allow-headers", request.headers["access-control-request-headers"] ?? "");
}

function refuse(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ errors: [{ code: status }] }));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
