import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Heard, handshake, longestAnswer } from "../../src/sites/in-page/heard";
import { type AnswerKind, keepAnswers } from "../../src/sites/in-page/keep-answers";

/** Kinds whose reader tells that a body was there, and nothing of it. */
const kinds: readonly AnswerKind[] = [
  { kind: "one", addresses: ["https://x.com/1", "https://x.com/2"], read: (body) => ({ is: typeof body }) },
  { kind: "other", addresses: ["https://x.com/3"], read: () => "other" },
];

type Port = { onmessage?: (event: { data: unknown }) => void; postMessage: () => void; close: () => void };

let listeners: [name: string, listen: (event: { ports?: Port[] }) => void, options: unknown][];
const port = { postMessage: vi.fn(), close: vi.fn() } as Port & { postMessage: ReturnType<typeof vi.fn> };

beforeEach(() => {
  listeners = [];
  vi.stubGlobal("addEventListener", (...parameters: (typeof listeners)[0]) => listeners.push(parameters));
  vi.stubGlobal("performance", { timeOrigin: 1_700_000_000_000.3, now: () => 400.4 });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  delete port.onmessage;
  globalThis.readOverheard = undefined;
});

/** Begins to keep in a tab, and shakes hands with the script that hears. */
function begin(isWanted: Promise<boolean> = new Promise(() => undefined)): (...heard: Heard[]) => void {
  keepAnswers(kinds, isWanted);
  for (const [name, listen] of listeners) if (name === handshake) listen({ ports: [port] });
  return (...heard) => {
    for (const data of heard) port.onmessage?.({ data });
  };
}

const kept = () => globalThis.readOverheard?.();
const answer = { kind: "one", at: 1_700_000_000_401, status: 200 };
const text = (content: string, at = 0): Heard => ({ at, status: 200, text: content });

describe("what is kept of an answer", () => {
  it.each<[string, Heard, object]>([
    ["a text", text("{}"), { ...answer, body: "read", says: { is: "object" } }],
    ["one of its other address", text("[]", 1), { ...answer, body: "read", says: { is: "object" } }],
    ["another kind", text("1", 2), { ...answer, kind: "other", body: "read", says: "other" }],
    ["a value", { at: 0, status: 200, content: { a: 1 } }, { ...answer, body: "read", says: { is: "object" } }],
    [
      "a value that is null",
      { at: 0, status: 200, content: null },
      { ...answer, body: "read", says: { is: "object" } },
    ],
    ["a value that is none", { at: 0, status: 200, content: undefined }, { ...answer, body: "empty", says: null }],
    ["nothing", text(""), { ...answer, body: "empty", says: null }],
    ["blanks", text(" \n\t"), { ...answer, body: "empty", says: null }],
    ["no JSON", text("{ oops"), { ...answer, body: "not-json", says: null }],
    ["more than is read", text(`"${"x".repeat(longestAnswer)}"`), { ...answer, body: "too-large", says: null }],
    [
      "as much as is read",
      text(`"${"x".repeat(longestAnswer - 2)}"`),
      { ...answer, body: "read", says: { is: "string" } },
    ],
    ["one that was too long", { at: 0, status: 200, fault: "too-long" }, { ...answer, body: "too-large", says: null }],
    ["one that was cut", { at: 0, status: 500, fault: "cut" }, { ...answer, status: 500, body: "cut", says: null }],
    ["one that nobody can read", { at: 0, status: 200, fault: "other" }, { ...answer, body: "cut", says: null }],
  ])("is, of %s, whether it was read and what its reader says", (_name, heard, one) => {
    begin()(heard);
    expect(kept()).toEqual({ writes: 0, hasMore: false, answers: [one] });
  });

  it("is known of a file once it is read", async () => {
    begin()({ at: 0, status: 200, content: new Blob(["{}"]) });
    expect(kept()?.answers).toEqual([{ ...answer, body: "cut", says: null }]);
    await vi.waitFor(() => expect(kept()?.answers).toEqual([{ ...answer, body: "read", says: { is: "object" } }]));
  });

  it("is nothing where its address is none of those that are declared", () => {
    const tell = begin();
    for (const at of [-1, 3, 0.5, Number.NaN]) tell(text("{}", at), { at, fault: "write" });
    expect(kept()).toEqual({ writes: 0, hasMore: false, answers: [] });
  });

  it("is counted of requests that change something", () => {
    begin()({ at: 0, fault: "write" }, text("{}"), { at: 2, fault: "write" });
    expect(kept()).toMatchObject({ writes: 2, answers: [{ kind: "one" }] });
  });

  it("is of twenty answers all, and of more that there were more", () => {
    const tell = begin();
    for (let index = 0; index < 20; index += 1) tell(text("{}"));
    expect(kept()).toMatchObject({ hasMore: false });
    tell(text("{}"), { at: 0, fault: "write" });
    expect(kept()).toMatchObject({ hasMore: true, writes: 1 });
    expect(kept()?.answers).toHaveLength(20);
  });
});

describe("whoever keeps answers", () => {
  it("listens to the first handshake alone, and to one that brings a channel", () => {
    keepAnswers(kinds, Promise.resolve(true));
    expect(listeners.map(([name, , options]) => [name, options])).toEqual([[handshake, { once: true }]]);
    listeners[0]?.[1]({ ports: [] });
    expect(kept()).toEqual({ writes: 0, hasMore: false, answers: [] });
  });

  it("goes on in the tab of a check", async () => {
    const isWanted = Promise.resolve(true);
    const tell = begin(isWanted);
    tell(text("{}"));
    await isWanted;
    tell(text("{}"));
    expect(kept()?.answers).toHaveLength(2);
    expect(port.postMessage).not.toHaveBeenCalled();
  });

  it.each<[string, () => Promise<boolean>]>([
    ["in another tab", () => Promise.resolve(false)],
    ["where nobody can tell whose tab it is", () => Promise.reject(new Error("Nobody is there."))],
  ])("keeps nothing %s, and has the other stop listening", async (_name, isWanted) => {
    const tell = begin(isWanted());
    tell(text("{}"));
    const before = kept();
    expect(before?.answers).toHaveLength(1);
    await vi.waitFor(() => expect(port.close).toHaveBeenCalledOnce());
    expect(port.postMessage).toHaveBeenCalledWith("stop");
    expect(globalThis.readOverheard).toBeUndefined();
    expect(before?.answers).toEqual([]);
  });
});
