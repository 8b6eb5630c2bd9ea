import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./scenario";

/** What a good answer says. */
export interface Reply {
  readonly headers: OutgoingHttpHeaders;
  readonly text: string;
}

/** In how many pieces an answer comes that comes in pieces. */
const pieces = 10;

/** Answers as the scenario says: well, with what `compose` makes, or badly, in the named way. */
export async function giveAnswer(response: ServerResponse, answer: Answer, compose: () => Reply): Promise<void> {
  switch (answer.kind) {
    case "ok":
      await pass(answer.delay);
      send(response, compose());
      return;
    case "status":
      await pass(answer.delay);
      // Some errors are kept for ever otherwise.
      response.writeHead(answer.status, { "content-type": "text/plain", "cache-control": "no-store" });
      response.end("Something went wrong.");
      return;
    case "body":
      return send(response, { headers: compose().headers, text: answer.text });
    case "pieces":
      return sendInPieces(response, compose(), answer.pause);
    case "cut":
      response.destroy();
      return;
    case "never":
      return;
    default:
      answer satisfies never;
  }
}

/** Lets a scenario's delay pass, in milliseconds, without keeping the process alive for it. */
export async function pass(delay = 0): Promise<void> {
  if (delay > 0) await wait(delay, undefined, { ref: false });
}

export function asJson(body: unknown): Reply {
  return { headers: { "content-type": "application/json; charset=utf-8" }, text: JSON.stringify(body) };
}

export function send(response: ServerResponse, { headers, text }: Reply): void {
  response.writeHead(200, headers).end(text);
}

/** Cut by bytes: a piece may end in the middle of a character. */
async function sendInPieces(response: ServerResponse, { headers, text }: Reply, pause: number): Promise<void> {
  const bytes = Buffer.from(text);
  const length = Math.ceil(bytes.length / pieces);
  response.writeHead(200, headers);
  for (let start = 0; start < bytes.length; start += length) {
    await pass(pause);
    response.write(bytes.subarray(start, start + length));
  }
  response.end();
}
