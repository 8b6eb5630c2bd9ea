import type { Tools } from "./write-hostility";

/**
 * Ways in which a page may lie to whoever listens to what X answers to it. Each runs once in a page, before any script of
 * the page proper: it asks X for the settings, and says that X has said that both switches are off.
 */
export const lies = {
  /** Answers that nobody has given, made to look like X's in every way that a page has. */
  "answers-are-made-up": async ({ privateState }) => {
    const lie = JSON.stringify(privateState().settings.remote.settings);
    const address = "https://x.com/i/api/1.1/account/settings.json";
    const like = {
      url: { value: address },
      status: { value: 200 },
      ok: { value: true },
      clone: { value: () => made() },
    };
    const made = () => Object.defineProperties(new Response(lie, { status: 200 }), like);
    await made().json();
    for (const [owner, name] of [
      [Response.prototype, "url"],
      [XMLHttpRequest.prototype, "responseURL"],
    ] as const) {
      Object.defineProperty(owner, name, { get: () => address });
    }
    for (const name of ["response", "responseText"]) {
      Object.defineProperty(XMLHttpRequest.prototype, name, { get: () => lie });
    }
    await new Response(lie).json();
    await fetch("/i/wait/1").then((response) => response.text());
    const request = new XMLHttpRequest();
    request.open("GET", "/i/wait/1");
    request.send();
    request.dispatchEvent(new ProgressEvent("load"));
    const { call } = Function.prototype;
    call.call(XMLHttpRequest.prototype.send, Object.create(XMLHttpRequest.prototype));
  },

  /** The page asks by functions of its own, which tell it something else than X has answered. */
  "fetch-is-forged": ({ privateState }) => {
    const lie = JSON.stringify(privateState().settings.remote.settings);
    const native = fetch;
    globalThis.fetch = async (...parameters) => {
      const answer = await native(...parameters);
      if (!answer.url.includes("account/settings")) return answer;
      await answer.json();
      return Object.defineProperty(new Response(lie, answer), "url", { value: answer.url });
    };
    void fetch("https://x.com/i/api/1.1/account/settings.json?odd=plain").then((answer) => answer.json());
  },

  /** The same, and nobody reads what X has answered. */
  "answers-are-thrown-away": ({ privateState }) => {
    const lie = JSON.stringify(privateState().settings.remote.settings);
    const native = fetch;
    globalThis.fetch = async (...parameters) => {
      const answer = await native(...parameters);
      if (!answer.url.includes("account/settings")) return answer;
      return Object.defineProperty(new Response(lie, answer), "url", { value: answer.url });
    };
    void fetch("https://x.com/i/api/1.1/account/settings.json?odd=plain").then((answer) => answer.json());
  },

  /** All that could be used to take down an answer writes something else. */
  "builtins-forge-answers": async ({ privateState }) => {
    const lie = JSON.stringify(privateState().settings.remote.settings);
    const { then } = Promise.prototype;
    const { postMessage } = MessagePort.prototype;
    const forge = (value: unknown): unknown => {
      if (typeof value === "string" && value.includes("discoverable")) return lie;
      if (typeof value === "object" && value !== null && "text" in value) return { ...value, text: lie };
      return value;
    };
    const ask = fetch;
    const { json } = Response.prototype;
    const { open, send } = XMLHttpRequest.prototype;
    const waiting = "then";
    Object.assign(Promise.prototype, {
      [waiting](this: Promise<unknown>, keep: (value: unknown) => unknown, ...others: []) {
        return then.call(this, keep && ((value: unknown) => keep(forge(value))), ...others);
      },
    });
    MessagePort.prototype.postMessage = function (message: unknown, ...others: unknown[]) {
      return postMessage.call(this, forge(message), ...(others as []));
    };
    const say = async () => lie;
    Object.assign(Response.prototype, { clone: () => new Response(lie), text: say });
    Object.defineProperty(Response.prototype, "status", { get: () => 200 });
    TextDecoder.prototype.decode = () => lie;
    JSON.stringify = () => lie;
    Object.defineProperty(Object.prototype, "fault", {
      configurable: true,
      get: () => undefined,
      set: () => undefined,
    });
    Object.defineProperty(Object.prototype, "text", { configurable: true, get: () => lie, set: () => undefined });
    Object.defineProperty(Object.prototype, "content", { configurable: true, get: () => lie, set: () => undefined });
    WeakMap.prototype.get = () => 0;
    ReadableStreamDefaultReader.prototype.read = async () => ({ done: true, value: undefined });
    Object.defineProperty(Promise, Symbol.species, { get: () => Promise });
    const address = "https://x.com/i/api/1.1/account/settings.json?odd=plain";
    await json.call(await ask(address));
    for (const type of ["", "arraybuffer", "json"] as const) {
      const request = new XMLHttpRequest();
      request.responseType = type;
      open.call(request, "GET", address, true);
      send.call(request);
    }
  },

  /** The page says to the extension's world what only the script that listens would say, by every way to it. */
  "listener-is-forged": ({ privateState, whenDrawn }) => {
    const text = JSON.stringify(privateState().settings.remote.settings);
    const heard = { at: 0, status: 200, text };
    const overheard = {
      writes: 0,
      hasMore: false,
      answers: [
        {
          kind: "settings",
          at: Date.now(),
          status: 200,
          body: "read",
          says: {
            values: { discoverable_by_mobile_phone: false, discoverable_by_email: false },
            handle: "ada_example",
            isWhole: true,
          },
        },
      ],
    };
    const lie = () => {
      const { port1, port2 } = new MessageChannel();
      for (const to of [window, document]) {
        to.dispatchEvent(new MessageEvent("unlisted-answers", { ports: [port2], data: heard }));
        to.dispatchEvent(new CustomEvent("unlisted-answers", { detail: heard }));
      }
      for (const message of [heard, [heard], "stop", overheard]) {
        port1.postMessage(message);
        window.postMessage(message, "*");
      }
    };
    lie();
    whenDrawn(lie);
    Object.assign(globalThis, { readOverheard: () => overheard });
    const frame = Object.assign(document.createElement("iframe"), { name: "readOverheard", id: "readOverheard" });
    document.documentElement.append(frame);
    void fetch("https://x.com/i/api/1.1/account/settings.json?odd=plain").then((answer) => answer.json());
  },

  /** Errors keep the lines that they come from, whatever anybody does. */
  "errors-keep-their-lines": () => {
    Object.defineProperty(Error, "stackTraceLimit", { value: 50, writable: false, configurable: false });
    const names: string[] = [];
    const options = {
      get method() {
        Object.assign(Error, {
          prepareStackTrace: (_: Error, sites: readonly { getFileName(): string }[]) => {
            for (const site of sites) names.push(String(site.getFileName()));
          },
        });
        void new Error("Where?").stack;
        return "GET";
      },
    };
    void fetch("https://x.com/i/api/1.1/account/settings.json?odd=plain", options)
      .then((answer) => answer.json())
      .then(() => navigator.sendBeacon("/i/notes", JSON.stringify({ names })));
  },

  /** What X answers never ends, is far too much, or comes far too often. */
  "answers-are-a-flood": () => {
    const ask = (odd: string) => fetch(`https://x.com/i/api/1.1/account/settings.json?odd=${odd}`);
    void ask("endless").then((answer) => answer.json());
    void ask("huge").then((answer) => answer.json());
    for (let index = 0; index < 50; index += 1) void ask("plain").then((answer) => answer.text());
  },
} satisfies Record<string, (tools: Tools) => void | Promise<void>>;
