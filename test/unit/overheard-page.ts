import { vi } from "vitest";
import { hearAnswers } from "../../src/sites/in-page/hear-answers";
import { type Heard, handshake } from "../../src/sites/in-page/heard";

/** Where the page of these tests is answered with what is wanted. */
export const declared = ["https://api.x.com/1.1/settings.json", "https://x.com/i/devices.json"] as const;
/** The most that is handed on, in characters. */
export const longest = 30;

/** A page that is overheard, as far as its functions go. */
export interface OverheardPage {
  /** What was handed on, oldest first. */
  readonly heard: Heard[];
  /** What its own `fetch` was called with, each time. */
  readonly asked: unknown[][];
  /** How its own `fetch` answers. */
  answer: () => unknown;
  /** Has whoever listens stop. */
  stop(): void;
}

/** An answer as browsers make it, which can be read once. */
export class PlayedResponse {
  #isUsed = false;
  readonly #address: string;
  readonly #body: string | Error;
  constructor(address: string, body: string | Error = '{"here":true}') {
    this.#address = address;
    this.#body = body;
  }
  get url() {
    return this.#address;
  }
  get status() {
    return 200;
  }
  clone() {
    if (this.#isUsed) throw new TypeError("It was read already.");
    return new PlayedResponse(this.#address, this.#body);
  }
  async #read() {
    if (this.#isUsed) throw new TypeError("It was read already.");
    this.#isUsed = true;
    if (typeof this.#body !== "string") throw this.#body;
    return this.#body;
  }
  text() {
    return this.#read();
  }
  async json() {
    return JSON.parse(await this.#read());
  }
  async arrayBuffer() {
    return new TextEncoder().encode(await this.#read()).buffer;
  }
  async blob() {
    return new Blob([await this.#read()]);
  }
  async formData() {
    return new Map([["text", await this.#read()]]);
  }
}

/** An exchange as browsers make it, whose answer comes when the test says. */
export class PlayedExchange extends EventTarget {
  #type = "";
  #answer: { readonly address: string; readonly content: unknown } = { address: "", content: null };
  readonly calls: unknown[][] = [];
  set responseType(type: string) {
    this.#type = type;
  }
  get responseType() {
    return this.#type;
  }
  get responseURL() {
    return this.#answer.address;
  }
  get status() {
    return 200;
  }
  get response() {
    return this.#answer.content;
  }
  get responseText() {
    if (this.#type !== "" && this.#type !== "text") throw new TypeError("It is no text.");
    return this.#answer.content;
  }
  open(...parameters: unknown[]) {
    this.calls.push(["open", ...parameters]);
  }
  send(...parameters: unknown[]) {
    this.calls.push(["send", ...parameters]);
  }
  /** Has the answer be there. */
  end(address: string, content: unknown) {
    this.#answer = { address, content };
    this.dispatchEvent(new Event("load"));
  }
}

/** Begins to overhear a page. What stood in its place is put back by `vi.unstubAllGlobals`. */
export function overhearPage(): OverheardPage {
  const page: OverheardPage = {
    heard: [],
    asked: [],
    answer: () => null,
    stop: () => ports[0]?.onmessage?.(),
  };
  class PlayedPort {
    onmessage?: () => void;
    postMessage(message: Heard) {
      page.heard.push(message);
    }
  }
  const ports: PlayedPort[] = [];
  vi.stubGlobal("MessagePort", PlayedPort);
  vi.stubGlobal(
    "MessageChannel",
    class {
      port1 = new PlayedPort();
      port2 = new PlayedPort();
      constructor() {
        ports.push(this.port1);
      }
    },
  );
  vi.stubGlobal("Response", PlayedResponse);
  vi.stubGlobal("XMLHttpRequest", PlayedExchange);
  vi.stubGlobal("location", new URL("https://x.com/settings/contacts"));
  vi.stubGlobal("fetch", (...parameters: unknown[]) => {
    page.asked.push(parameters);
    const [, options] = parameters as [unknown, { method?: unknown } | null | undefined];
    // As browsers do.
    void options?.method;
    return page.answer();
  });
  vi.stubGlobal(
    "MessageEvent",
    class {
      constructor(
        readonly type: string,
        readonly options: object,
      ) {}
    },
  );
  vi.stubGlobal("dispatchEvent", vi.fn());
  hearAnswers(declared, longest);
  return page;
}

/** How whoever listens shook hands: with one event, which brings one end of a channel. */
export const handshakes = () =>
  vi.mocked(dispatchEvent).mock.calls.map(([event]) => {
    const { type, options } = event as unknown as { type: string; options: { ports: readonly unknown[] } };
    return [type === handshake, options.ports.length];
  });
