import type { Curiosity } from "./kit";

/** How everything looks that listening replaces: its text, its properties, its descriptor, and what breaks on it. */
export const looksAtFunctions: Curiosity = async ({ attempt, say }) => {
  const owners: readonly (readonly [object, readonly string[]])[] = [
    [window, ["fetch"]],
    [XMLHttpRequest.prototype, ["open", "send"]],
    [Response.prototype, ["json", "text", "arrayBuffer", "blob", "bytes", "formData", "clone"]],
    [Function.prototype, ["toString"]],
  ];
  const notes: Record<string, unknown> = {};
  for (const [owner, names] of owners) {
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name);
      const found = descriptor?.value;
      if (typeof found !== "function") continue;
      const flags = (of: object) =>
        Object.entries(Object.getOwnPropertyDescriptors(of)).map(([key, { value, ...others }]) => [
          key,
          typeof value === "function" ? "function" : value,
          others,
        ]);
      notes[name] = {
        texts: [String(found), Function.prototype.toString.call(found), found.toString(), `${found}`],
        hasOneToString: found.toString === Function.prototype.toString,
        place: Object.keys(owner).indexOf(name),
        owned: { keys: Object.keys(descriptor ?? {}), flags: { ...descriptor, value: undefined } },
        own: [Reflect.ownKeys(found), flags(found)],
        hasPrototype: "prototype" in found,
        type: [
          typeof found,
          Object.prototype.toString.call(found),
          Object.getPrototypeOf(found) === Function.prototype,
        ],
        isOpen: [Object.isExtensible(found), Object.isSealed(found), Object.isFrozen(found)],
        errors: [
          await attempt(() => Reflect.construct(found, [])),
          await attempt(() => new found()),
          await attempt(() => class extends found {}),
          await attempt(() => Reflect.construct(Object, [], found)),
          await attempt(() => 1 in found && ({} as object) instanceof found),
          await attempt(() => found.nothing()),
          await attempt(() => found.call(undefined)),
          await attempt(() => found.call({})),
          await attempt(() => found.call(Object.create(found))),
        ],
        json: JSON.stringify([found]),
        said: say(found.bind()),
      };
    }
  }
  const owned = Reflect.ownKeys(Response.prototype).map(String);
  return { notes, owned, ofExchanges: Reflect.ownKeys(XMLHttpRequest.prototype).map(String) };
};

/** By what a function that stands for another one can be told, whatever it does: each asked by itself. */
export const looksForSigns: Curiosity = async ({ attempt, odd }) => {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const elsewhere = frame.contentWindow as unknown as typeof globalThis;
  const textElsewhere = (of: unknown) => String(elsewhere.Function.prototype.toString.call(of));
  const signs: Record<string, () => unknown> = {
    "text by another frame": () => textElsewhere(fetch),
    "text by another frame of toString": () => textElsewhere(Function.prototype.toString),
    "message of what cannot be cloned": () => structuredClone(fetch),
    "message of what cannot be extended": () => class extends (fetch as unknown as new () => object) {},
    "circle of prototypes": () => typeof Object.setPrototypeOf(fetch, Object.create(fetch)),
    "circle of prototypes by Reflect": () => Reflect.setPrototypeOf(fetch, Object.create(fetch)),
    "caller of a function": () => (fetch as unknown as { caller: unknown }).caller,
    "arguments of a function": () => (fetch as unknown as { arguments: unknown }).arguments,
    "name of a derived function": () => Object.create(fetch).toString(),
    "body after reading": async () => {
      const response = await fetch(odd("plain"));
      const { body } = response;
      await response.json();
      return body === response.body;
    },
  };
  const notes: Record<string, unknown> = {};
  for (const [name, look] of Object.entries(signs)) {
    notes[name] = await attempt(look);
    // What a look has left behind is not to be seen by the next.
    Reflect.setPrototypeOf(fetch, Function.prototype);
  }
  frame.remove();
  return notes;
};

/** How many lines the stack of an error has that is thrown under a call, and what stands in it. */
export const looksAtStacks: Curiosity = async ({ odd }) => {
  const stacks: Record<string, string> = {};
  const keep = (name: string) => {
    stacks[name] = String(new Error(name).stack);
    return "";
  };
  const method = {
    get method() {
      keep("fetch");
      return "GET";
    },
  };
  await fetch(odd("plain"), method);
  const request = new XMLHttpRequest();
  request.open({ toString: () => keep("open") || "GET" } as unknown as string, odd("plain"));
  request.onreadystatechange = () => keep("readystatechange");
  request.onload = () => keep("load");
  await new Promise((resolve) => {
    request.onloadend = resolve;
    request.send();
  });
  const keepError = (name: string) => (error: Error) => {
    stacks[name] = String(error.stack);
  };
  await fetch("https://[").catch(keepError("bad address"));
  await fetch(odd("cut")).catch(keepError("cut"));
  await (await fetch(odd("not-json"))).json().catch(keepError("not JSON"));
  await Response.prototype.json.call({}).catch(keepError("of nothing"));
  for (const [name, work] of [
    ["send", () => new XMLHttpRequest().send()],
    ["bad method", () => new XMLHttpRequest().open("(", "/")],
    ["text of nothing", () => Function.prototype.toString.call({})],
  ] as const) {
    try {
      work();
    } catch (error) {
      keepError(name)(error as Error);
    }
  }
  return stacks;
};

/** What the engine tells of the functions that a call goes through. */
export const looksAtCallers: Curiosity = async ({ odd }) => {
  const seen: string[] = [];
  const name = (of: unknown) => (typeof of === "function" ? `function ${of.name}: ${of}` : String(of));
  // In the loose mode, in which functions tell who calls them.
  const script = document.createElement("script");
  script.nonce = document.querySelector("script")?.nonce ?? "";
  script.text = `globalThis.lookAtCaller = function lookAtCaller(seen, name) {
    function getter() {
      seen.push(name(getter.caller), name(arguments.callee.caller));
      return "GET";
    }
    const options = Object.defineProperty({}, "method", { get: getter });
    return function caller(address) { return fetch(address, options); };
  };`;
  document.head.append(script);
  const { lookAtCaller } = globalThis as unknown as {
    lookAtCaller: (seen: string[], name: (of: unknown) => string) => (address: string) => Promise<Response>;
  };
  await lookAtCaller(seen, name)(odd("plain"));
  const errors = Error as unknown as { prepareStackTrace?: unknown };
  interface CallSite {
    getFunction(): unknown;
    getThis(): unknown;
    getFileName(): string | null;
  }
  errors.prepareStackTrace = (_: Error, sites: readonly CallSite[]) => {
    for (const site of sites) seen.push(`${site.getFileName()} ${name(site.getFunction())} ${typeof site.getThis()}`);
    return "";
  };
  const options = {
    get method() {
      seen.push(String(new Error("here").stack));
      return "GET";
    },
  };
  await fetch(odd("plain"), options);
  delete errors.prepareStackTrace;
  delete (globalThis as { lookAtCaller?: unknown }).lookAtCaller;
  return { seen };
};

/** Where errors come from that nobody has caught, by what the browser tells of them. */
export const leavesErrorsUncaught: Curiosity = async ({ until }) => {
  const heard: unknown[] = [];
  addEventListener("error", (event) => {
    event.preventDefault();
    heard.push([event.message, event.filename, event.lineno, event.colno, String(event.error?.stack)]);
  });
  const works = [
    () => new XMLHttpRequest().send(),
    () => new XMLHttpRequest().open("(", "/"),
    () => Function.prototype.toString.call({}),
    () => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest),
  ];
  for (const work of works) setTimeout(work);
  await until(() => heard.length === works.length);
  return { heard };
};
