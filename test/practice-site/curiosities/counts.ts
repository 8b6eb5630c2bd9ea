import type { Curiosity } from "./kit";

/** How often, and in which order, what it hands over is touched: each getter, each conversion, each trap. */
export const countsTouches: Curiosity = async ({ odd, attempt }) => {
  const touches: string[] = [];
  const noted = (name: string, value: unknown) => ({
    toString: () => {
      touches.push(`text of ${name}`);
      return value;
    },
  });
  const withGetters = (name: string, values: Readonly<Record<string, unknown>>) => {
    const given = {};
    for (const [key, value] of Object.entries(values)) {
      Object.defineProperty(given, key, {
        enumerable: true,
        get(this: unknown) {
          touches.push(`${key} of ${name}${this === given ? "" : ", by another"}`);
          return value;
        },
      });
    }
    return given;
  };
  const trapped = (name: string, target: object) => {
    const traps: Record<string, unknown> = {};
    for (const trap of Object.getOwnPropertyNames(Reflect)) {
      traps[trap] = (...parameters: unknown[]) => {
        touches.push(
          `${trap} ${String(parameters[1])} of ${name}${trap === "get" && parameters[2] !== proxy ? ", by another" : ""}`,
        );
        return (Reflect as unknown as Record<string, (...parameters: unknown[]) => unknown>)[trap]?.(...parameters);
      };
    }
    const proxy: object = new Proxy(target, traps);
    return proxy;
  };
  const call = fetch as (...parameters: unknown[]) => Promise<Response>;
  const ways: Record<string, () => unknown> = {
    "an address that is converted": () => call(noted("address", odd("plain"))),
    "a method that is converted": () => call(odd("plain"), { method: noted("method", "GET") }),
    "options with getters": () =>
      call(odd("plain"), withGetters("options", { method: "GET", headers: {}, mode: "cors" })),
    "options with traps": () => call(odd("plain"), trapped("options", { method: "GET" })),
    "options with traps around nothing": () => call(odd("plain"), trapped("options", Object.create(null))),
    "options that inherit": () => call(odd("plain"), Object.create(withGetters("options", { method: "GET" }))),
    "options that are a function": () =>
      call(
        odd("plain"),
        Object.assign(() => 1, { method: "GET" }),
      ),
    "an address with traps": () => attempt(() => call(trapped("address", new URL(odd("plain"))))),
    "an address of its own kind": () =>
      call(
        Object.defineProperties(new URL(odd("plain")), {
          href: { get: () => touches.push("href") && "" },
          toString: { value: () => touches.push("text of an address") && odd("plain") },
        }),
      ),
    "a request of its own kind": () =>
      call(
        Object.defineProperties(new Request(odd("plain")), {
          url: { get: () => touches.push("url") && "" },
          method: { get: () => touches.push("method") && "POST" },
        }),
      ),
    "headers with getters": () => call(odd("plain"), { headers: withGetters("headers", { accept: "text/plain" }) }),
    "a method and an address that are converted by open": () => {
      const open = XMLHttpRequest.prototype.open as (...parameters: unknown[]) => void;
      open.call(
        new XMLHttpRequest(),
        noted("method", "GET"),
        noted("address", odd("plain")),
        true,
        noted("name", ""),
        "",
      );
    },
  };
  const notes: Record<string, unknown> = {};
  for (const [name, work] of Object.entries(ways)) {
    touches.length = 0;
    const { how } = await attempt(async () => (work() as Promise<Response> | undefined)?.then((answer) => answer));
    notes[name] = [how, [...touches]];
  }

  touches.length = 0;
  const response = await call(odd("plain"));
  for (const name of ["url", "status", "body", "clone", "ok", "headers", "bodyUsed", "constructor"] as const) {
    const native = response[name];
    Object.defineProperty(response, name, { get: () => touches.push(`${name} of an answer`) && native });
  }
  await response.json();
  notes["an answer with getters"] = [...touches];

  touches.length = 0;
  const request = new XMLHttpRequest();
  for (const name of [
    "responseURL",
    "status",
    "responseType",
    "responseText",
    "response",
    "addEventListener",
  ] as const) {
    const native = request[name];
    Object.defineProperty(request, name, { get: () => touches.push(`${name} of an exchange`) && native });
  }
  await new Promise((resolve) => {
    request.open("GET", odd("plain"));
    request.onloadend = resolve;
    request.send();
  });
  notes["an exchange with getters"] = [...touches];

  touches.length = 0;
  const changed = new XMLHttpRequest();
  changed.responseType = "json";
  changed.addEventListener("load", () => {
    Object.defineProperty(changed.response, "screen_name", {
      enumerable: true,
      get: () => touches.push("a name in an answer") && "ada_example",
    });
  });
  await new Promise((resolve) => {
    changed.open("GET", odd("plain"));
    changed.addEventListener("loadend", resolve);
    changed.send();
  });
  notes["an answer that is changed when it is there"] = [...touches];
  return notes;
};

/**
 * How often everything is called that the language and the browser lend to a page, while its application asks for
 * something: every function and every getter that a page can put another in the place of.
 */
export const countsCalls: Curiosity = async ({ odd }) => {
  const counts = new Map<string, number>();
  let isCounting = false;
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { get, set } = Map.prototype;
  const count = (name: string) => {
    if (!isCounting) return;
    isCounting = false;
    apply(set, counts, [name, ((apply(get, counts, [name]) as number | undefined) ?? 0) + 1]);
    isCounting = true;
  };
  const restorers: (() => void)[] = [];
  const wrap = (owner: object, key: string | symbol, place: string) => {
    const descriptor = getOwnPropertyDescriptor(owner, key);
    if (!descriptor?.configurable) return;
    const name = `${place}.${String(key)}`;
    const counted = { __proto__: null, ...descriptor } as PropertyDescriptor;
    for (const part of ["get", "set", "value"] as const) {
      const native = descriptor[part];
      if (typeof native !== "function" || (part === "value" && "prototype" in native)) continue;
      counted[part] = {
        wrapped(this: unknown, ...parameters: unknown[]) {
          count(name);
          return apply(native, this, parameters);
        },
      }.wrapped;
    }
    defineProperty(owner, key, counted);
    restorers.push(() => defineProperty(owner, key, { __proto__: null, ...descriptor } as PropertyDescriptor));
  };
  const own = new Set(["Map", "Reflect"]);
  for (const place of Object.getOwnPropertyNames(window)) {
    if (own.has(place) || /^(webkit|on)|^(Window|document|window|self|top|parent|frames)$/.test(place)) continue;
    const found = getOwnPropertyDescriptor(window, place)?.value as unknown;
    if ((typeof found !== "function" && typeof found !== "object") || found === null) continue;
    if (found instanceof Node || found === window) continue;
    for (const key of Reflect.ownKeys(found)) wrap(found, key, place);
    const { prototype } = found as { prototype?: object };
    for (const key of prototype ? Reflect.ownKeys(prototype) : []) {
      if (prototype && key !== "constructor") wrap(prototype, key, `${place}.prototype`);
    }
  }
  for (const name of Object.getOwnPropertyNames(Reflect)) wrap(Reflect, name, "Reflect");
  // What objects do not have they inherit: names that code would look for, or a number.
  const missing = ["get", "set", "value", "writable", "enumerable", "configurable", "done", "then", "stream", "at"];
  missing.push("status", "text", "fault", "content", "apply", "construct", "url", "href", "method", "data", "ports");
  missing.push("signal", "transfer", "fatal", "ignoreBOM", "capture", "once", "passive", "mode", "preventCancel");
  missing.push("0", "1", "2", "3", "prototype", "next", "return", "toJSON", "bubbles", "detail", "getPrototypeOf");
  for (const key of missing) {
    if (key in Object.prototype) continue;
    const inherited = {
      get: () => {
        count(`a missing ${key}`);
        return undefined;
      },
      set(this: object, value: unknown) {
        defineProperty(this, key, {
          __proto__: null,
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        } as unknown as PropertyDescriptor);
      },
      configurable: true,
      __proto__: null,
    };
    defineProperty(Object.prototype, key, inherited as unknown as PropertyDescriptor);
    restorers.push(() => Reflect.deleteProperty(Object.prototype, key));
  }
  const { constructor: promiseConstructor } = Promise.prototype;
  defineProperty(Promise.prototype, "constructor", {
    get: () => {
      count("Promise.prototype.constructor");
      return promiseConstructor;
    },
    configurable: true,
    __proto__: null,
  } as unknown as PropertyDescriptor);
  restorers.push(() =>
    defineProperty(Promise.prototype, "constructor", {
      value: promiseConstructor,
      writable: true,
      configurable: true,
      enumerable: false,
      __proto__: null,
    } as unknown as PropertyDescriptor),
  );

  const ways: Record<string, () => Promise<unknown>> = {
    "json()": async () => (await fetch(odd("plain"))).json(),
    "text() of a request": async () => (await fetch(new Request(odd("plain")))).text(),
    "arrayBuffer()": async () => (await fetch(new URL(odd("plain")), { method: "GET" })).arrayBuffer(),
    "an exchange": () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open("GET", odd("plain"));
        request.onloadend = resolve;
        request.send();
      }),
    "an exchange in JSON": () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.responseType = "json";
        request.open("GET", odd("plain"));
        request.onloadend = resolve;
        request.send();
      }),
    "an exchange of bytes": () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.responseType = "arraybuffer";
        request.open("GET", odd("plain"));
        request.onloadend = resolve;
        request.send();
      }),
    "not JSON": async () => (await fetch(odd("not-json"))).json().catch(() => undefined),
    "the text of functions": async () => `${fetch} ${Function.prototype.toString.call(fetch)}`,
  };
  const notes: Record<string, unknown> = {};
  for (const [name, work] of Object.entries(ways)) {
    // What began this has something to do at its first pause.
    await null;
    // Whoever looks at the page's memory meanwhile calls some of them too: that is another thing.
    do {
      counts.clear();
      isCounting = true;
      await work();
      // What comes after an answer comes within a moment.
      await fetch("/i/wait/30");
      isCounting = false;
    } while (counts.has("Document.prototype.getElementById"));
    notes[name] = [...counts].sort();
  }
  for (const restore of restorers.reverse()) restore();
  return notes;
};
