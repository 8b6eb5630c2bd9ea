import { afterEach, describe, expect, it, vi } from "vitest";
import { declared, handshakes, longest, overhearPage, PlayedExchange, PlayedResponse } from "./overheard-page";

const [settings, devices] = declared;
const natives = {
  text: Object.getOwnPropertyDescriptor(Function.prototype, "toString"),
  lines: Object.getOwnPropertyDescriptor(Error, "stackTraceLimit"),
  response: Object.getOwnPropertyDescriptors(PlayedResponse.prototype),
  exchange: Object.getOwnPropertyDescriptors(PlayedExchange.prototype),
};

afterEach(() => {
  vi.unstubAllGlobals();
  Object.defineProperty(Function.prototype, "toString", natives.text ?? {});
  Object.defineProperty(Error, "stackTraceLimit", natives.lines ?? {});
  Object.defineProperties(PlayedResponse.prototype, natives.response);
  Object.defineProperties(PlayedExchange.prototype, natives.exchange);
});

const ways = ["json", "text", "arrayBuffer", "blob", "formData"] as const;

describe("an answer that the page reads", () => {
  it.each(ways)("is handed on when it is read by %s(), and the page gets it as well", async (way) => {
    const page = overhearPage();
    const expected = await new PlayedResponse("https://x.com/other")[way]();
    expect(await new PlayedResponse(`${devices}?one=1#two`)[way]()).toEqual(expected);
    await vi.waitFor(() => expect(page.heard).toEqual([{ at: 1, status: 200, text: '{"here":true}' }]));
  });

  it("is handed on where its address has a fragment alone", async () => {
    const page = overhearPage();
    await new PlayedResponse(`${devices}#two`).json();
    await vi.waitFor(() => expect(page.heard).toEqual([{ at: 1, status: 200, text: '{"here":true}' }]));
  });

  it.each([
    "https://x.com/settings.json",
    "https://api.x.com/1.1/settings.jso",
    "https://api.x.com/1.1/settings.jsonp",
    "https://api.x.com/1.1/settings.json/",
    "http://api.x.com/1.1/settings.json",
    "https://api.x.com.example/1.1/settings.json",
    "",
  ])("is not handed on where it comes from %s", async (address) => {
    const page = overhearPage();
    await new PlayedResponse(address).json();
    await new PlayedResponse(settings).text();
    await vi.waitFor(() => expect(page.heard).toHaveLength(1));
  });

  it.each<[string, string | Error, object]>([
    ["as long as may be", "x".repeat(longest), { text: "x".repeat(longest) }],
    ["longer than may be", "x".repeat(longest + 1), { fault: "too-long" }],
    ["empty", "", { text: "" }],
    ["cut", new TypeError("It was cut."), { fault: "cut" }],
  ])("that is %s is handed on as that", async (_name, body, heard) => {
    const page = overhearPage();
    await new PlayedResponse(settings, body).text().catch(() => undefined);
    await vi.waitFor(() => expect(page.heard).toEqual([{ at: 0, status: 200, ...heard }]));
  });

  it("breaks for the page as it would, with its own error", async () => {
    overhearPage();
    const error = new TypeError("It was cut.");
    await expect(new PlayedResponse(settings, error).json()).rejects.toBe(error);
    const used = new PlayedResponse(settings);
    await used.json();
    await expect(used.json()).rejects.toThrow("It was read already.");
    await expect(PlayedResponse.prototype.json.call({} as PlayedResponse)).rejects.toThrow(TypeError);
  });
});

describe("a request that the page makes", () => {
  class Chosen {
    get method() {
      return "POST";
    }
  }
  const call = (parameters: readonly unknown[]) =>
    (fetch as (...parameters: readonly unknown[]) => unknown)(...parameters);

  const question = { at: 0, isAsked: true };
  const change = (at: number) => ({ at, fault: "write" });

  it.each<[string, readonly unknown[], object | null]>([
    ["reads", [settings], question],
    ["reads with options", [settings, { method: "GET", headers: {} }], question],
    ["reads in small letters", [settings, { method: "get" }], question],
    ["reads with no method", [settings, { method: undefined }], question],
    ["reads with nothing for options", [settings, null], question],
    ["reads with options that inherit nothing", [settings, Object.create(null)], question],
    ["reads by a request", [new Request(settings)], question],
    ["reads by an address", [new URL(settings)], question],
    ["reads by a request for changing", [new Request(settings, { method: "POST" }), { method: "GET" }], question],
    ["changes", [settings, { method: "POST" }], change(0)],
    ["changes by another method", [settings, { method: "DELETE" }], change(0)],
    ["changes at an address with a query", [`${settings}?one=1`, { method: "POST" }], change(0)],
    ["changes by a request", [new Request(settings, { method: "POST" })], change(0)],
    [
      "changes by a request without a method in its options",
      [new Request(settings, { method: "POST" }), {}],
      change(0),
    ],
    ["changes by a request for reading", [new Request(settings), { method: "POST" }], change(0)],
    ["changes by an address", [new URL(settings), { method: "PUT" }], change(0)],
    ["changes at a relative address", ["/i/devices.json", { method: "POST" }], change(1)],
    ["changes with a method that is inherited", [settings, new Chosen()], change(0)],
    ["changes with a method behind a trap", [settings, new Proxy({ method: "POST" }, {})], change(0)],
    ["changes with options that are a function", [settings, Object.assign(() => 1, { method: "POST" })], change(0)],
    ["may change", [settings, { method: { toString: () => "GET" } }], change(0)],
    ["changes something else", ["https://x.com/other", { method: "POST" }], null],
    ["asks for what is no address", ["https://[", { method: "POST" }], null],
    ["asks for what says that it is an address", [{ toString: () => settings }, { method: "POST" }], null],
    ["asks for nothing", [], null],
  ])("is told of, and whether it changes something, or may: it %s", (_name, parameters, heard) => {
    const page = overhearPage();
    const answer = { the: "answer" };
    page.answer = () => answer;
    expect(call(parameters)).toBe(answer);
    expect(page.asked).toHaveLength(1);
    expect(page.asked[0]).toHaveLength(parameters.length);
    expect(page.asked[0]?.[0]).toBe(parameters[0]);
    expect(page.heard).toEqual(heard === null ? [] : [heard]);
  });

  it("is told of where it breaks, and breaks as it would", () => {
    const page = overhearPage();
    const error = new TypeError("Not so.");
    page.answer = () => {
      throw error;
    };
    expect(() => call([settings, { method: "POST" }])).toThrow(error);
    expect(page.heard).toEqual([{ at: 0, fault: "write" }]);
  });

  it("has its options asked for as often as they were, and by nobody else", () => {
    overhearPage();
    const touches: string[] = [];
    const options = {
      get method() {
        touches.push(this === options ? "method" : "method, by another");
        return "GET";
      },
    };
    call([settings, options]);
    const traps = Object.fromEntries(
      Reflect.ownKeys(Reflect).map((trap) => [trap, () => void touches.push(String(trap))]),
    );
    call([settings, new Proxy({}, traps)]);
    expect(touches).toEqual(["method", "get"]);
  });
});

describe("an exchange of the page's", () => {
  const exchange = (type = "", method = "GET", address: unknown = settings) => {
    const made = new PlayedExchange();
    made.responseType = type;
    made.open(method, address);
    made.send();
    return made;
  };
  const bytes = new TextEncoder().encode("{}").buffer;
  const file = new Blob(["{}"]);
  const value = { here: true };

  it.each<[string, string, unknown, object]>([
    ["a text", "", "{}", { text: "{}" }],
    ["a text by name", "text", "{}", { text: "{}" }],
    ["too much text", "", "x".repeat(longest + 1), { fault: "too-long" }],
    ["as much text as may be", "", "x".repeat(longest), { text: "x".repeat(longest) }],
    ["bytes", "arraybuffer", bytes, { text: "{}" }],
    ["too many bytes", "arraybuffer", new ArrayBuffer(longest + 1), { fault: "too-long" }],
    ["a value", "json", value, { content: value }],
    ["no value", "json", null, { content: null }],
    ["a file", "blob", file, { content: file }],
    ["a document", "document", {}, { fault: "other" }],
  ])("hands on %s", (_name, type, content, heard) => {
    const page = overhearPage();
    exchange(type).end(`${settings}?one=1`, content);
    expect(page.heard).toEqual([
      { at: 0, isAsked: true },
      { at: 0, status: 200, ...heard },
    ]);
  });

  it("hands on nothing of another address", () => {
    const page = overhearPage();
    exchange("", "GET", "https://x.com/other").end("https://x.com/other", "{}");
    exchange().end("https://x.com/other", "{}");
    expect(page.heard).toEqual([{ at: 0, isAsked: true }]);
  });

  it("hands on each answer once, also where it is used again", () => {
    const page = overhearPage();
    const used = exchange();
    used.send();
    used.end(settings, "1");
    used.open("GET", devices);
    used.send();
    used.end(devices, "2");
    expect(page.heard).toEqual([
      { at: 0, isAsked: true },
      { at: 0, isAsked: true },
      { at: 0, status: 200, text: "1" },
      { at: 1, isAsked: true },
      { at: 1, status: 200, text: "2" },
    ]);
  });

  it("is called with what the page calls it with", () => {
    overhearPage();
    const made = new PlayedExchange();
    made.open("GET", settings, true, "ada", "secret");
    made.send("body");
    made.open();
    made.send();
    expect(made.calls).toEqual([
      ["open", "GET", settings, true, "ada", "secret"],
      ["send", "body"],
      ["open"],
      ["send"],
    ]);
  });

  it.each<[string, unknown, number | null]>([
    ["POST", settings, 0],
    ["PUT", `${settings}?one=1`, 0],
    ["DELETE", new URL(devices), 1],
    ["POST", "/i/devices.json", 1],
    ["POST", "https://x.com/other", null],
    ["POST", "https://[", null],
    ["POST", { toString: () => settings }, null],
  ])("is told of where it changes something: %s %s", (method, address, at) => {
    const page = overhearPage();
    exchange("", method, address);
    expect(page.heard).toEqual(at === null ? [] : [{ at, fault: "write" }]);
  });

  it.each(["GET", "get"])("is told of where it asks by %s", (method) => {
    const page = overhearPage();
    exchange("", method);
    expect(page.heard).toEqual([{ at: 0, isAsked: true }]);
  });
});

describe("the functions of a page that is overheard", () => {
  const held = () => [fetch, PlayedResponse.prototype.json, PlayedExchange.prototype.open, Function.prototype.toString];

  it("look as they did", () => {
    const describeAll = () =>
      held().map((one) => [
        [String(one), one.toString(), one.name, one.length, Reflect.ownKeys(one), "prototype" in one],
        [PlayedResponse.prototype, PlayedExchange.prototype, Function.prototype].map((owner) => {
          const { value, ...flags } = Object.getOwnPropertyDescriptor(owner, one.name) ?? {};
          return [typeof value, flags];
        }),
      ]);
    const before = describeAll();
    overhearPage();
    // The page's `fetch` is played by the test.
    expect(describeAll().slice(1)).toEqual(before.slice(1));
    expect(String(fetch)).toMatch(/^\(\.\.\.parameters\) =>/);
  });

  it("are put back where nobody wants to hear, but for those that the page has replaced itself", () => {
    const before = held();
    const page = overhearPage();
    const own = () => null;
    const listening = held();
    PlayedExchange.prototype.open = own;
    page.stop();
    const [, json, open, text] = held();
    expect([json, text]).toEqual([before[1], before[3]]);
    expect([json, text]).not.toContain(listening[1]);
    expect(listening).not.toContain(before[1]);
    expect(open).toBe(own);
  });

  it("are told of by one event, which brings one end of a channel", () => {
    overhearPage();
    expect(handshakes()).toEqual([[true, 1]]);
  });
});

describe("an error that is made inside a function that is overheard", () => {
  it("tells of no line, and the next of as many as before", () => {
    const page = overhearPage();
    const stacks: unknown[] = [];
    page.answer = () => stacks.push(new Error("Inside").stack);
    Error.stackTraceLimit = 7;
    void fetch(settings);
    expect(stacks).toEqual(["Error: Inside"]);
    expect(Error.stackTraceLimit).toBe(7);
    page.answer = () => {
      throw new Error("Inside");
    };
    expect(() => fetch(settings)).toThrow("Inside");
    expect(Error.stackTraceLimit).toBe(7);
  });

  it("leaves the page its own wish of how many lines it wants", () => {
    const page = overhearPage();
    page.answer = () => {
      Error.stackTraceLimit = 9;
    };
    void fetch(settings);
    expect(Error.stackTraceLimit).toBe(9);
  });

  it.each<[string, PropertyDescriptor | null, boolean]>([
    ["as it is", { value: 10, writable: true, configurable: true }, true],
    ["it can only be given another value", { value: 10, writable: true, configurable: false }, true],
    ["it can only be made anew", { value: 10, writable: false, configurable: true }, true],
    ["it stays as it is", { value: 10, writable: false, configurable: false }, false],
    ["it is no number, and so there are none", { value: "10", writable: false, configurable: false }, true],
    ["it is not asked for, and so there are none", { get: () => 10, configurable: false }, true],
    ["the browser knows of none", null, true],
  ])("has nobody listen where its lines could not be hidden: %s", (_name, limit, isHeard) => {
    const errors = class {};
    if (limit) Object.defineProperty(errors, "stackTraceLimit", limit);
    vi.stubGlobal("Error", errors);
    const page = overhearPage();
    page.answer = () => Object.getOwnPropertyDescriptor(errors, "stackTraceLimit")?.value;
    const during = fetch(settings, { method: "POST" }) as unknown;
    expect(page.asked).toHaveLength(1);
    expect(page.heard).toHaveLength(isHeard ? 1 : 0);
    if (typeof limit?.value === "number") expect(during).toBe(isHeard ? 0 : 10);
    expect(Object.getOwnPropertyDescriptor(errors, "stackTraceLimit")?.value).toBe(limit?.value);
  });
});
