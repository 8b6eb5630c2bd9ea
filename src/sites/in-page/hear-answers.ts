import { type Heard, handshake } from "./heard";

/**
 * Overhears what a site's server answers to the requests of its own page. Runs in the page's own world, before the page's
 * first script, and hands on to the extension's world what was answered at the declared addresses; there it is read.
 *
 * The page must not notice, and may be hostile. So everything that is called later is taken now, while nobody can have
 * spoiled it; nothing of the page's is touched that could tell of it: no getter, no `toString`, no prototype; and no
 * request is made, held up or changed. The page's function is called as it was called, and what it returns is returned.
 * What is left to be seen is one more line in the stack of an error, and in another frame's `Function.prototype.toString`
 * a function without its name.
 *
 * @param addresses where answers are wanted, without query and fragment
 * @param longest the most that is read of one answer, in characters
 */
export function hearAnswers(addresses: readonly string[], longest: number): void {
  const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const originals: (readonly [proxy: unknown, native: unknown])[] = [];
  const restorers: (() => void)[] = [];

  const { port1: port, port2: otherEnd } = new MessageChannel();
  const post = MessagePort.prototype.postMessage;
  const { then } = Promise.prototype;
  const Address = URL;
  const writeAddress = getterOf(URL.prototype, "href");
  const objectPrototype = Object.prototype;
  const decoder = () => construct(Decoder, []);
  const Decoder = TextDecoder;
  const { decode } = TextDecoder.prototype;
  const { clone } = Response.prototype;
  const { getReader } = ReadableStream.prototype;
  const { read, cancel } = ReadableStreamDefaultReader.prototype;
  const { get, set } = WeakMap.prototype;
  const { addEventListener: listen } = EventTarget.prototype;
  const response = {
    address: getterOf(Response.prototype, "url"),
    status: getterOf(Response.prototype, "status"),
    body: getterOf(Response.prototype, "body"),
  };
  const request = { address: getterOf(Request.prototype, "url"), method: getterOf(Request.prototype, "method") };
  const exchange = {
    address: getterOf(XMLHttpRequest.prototype, "responseURL"),
    status: getterOf(XMLHttpRequest.prototype, "status"),
    type: getterOf(XMLHttpRequest.prototype, "responseType"),
    text: getterOf(XMLHttpRequest.prototype, "responseText"),
    content: getterOf(XMLHttpRequest.prototype, "response"),
  };
  /** What each exchange was opened for: its method and address where both are plain text. */
  const opened = new WeakMap<object, readonly [method: string, address: string]>();

  function getterOf(of: object, name: string): () => unknown {
    return getOwnPropertyDescriptor(of, name)?.get ?? (() => undefined);
  }

  function tell(heard: Heard): void {
    apply(post, port, [heard]);
  }

  /** Which of the declared addresses this is; -1 for any other. By comparing alone: what texts can do may be spoiled. */
  function find(address: unknown): number {
    if (typeof address !== "string") return -1;
    let bare = "";
    for (let index = 0; index < address.length; index += 1) {
      const letter = address[index];
      if (letter === "?" || letter === "#") break;
      bare += letter;
    }
    for (let index = 0; index < addresses.length; index += 1) if (addresses[index] === bare) return index;
    return -1;
  }

  function findRelative(address: string): number {
    return find(apply(writeAddress, construct(Address, [address, location.href]), []));
  }

  /** Has one of the page's functions say what it is called with, and do what it always did. */
  function overhear(owner: object, name: string, hear: (self: unknown, parameters: ArrayLike<unknown>) => void): void {
    replace(owner, name, (native, self, parameters) => {
      try {
        hear(self, parameters);
      } catch {
        // What cannot be heard without being noticed is not heard.
      }
      return apply(native, self, parameters);
    });
  }

  type Native = (...parameters: never[]) => unknown;

  function replace(
    owner: object,
    name: string,
    call: (native: Native, self: unknown, parameters: ArrayLike<unknown>) => unknown,
  ): void {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    const native: unknown = descriptor?.value;
    if (typeof native !== "function") return;
    // Without a prototype, on which the page could add traps.
    const proxy = new Proxy(native as Native, { __proto__: null, apply: call } as ProxyHandler<Native>);
    originals[originals.length] = [proxy, native];
    defineProperty(owner, name, { ...descriptor, value: proxy });
    restorers[restorers.length] = () => {
      if (getOwnPropertyDescriptor(owner, name)?.value === proxy) defineProperty(owner, name, { ...descriptor });
    };
  }

  /** Waits for a promise that the page does not know, by none of the ways that the page could have changed. */
  function follow(promise: unknown, succeed: (value: never) => void, fail: () => void): void {
    const known = promise as object;
    defineProperty(known, "constructor", { value: undefined, configurable: true });
    apply(then, known, [succeed, fail]);
    deleteProperty(known, "constructor");
  }

  /** Reads the copy of an answer, piece by piece, as far as it may be long. */
  function readCopy(at: number, status: number, copy: unknown): void {
    const body = apply(response.body, copy, []);
    if (body === null || body === undefined) {
      tell({ at, status, text: "" });
      return;
    }
    const reader = apply(getReader, body, []);
    const pieces = decoder();
    let text = "";
    const fail = () => tell({ at, status, fault: "cut" });
    const take = ({ done, value }: { readonly done: boolean; readonly value: unknown }) => {
      try {
        if (!done) text += apply(decode, pieces, [value, { stream: true }]);
        if (text.length > longest) {
          tell({ at, status, fault: "too-long" });
          follow(apply(cancel, reader, []), ignore, ignore);
        } else if (done) tell({ at, status, text });
        else readOn();
      } catch {
        fail();
      }
    };
    function readOn(): void {
      follow(apply(read, reader, []), take, fail);
    }
    readOn();
  }

  function ignore(): void {}

  // The page's first touch of an answer's body. Whoever reads it as a stream is not overheard: nothing that could be
  // done there would leave the stream as it was.
  for (const name of ["json", "text", "arrayBuffer", "blob", "bytes", "formData"]) {
    overhear(Response.prototype, name, (self) => {
      const at = find(apply(response.address, self, []));
      if (at !== -1) readCopy(at, apply(response.status, self, []) as number, apply(clone, self, []));
    });
  }

  // A request that changes something makes old what was answered before; any other is a question.
  overhear(globalThis, "fetch", (_self, { 0: asked, 1: options }) => {
    const asRequest = attempt(request.address, asked);
    const address = asRequest ?? attempt(writeAddress, asked) ?? asked;
    const at = typeof address === "string" ? findRelative(address) : -1;
    if (at === -1) return;
    const method = methodIn(options) ?? (asRequest === null ? "GET" : apply(request.method, asked, []));
    tell(method === "GET" ? { at, isAsked: true } : { at, fault: "write" });
  });

  /** What a getter of the browser's says of an object of its own kind; `null` for any other, which is not touched. */
  function attempt(getter: () => unknown, of: unknown): unknown {
    try {
      return apply(getter, of, []);
    } catch {
      return null;
    }
  }

  /** The method that options name as plainly as can be; `null` where they name none, "?" where that cannot be seen. */
  function methodIn(options: unknown): string | null {
    if (options === undefined || options === null) return null;
    if (typeof options !== "object" || getPrototypeOf(options) !== objectPrototype) return "?";
    const named = getOwnPropertyDescriptor(options, "method");
    if (!named) return null;
    return typeof named.value === "string" ? named.value : "?";
  }

  overhear(XMLHttpRequest.prototype, "open", (self, { 0: method, 1: address }) => {
    const isPlain = typeof method === "string" && typeof address === "string";
    apply(set, opened, [self, [isPlain ? method : "?", isPlain ? address : ""]]);
  });

  overhear(XMLHttpRequest.prototype, "send", (self) => {
    apply(listen, self, ["load", takeExchange]);
    const known = apply(get, opened, [self]) as readonly [string, string] | undefined;
    const at = known ? findRelative(known[1]) : -1;
    if (at === -1) return;
    tell(known?.[0] === "GET" || known?.[0] === "get" ? { at, isAsked: true } : { at, fault: "write" });
  });

  /** Listens to an exchange's end. One and the same function: added twice it is there once. */
  function takeExchange(this: unknown): void {
    try {
      const at = find(apply(exchange.address, this, []));
      if (at === -1) return;
      const status = apply(exchange.status, this, []) as number;
      const type = apply(exchange.type, this, []);
      const content =
        type === "" || type === "text" ? apply(exchange.text, this, []) : apply(exchange.content, this, []);
      if (typeof content === "string") {
        tell(content.length > longest ? { at, status, fault: "too-long" } : { at, status, text: content });
      } else if (type === "arraybuffer") {
        const text = apply(decode, decoder(), [content]) as string;
        tell(text.length > longest ? { at, status, fault: "too-long" } : { at, status, text });
      } else if (type === "json" || type === "blob") tell({ at, status, content });
      else tell({ at, status, fault: "other" });
    } catch {
      // Opened anew by the page meanwhile.
    }
  }

  // Whoever asks for the text of one of these functions gets the one that it always had.
  replace(Function.prototype, "toString", (native, self, parameters) => {
    for (let index = 0; index < originals.length; index += 1) {
      if (originals[index]?.[0] === self) return apply(native, originals[index]?.[1], parameters);
    }
    return apply(native, self, parameters);
  });

  // In a tab that is not the check's nothing is wanted, and nothing is left.
  port.onmessage = () => {
    for (let index = 0; index < restorers.length; index += 1) restorers[index]?.();
  };
  dispatchEvent(new MessageEvent(handshake, { ports: [otherEnd] }));
}
