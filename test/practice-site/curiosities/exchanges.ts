import type { Curiosity } from "./kit";

/** An `XMLHttpRequest` of every kind of answer: its events in their order, and what it holds at the end. */
export const exchangesInEveryWay: Curiosity = async ({ odd, attempt }) => {
  const notes: Record<string, unknown> = {};
  const events = ["readystatechange", "loadstart", "progress", "load", "error", "abort", "timeout", "loadend"];
  const watch = (request: XMLHttpRequest, log: unknown[]) => {
    for (const type of events) {
      request.addEventListener(type, () => log.push(`${type} ${request.readyState} ${request.status}`));
      request.upload.addEventListener(type, () => log.push(`upload ${type}`));
    }
  };
  const settle = (request: XMLHttpRequest, act: () => void) =>
    new Promise<void>((resolve) => {
      request.addEventListener("loadend", () => resolve(), { once: true });
      act();
    });
  const measure = (held: unknown) => {
    if (held instanceof ArrayBuffer) return ["buffer", held.byteLength > 0];
    if (held instanceof Blob) return ["blob", held.size > 0, held.type];
    if (held instanceof Document) return ["document", held.getElementById("here")?.textContent];
    if (typeof held === "string") return ["text", held.length];
    return typeof held;
  };
  const describe = async (request: XMLHttpRequest, { response } = request) => ({
    held: measure(response),
    isOne: request.response === response,
    text: await attempt(() => typeof request.responseText),
    xml: await attempt(() => typeof request.responseXML),
    address: request.responseURL,
    status: [request.status, request.statusText, request.readyState],
    headers: request.getResponseHeader("content-type"),
  });
  for (const type of ["", "text", "json", "blob", "arraybuffer", "document"] as const) {
    for (const answer of ["plain", "empty", "not-json", "markup", "refused", "cut", "half"] as const) {
      const log: unknown[] = [];
      const request = new XMLHttpRequest();
      watch(request, log);
      request.responseType = type;
      request.open("GET", odd(answer));
      await settle(request, () => request.send());
      // How many pieces an answer comes in is the network's affair.
      const told = log.filter((one) => !/^(progress|readystatechange [23])/.test(String(one)));
      notes[`${answer} as "${type}"`] = [told, await describe(request)];
    }
  }
  return notes;
};

/** What becomes of exchanges that are given up, take too long, are used again, or are asked too soon. */
export const exchangesBadly: Curiosity = async ({ odd, attempt, until }) => {
  const notes: Record<string, unknown> = {};
  const begin = (answer: Parameters<typeof odd>[0], method = "GET") => {
    const log: string[] = [];
    const request = new XMLHttpRequest();
    for (const type of ["readystatechange", "loadstart", "load", "error", "abort", "timeout", "loadend"]) {
      request.addEventListener(type, () => log.push(`${type} ${request.readyState}`));
    }
    request.open(method, odd(answer));
    return { request, log };
  };
  const early = begin("plain");
  early.request.send();
  early.request.abort();
  notes["given up at once"] = [early.log, early.request.readyState, early.request.responseURL];

  const late = begin("endless");
  late.request.send();
  await until(() => late.request.readyState === 3);
  late.request.abort();
  notes["given up while it is read"] = [
    late.log.filter((one) => one !== "readystatechange 3"),
    late.request.readyState,
  ];

  const slow = begin("never");
  slow.request.timeout = 200;
  slow.request.send();
  await until(() => slow.log.includes("loadend 4"));
  notes["takes too long"] = slow.log;

  const again = begin("plain");
  const bodies: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const count = again.log.length;
    if (index > 0) again.request.open("GET", odd(index === 1 ? "refused" : "plain"));
    again.request.send();
    await until(() => again.log.slice(count).includes("loadend 4"));
    bodies.push(`${again.request.status} ${again.request.responseText.length > 0}`);
  }
  notes["used again"] = [again.log.filter((one) => one !== "readystatechange 3"), bodies];

  const replaced = begin("never");
  replaced.request.send();
  replaced.request.open("GET", odd("plain"));
  replaced.request.send();
  await until(() => replaced.log.includes("loadend 4"));
  notes["opened anew on the way"] = [replaced.log.filter((one) => one !== "readystatechange 3")];

  const inside = begin("plain");
  let rounds = 0;
  inside.request.onload = () => {
    rounds += 1;
    if (rounds > 2) return;
    inside.request.open("GET", odd("plain"));
    inside.request.send();
  };
  inside.request.send();
  await until(() => rounds === 3 && inside.request.readyState === 4 && inside.log.at(-1) === "loadend 4");
  notes["opened anew when it is there"] = inside.log.filter((one) => one !== "readystatechange 3");

  const waiting = new XMLHttpRequest();
  waiting.open("GET", odd("plain"), false);
  waiting.send();
  notes["waited for"] = [waiting.status, waiting.responseText.length > 0];

  const open = XMLHttpRequest.prototype.open as (...parameters: unknown[]) => void;
  const send = XMLHttpRequest.prototype.send as (...parameters: unknown[]) => void;
  const sent = begin("plain").request;
  sent.send();
  notes.errors = [
    await attempt(() => new XMLHttpRequest().send()),
    await attempt(() => sent.send()),
    await attempt(() => sent.setRequestHeader("one", "two")),
    await attempt(() => open.call({}, "GET", odd("plain"))),
    await attempt(() => open.call(new XMLHttpRequest())),
    await attempt(() => open.call(new XMLHttpRequest(), "GET")),
    await attempt(() => open.call(new XMLHttpRequest(), "(", odd("plain"))),
    await attempt(() => open.call(new XMLHttpRequest(), "TRACE", odd("plain"))),
    await attempt(() => open.call(new XMLHttpRequest(), "GET", "https://[")),
    await attempt(() => open.call(new XMLHttpRequest(), Symbol("method"), odd("plain"))),
    await attempt(() => send.call({})),
    await attempt(() => send.call(undefined)),
    await attempt(() => send.call(begin("plain", "POST").request, Symbol("body"))),
    await attempt(() => open.call(Object.create(XMLHttpRequest.prototype), "GET", "/")),
  ];
  return notes;
};
