import { type Heard, handshake } from "./heard";
import { alone, replaceFunctions } from "./replace-functions";

/**
 * Overhears what a site's server answers to the requests of its own page. Runs in the page's own world, before the page's
 * first script, and hands on to the extension's world what was answered at the declared addresses; there it is read.
 *
 * The page must not notice, and may be hostile. So everything that is called later is taken now, while nobody can have
 * spoiled it; nothing of the page's is touched that could tell of it: no getter, no conversion, no prototype; and no
 * request is made, held up or changed. The page's function is called as it was called, and what it returns is returned.
 * What a page that searches for it can find all the same, `test/e2e/overhearing.test.ts` lists.
 *
 * @param addresses where answers are wanted, without query and fragment
 * @param longest the most that is handed on of one answer, in characters
 */
export function hearAnswers(addresses: readonly string[], longest: number): void {
  const { apply, construct, defineProperty, deleteProperty, get: getFrom, getOwnPropertyDescriptor } = Reflect;
  const { port1: port, port2: otherEnd } = new MessageChannel();
  const post = MessagePort.prototype.postMessage;
  const { then } = Promise.prototype;
  const Address = URL;
  const writeAddress = getterOf(URL.prototype, "href");
  const Decoder = TextDecoder;
  const { decode } = TextDecoder.prototype;
  const { clone, text: readText } = Response.prototype;
  const { get, set } = WeakMap.prototype;
  const { addEventListener: listen } = EventTarget.prototype;
  const response = { address: getterOf(Response.prototype, "url"), status: getterOf(Response.prototype, "status") };
  const request = { address: getterOf(Request.prototype, "url"), method: getterOf(Request.prototype, "method") };
  const exchange = {
    address: getterOf(XMLHttpRequest.prototype, "responseURL"),
    status: getterOf(XMLHttpRequest.prototype, "status"),
    type: getterOf(XMLHttpRequest.prototype, "responseType"),
    text: getterOf(XMLHttpRequest.prototype, "responseText"),
    content: getterOf(XMLHttpRequest.prototype, "response"),
  };
  /** What each exchange was opened for: what is told once it is sent. */
  const opened = new WeakMap<object, Heard>();
  const { overhear, restore, unseen } = replaceFunctions();

  function getterOf(of: object, name: string): () => unknown {
    return getOwnPropertyDescriptor(of, name)?.get ?? (() => undefined);
  }

  function tell(heard: Heard): void {
    unseen(() => apply(post, port, [heard]));
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

  /** As `find`, of what a page asks for: a text or an address of the browser's kind. Anything else is not touched. */
  function findAsked(asked: unknown): number {
    const address = attempt(writeAddress, asked) ?? asked;
    if (typeof address !== "string") return -1;
    try {
      return find(apply(writeAddress, construct(Address, [address, location.href]), []));
    } catch {
      return -1;
    }
  }

  /** What a getter of the browser's says of an object of its own kind; `null` for any other, which is not touched. */
  function attempt(getter: () => unknown, of: unknown): unknown {
    try {
      return apply(getter, of, []);
    } catch {
      return null;
    }
  }

  /** Waits for a promise that the page does not know, by none of the ways that the page could have changed. */
  function follow(promise: unknown, succeed: (value: never) => void, fail: () => void): void {
    const known = promise as object;
    defineProperty(known, "constructor", alone({ value: undefined, configurable: true }));
    apply(then, known, [succeed, fail]);
    deleteProperty(known, "constructor");
  }

  // The page's first touch of an answer's body. Whoever reads it as a stream is not overheard: nothing that could be
  // done there would leave the stream as it was.
  for (const name of ["json", "text", "arrayBuffer", "blob", "bytes", "formData"]) {
    overhear(Response.prototype, name, (self) => {
      const at = find(apply(response.address, self, []));
      if (at !== -1) readCopy(at, apply(response.status, self, []) as number, apply(clone, self, []));
      return undefined;
    });
  }

  /** Reads the copy of an answer as a text: of a promise for an object the page could have something to say. */
  function readCopy(at: number, status: number, copy: unknown): void {
    const succeed = (text: string) => tell(describeText(at, status, text));
    follow(apply(readText, copy, []), succeed, () => tell({ at, status, fault: "cut" }));
  }

  function describeText(at: number, status: number, text: string): Heard {
    return text.length > longest ? { at, status, fault: "too-long" } : { at, status, text };
  }

  // A request that changes something makes old what was answered before; any other is a question.
  overhear(globalThis, "fetch", (self, parameters) => {
    const asked = parameters.length > 0 ? parameters[0] : undefined;
    const options = parameters.length > 1 ? parameters[1] : undefined;
    const asRequest = attempt(request.address, asked);
    const at = findAsked(asRequest ?? asked);
    if (at === -1) return undefined;
    let method: unknown = asRequest === null ? "GET" : attempt(request.method, asked);
    const after = () => tell(describeRequest(at, method));
    const hasOptions = (typeof options === "object" && options !== null) || typeof options === "function";
    if (!hasOptions) return { self, parameters, after };
    // The browser asks for each of the options, once. What it is told counts, and nobody else asks.
    const watched = new Proxy(
      alone({}),
      alone({
        get(_nothing: object, name: PropertyKey) {
          const value: unknown = getFrom(options, name);
          if (name === "method" && value !== undefined) method = value;
          return value;
        },
      }),
    );
    return { self, parameters: [asked, watched], after };
  });

  overhear(XMLHttpRequest.prototype, "open", (self, parameters) => {
    const at = parameters.length < 2 ? -1 : findAsked(parameters[1]);
    apply(set, opened, [self, at === -1 ? undefined : describeRequest(at, parameters[0])]);
    return undefined;
  });

  overhear(XMLHttpRequest.prototype, "send", (self) => {
    // On its way down: before the page's own listeners, who could change what was answered.
    apply(listen, self, ["load", takeExchange, true]);
    const heard = apply(get, opened, [self]) as Heard | undefined;
    if (heard) tell(heard);
    return undefined;
  });

  function describeRequest(at: number, method: unknown): Heard {
    return method === "GET" || method === "get" ? { at, isAsked: true } : { at, fault: "write" };
  }

  /** Listens to an exchange's end. One and the same function: added twice it is there once. */
  function takeExchange(this: unknown): void {
    try {
      const at = find(apply(exchange.address, this, []));
      if (at === -1) return;
      const status = apply(exchange.status, this, []) as number;
      const type = apply(exchange.type, this, []);
      const isText = type === "" || type === "text";
      const content = isText ? apply(exchange.text, this, []) : apply(exchange.content, this, []);
      if (typeof content === "string") tell(describeText(at, status, content));
      else if (type === "json" || type === "blob") tell({ at, status, content });
      else if (type !== "arraybuffer") tell({ at, status, fault: "other" });
      else tell(describeText(at, status, apply(decode, construct(Decoder, []), [content]) as string));
    } catch {
      // Opened anew by the page meanwhile.
    }
  }

  // In a tab that is not the check's nothing is wanted, and nothing is left.
  port.onmessage = restore;
  dispatchEvent(new MessageEvent(handshake, { ports: [otherEnd] }));
}
