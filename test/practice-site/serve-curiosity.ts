import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { asJson, pass, send } from "./give-answer";
import type { Play } from "./play";
import { currentBody } from "./serve-api";

/** How long the slow one takes, in milliseconds. */
const slowness = 600;
/** The pause between two pieces of an endless answer, in milliseconds. */
const endlessPause = 20;

const json = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** Odd answers, by how a page asks for them: at an address of X's settings. */
const oddAnswers = {
  plain: (response, play) => send(response, asJson(currentBody(play))),
  "not-json": (response) => end(response, "{ oops"),
  empty: (response) => end(response, ""),
  "no-content": (response) => void response.writeHead(204).end(),
  refused: (response) => void response.writeHead(403, json).end('{"errors":[{"code":90}]}'),
  marked: (response, play) => end(response, `\ufeff${JSON.stringify(currentBody(play))}`),
  markup: (response) =>
    void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p id=here>Here</p>"),
  form: (response) =>
    void response.writeHead(200, { "content-type": "application/x-www-form-urlencoded" }).end("one=1&two=2"),
  elsewhere: (response) => void response.writeHead(302, { location: "?odd=plain" }).end(),
  /** 10 MB of JSON. */
  huge: (response) => end(response, JSON.stringify({ filling: "x".repeat(10_000_000) })),
  slow: async (response, play) => {
    await pass(slowness);
    send(response, asJson(currentBody(play)));
  },
  /** Half of what was announced, and then the connection is closed. */
  half: (response) => {
    response.writeHead(200, { ...json, "content-length": "1000" }).write("{", () => response.destroy());
  },
  cut: (response) => void response.destroy(),
  /** For as long as somebody listens. */
  endless: async (response) => {
    response.writeHead(200, json);
    while (!response.destroyed) {
      response.write('{"filling":"endless"},');
      await wait(endlessPause, undefined, { ref: false });
    }
  },
  never: () => undefined,
} as const satisfies Record<string, (response: ServerResponse, play: Play) => void | Promise<void>>;

export type OddAnswer = keyof typeof oddAnswers;

function end(response: ServerResponse, text: string): void {
  response.writeHead(200, json).end(text);
}

/** A worker of the page's, of either kind: it tells whoever asks how the functions are that it has. */
const worker = `onmessage = ({ ports: [port] }) => port.postMessage([String(fetch), String(Response.prototype.json)]);`;

/** Serves what only curious pages ask for, and takes what they note; `false` where this is something else. */
export async function serveCuriosity(request: IncomingMessage, response: ServerResponse, play: Play): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "https://x.com");
  if (pathname === "/i/notes" && request.method === "POST") {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    play.notes.push(JSON.parse(text));
    response.writeHead(204).end();
    return true;
  }
  if (pathname === "/i/curious-worker.js") {
    response.writeHead(200, { "content-type": "text/javascript" }).end(worker);
    return true;
  }
  const odd = searchParams.get("odd");
  if (odd === null || !isOddAnswer(odd)) return false;
  await oddAnswers[odd](response, play);
  return true;
}

function isOddAnswer(name: string): name is OddAnswer {
  return Object.hasOwn(oddAnswers, name);
}
