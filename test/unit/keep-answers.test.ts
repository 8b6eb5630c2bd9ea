import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askWhetherWanted } from "../../src/sites/in-page/ask-whether-wanted";
import { findOwners } from "../../src/sites/in-page/find-fields";
import { type Heard, handshake, longestAnswer } from "../../src/sites/in-page/heard";
import { type AnswerKind, keepAnswers } from "../../src/sites/in-page/keep-answers";
import { addresses } from "../../src/sites/x/answers/addresses";
import { answerKinds } from "../../src/sites/x/answers/kinds";

type Listen = (event: { readonly ports: readonly object[] }) => void;

/** What listens in the extension's world on a page. */
const listening: { readonly name: string; readonly listen: Listen; readonly isOnce: boolean }[] = [];
const readColour = (body: unknown) => ({ hasColour: typeof body === "object" && body !== null && "colour" in body });
const kinds: readonly AnswerKind[] = [
  { kind: "paint", addresses: ["https://site.example/paint", "https://other.example/paint"], read: readColour },
  { kind: "brush", addresses: ["https://site.example/brush"], read: () => JSON.parse("") },
];

beforeEach(() => {
  listening.length = 0;
  vi.stubGlobal("addEventListener", (name: string, listen: Listen, options: { once: boolean }) => {
    listening.push({ name, listen, isOnce: options.once });
  });
  vi.stubGlobal("performance", { timeOrigin: 1_700_000_000_000, now: () => 0.6 });
});
afterEach(() => {
  vi.unstubAllGlobals();
  globalThis.readOverheard = undefined;
});

function openPort() {
  return { onmessage: (_event: { data: unknown }) => {}, postMessage: vi.fn(), close: vi.fn() };
}

/** Has the ear hand over its end of the channel, and tells by it what is heard. */
function start(isWanted: Promise<boolean> = Promise.resolve(true)) {
  keepAnswers(kinds, isWanted);
  const port = openPort();
  listening[0]?.listen({ ports: [port] });
  return { port, hear: (heard: Heard) => port.onmessage({ data: heard }) };
}

const read = (hasColour: boolean) => ({
  kind: "paint",
  at: 1_700_000_000_001,
  status: 200,
  body: "read",
  says: { hasColour },
});
const unread = (body: string, kind = "paint") => ({ kind, at: 1_700_000_000_001, status: 200, body, says: null });

describe("what is kept of what is overheard", () => {
  it("is nothing before anything was heard", () => {
    start();
    expect(globalThis.readOverheard?.()).toEqual({ writes: 0, hasMore: false, answers: [] });
  });

  it.each<[string, Heard, object[]]>([
    ["an answer's text", { at: 0, status: 200, text: '{"colour":"red"}' }, [read(true)]],
    ["an answer at another address", { at: 1, status: 200, text: "{}" }, [read(false)]],
    ["a value", { at: 0, status: 200, content: { colour: "red" } }, [read(true)]],
    ["a value that is nothing", { at: 0, status: 200, content: null }, [read(false)]],
    ["a value that is no JSON", { at: 0, status: 200, content: undefined }, [unread("empty")]],
    ["nothing", { at: 0, status: 200, text: "" }, [unread("empty")]],
    ["blanks", { at: 0, status: 200, text: " \n\t" }, [unread("empty")]],
    ["no JSON", { at: 0, status: 200, text: "<html>" }, [unread("not-json")]],
    ["what its reader does not bear", { at: 2, status: 200, text: "{}" }, [unread("not-json", "brush")]],
    ["the longest text", { at: 0, status: 200, text: `{}${" ".repeat(longestAnswer - 2)}` }, [read(false)]],
    ["a longer text", { at: 0, status: 200, text: `{}${" ".repeat(longestAnswer - 1)}` }, [unread("too-large")]],
    ["a longer value", { at: 0, status: 200, content: "x".repeat(longestAnswer) }, [unread("too-large")]],
    ["an answer that was too long for the ear", { at: 0, status: 200, fault: "too-long" }, [unread("too-large")]],
    ["an answer that was cut", { at: 0, status: 200, fault: "cut" }, [unread("cut")]],
    ["an answer of another sort", { at: 0, status: 200, fault: "other" }, [unread("cut")]],
    ["an answer that nobody asked for", { at: 3, status: 200, text: "{}" }, []],
  ])("is what its kind reads of it: %s", (_name, heard, answers) => {
    start().hear(heard);
    expect(globalThis.readOverheard?.()).toEqual({ writes: 0, hasMore: false, answers });
  });

  it("is an answer without content where the value cannot be written", () => {
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    const { hear } = start();
    expect(() => hear({ at: 0, status: 200, content: circle })).toThrow(TypeError);
    expect(globalThis.readOverheard?.().answers).toEqual([unread("cut")]);
  });

  it("is read of a blob once that has come", async () => {
    const { hear } = start();
    hear({ at: 0, status: 200, content: new Blob(['{"colour":"red"}']) });
    expect(globalThis.readOverheard?.().answers).toEqual([unread("cut")]);
    await vi.waitFor(() => expect(globalThis.readOverheard?.().answers).toEqual([read(true)]));
  });

  it("counts what was written, and keeps nothing of it", () => {
    const { hear } = start();
    hear({ at: 0, fault: "write" });
    hear({ at: 2, fault: "write" });
    expect(globalThis.readOverheard?.()).toEqual({ writes: 2, hasMore: false, answers: [] });
  });

  it("tells which kinds the page has asked for more often than it was answered", () => {
    const { hear } = start();
    const awaited = () => globalThis.readOverheard?.().awaited;
    hear({ at: 0, isAsked: true });
    hear({ at: 1, isAsked: true });
    hear({ at: 2, isAsked: true });
    expect(awaited()).toEqual(["paint", "brush"]);
    hear({ at: 1, status: 200, text: "{}" });
    expect(awaited()).toEqual(["paint", "brush"]);
    hear({ at: 0, status: 500, fault: "cut" });
    expect(awaited()).toEqual(["brush"]);
    hear({ at: 2, status: 200, text: "{}" });
    hear({ at: 2, status: 200, text: "{}" });
    expect(awaited()).toBeUndefined();
  });

  it("is so many answers and no more, and it is told that there were more", () => {
    const { hear } = start();
    for (let count = 0; count < 20; count += 1) hear({ at: 0, status: 200, text: "{}" });
    expect(globalThis.readOverheard?.()).toMatchObject({ hasMore: false, answers: { length: 20 } });
    hear({ at: 0, status: 200, text: "{}" });
    hear({ at: 0, fault: "write" });
    expect(globalThis.readOverheard?.()).toMatchObject({ writes: 1, hasMore: true, answers: { length: 20 } });
  });

  it("comes through one channel alone: the first that is handed over", () => {
    keepAnswers(kinds, Promise.resolve(true));
    expect(listening).toMatchObject([{ name: handshake, isOnce: true }]);
    listening[0]?.listen({ ports: [] });
    expect(globalThis.readOverheard?.().answers).toEqual([]);
  });

  it.each<[string, () => Promise<boolean>]>([
    ["is not the check's", async () => false],
    ["may be anybody's, since the background does not answer", () => Promise.reject(new Error("Silence."))],
  ])("is forgotten in a tab that %s, and the ear is told to stop", async (_name, ask) => {
    const { port, hear } = start(ask());
    hear({ at: 0, status: 200, text: "{}" });
    const kept = globalThis.readOverheard?.();
    await vi.waitFor(() => expect(port.close).toHaveBeenCalledOnce());
    expect(port.postMessage).toHaveBeenCalledExactlyOnceWith("stop");
    expect(kept?.answers).toEqual([]);
    expect(globalThis.readOverheard).toBeUndefined();
  });

  it("is kept on in the tab of the check", async () => {
    const wanted = Promise.resolve(true);
    const { port, hear } = start(wanted);
    await wanted;
    hear({ at: 0, status: 200, text: "{}" });
    expect(port.postMessage).not.toHaveBeenCalled();
    expect(globalThis.readOverheard?.().answers).toEqual([read(false)]);
  });
});

describe("the objects that own a field", () => {
  const fields = new Set(["one", "two"]);
  const nested = (depth: number, inmost: unknown) => {
    let value = inmost;
    for (let level = 0; level < depth; level += 1) value = { value };
    return value;
  };

  it.each<[string, unknown, unknown]>([
    ["at the top", { one: 1, three: 3 }, [{ one: 1, three: 3 }]],
    ["deeper", { a: { b: [{ two: 2 }] } }, [{ two: 2 }]],
    ["one in another", { one: { two: 2 } }, [{ one: { two: 2 } }, { two: 2 }]],
    ["as deep as is looked", nested(39, { one: 1 }), [{ one: 1 }]],
    ["none, in a list that has a field's name", { list: Object.assign([], { one: 1 }) }, []],
    ["none, in words and numbers", ["one", 1, null, true], []],
    ["none, by what every object has", {}, []],
    ["no telling, deeper than is looked", nested(41, 1), null],
    ["as many values as are looked at", Array.from({ length: 19_999 }, () => 1), []],
    ["no telling, more values than are looked at", Array.from({ length: 20_000 }, () => 1), null],
  ])("are found: %s", (_name, value, owners) => {
    expect(findOwners(value, fields)).toEqual(owners);
  });

  it("are found by the names that a page has made up, too, and change nothing", () => {
    const value = JSON.parse('{"__proto__": {"one": 1}, "constructor": {"two": 2}}');
    expect(findOwners(value, fields)).toEqual([{ two: 2 }, { one: 1 }]);
    expect({}).not.toHaveProperty("one");
  });
});

describe("X's answers", () => {
  const [settings, devices] = answerKinds;

  it("are overheard at both of X's addresses for each", () => {
    expect(answerKinds.map(({ kind, addresses: at }) => [kind, at])).toEqual([
      ["settings", addresses.settings],
      ["devices", addresses.devices],
    ]);
    for (const address of [...addresses.settings, ...addresses.devices]) {
      expect(address).toMatch(/^https:\/\/(?:api\.x\.com\/1\.1|x\.com\/i\/api\/1\.1)\/\w+\/\w+\.json$/);
    }
  });

  const off = { discoverable_by_email: false };
  it.each<[string, unknown, object]>([
    ["nothing", {}, { values: {}, handle: null, isWhole: true }],
    ["a switch", off, { values: off, handle: null, isWhole: true }],
    ["the account's name", { ...off, screen_name: "ada" }, { values: off, handle: "ada", isWhole: true }],
    ["a name that is none", { ...off, screen_name: 12 }, { values: off, handle: null, isWhole: true }],
    ["a name that is too long", { ...off, screen_name: "a".repeat(99) }, { handle: "a".repeat(64), isWhole: true }],
    [
      "one name twice",
      [
        { ...off, screen_name: "ada" },
        { protected: true, screen_name: "ada" },
      ],
      { handle: "ada", isWhole: true },
    ],
    [
      "two names",
      [
        { ...off, screen_name: "ada" },
        { ...off, screen_name: "eve" },
      ],
      { isWhole: false },
    ],
    ["a name beside no setting", { ...off, user: { screen_name: "eve" } }, { handle: null, isWhole: true }],
    ["a word", { allow_dms_from: "following" }, { values: { allow_dms_from: "following" } }],
    ["another setting's word", { allow_dms_from: "none" }, { values: { allow_dms_from: { type: "string" } } }],
    ["a number", { protected: 15_555_550_123 }, { values: { protected: { type: "number" } } }],
    ["null", { protected: null }, { values: { protected: { type: "null" } } }],
    ["a list", { protected: [] }, { values: { protected: { type: "object" } } }],
    ["a field twice, alike", [off, off], { values: off }],
    [
      "a field twice, differently",
      [off, { discoverable_by_email: true }],
      { values: { discoverable_by_email: { type: "several" } } },
    ],
    [
      "a field twice, of two types",
      [off, { discoverable_by_email: "no" }],
      { values: { discoverable_by_email: { type: "several" } } },
    ],
  ])("with settings say %s", (_name, body, said) => {
    expect(settings?.read(body)).toMatchObject(said);
  });

  it("with more than can be gone through say nothing", () => {
    expect(settings?.read(Array.from({ length: 30_000 }, () => off))).toBeNull();
    expect(devices?.read(Array.from({ length: 30_000 }, () => 1))).toEqual({ numbers: null });
  });

  it.each<[unknown, number | null]>([
    [{ phone_numbers: [] }, 0],
    [{ phone_numbers: [{ phone_number: "+15555550123" }] }, 1],
    [{ data: [{ phone_numbers: [1, 2] }] }, 2],
    [{ phone_numbers: "+15555550123" }, null],
    [{ phone_numbers: { length: 0 } }, null],
    [{ phone_numbers: null }, null],
    [{ phone_numbers: [], other: { phone_numbers: [1] } }, null],
    [{ emails: [] }, null],
    [null, null],
    ["phone_numbers", null],
  ])("with devices count the numbers: %j has %j", (body, numbers) => {
    expect(devices?.read(body)).toEqual({ numbers });
  });
});

describe("whether a tab's answers are wanted", () => {
  it.each<[unknown, boolean]>([
    [true, true],
    [false, false],
    [undefined, false],
    ["true", false],
  ])("is asked of the background: %j is %s", async (answer, isWanted) => {
    const sendMessage = vi.fn(async () => answer);
    vi.stubGlobal("chrome", { runtime: { sendMessage } });
    expect(await askWhetherWanted()).toBe(isWanted);
    expect(sendMessage.mock.calls).toEqual([[{ listener: "is-wanted" }]]);
  });
});
