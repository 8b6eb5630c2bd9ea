import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./scenario";

/** Answers as the scenario says: well, with `send`, or badly, in the named way. */
export async function giveAnswer(response: ServerResponse, answer: Answer, send: () => void): Promise<void> {
  switch (answer.kind) {
    case "ok":
      await pass(answer.delay);
      send();
      return;
    case "status":
      await pass(answer.delay);
      response.writeHead(answer.status, { "content-type": "text/plain" }).end("Something went wrong.");
      return;
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

export function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
