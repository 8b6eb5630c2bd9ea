import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Tabs } from "webextension-polyfill";
import { closeLeftTab } from "../../src/background/left-tab";
import type { RunningCheck } from "../../src/background/standing";
import { x } from "../../src/sites/x";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));

const at = 1_000_000;
const contacts = "https://x.com/settings/contacts";

/** A tab as a check leaves it: in the background, and never looked at. */
function tab(changes: Partial<Tabs.Tab>): Tabs.Tab {
  const own = { id: 7, url: contacts, lastAccessed: at + 12.5, status: "complete" };
  return { index: 0, highlighted: false, active: false, pinned: false, incognito: false, ...own, ...changes };
}

const { lastAccessed: _time, ...unaccessed } = tab({});
const { url: _address, ...unreadable } = tab({});

const opening: RunningCheck = { purpose: "check", step: 0, tab: null, isOpening: true, others: [1, 2], at };
const opened: RunningCheck = { ...opening, tab: 7, isOpening: false, others: [] };

let closed: unknown[] = [];

function open(...tabs: readonly Tabs.Tab[]): void {
  vi.spyOn(fakeBrowser.tabs, "query").mockImplementation(async () => [...tabs]);
}

beforeEach(() => {
  closed = [];
  vi.spyOn(fakeBrowser.tabs, "remove").mockImplementation(async (id) => {
    closed.push(id);
  });
});

describe("the tab that a stopped background has left", () => {
  it("is closed, wherever it stands, while the browser has run ever since", async () => {
    open(tab({ id: 7, url: "https://x.com/i/flow/login", lastAccessed: at + 60_000 }));
    await closeLeftTab(x, opened, at + 12.5);
    expect(closed).toEqual([7]);
  });

  it.each<[string, readonly Tabs.Tab[], readonly number[]]>([
    ["at its page", [tab({})], [7]],
    ["on the way there", [tab({ url: "", pendingUrl: contacts, status: "loading" })], [7]],
    ["on the way there, where the browser does not say whereto", [tab({ url: "about:blank", status: "loading" })], [7]],
    ["one that was there before", [tab({ id: 2 })], []],
    ["one that was opened later", [tab({ lastAccessed: at + 60_000 })], []],
    ["one with another page", [tab({ url: "https://x.com/home" })], []],
    ["one that loads another page", [tab({ url: "https://x.com/home", status: "loading" })], []],
    ["one on its way to another page", [tab({ url: "", pendingUrl: "https://x.com/home", status: "loading" })], []],
    ["two that it may be", [tab({}), tab({ id: 8 })], []],
    ["a browser that does not say when tabs were looked at", [unaccessed], []],
  ])("is closed where it was stopped before noting which it is, and only if it can be no other: %s", async (...row) => {
    const [, tabs, gone] = row;
    open(...tabs);
    await closeLeftTab(x, opening, null);
    expect(closed).toEqual(gone);
  });

  it("is none where a switch was being thrown in one of the person's", async () => {
    open(tab({}));
    await closeLeftTab(x, { ...opened, purpose: "change", tab: null }, null);
    expect(closed).toEqual([]);
  });

  it.each<[string, readonly Tabs.Tab[], readonly number[]]>([
    ["with another number", [tab({ id: 3 })], [3]],
    ["at the next of its pages", [tab({ url: "https://x.com/settings/phone" })], [7]],
    ["still on its way", [tab({ url: "about:blank", status: "loading" })], [7]],
    ["one that was looked at", [tab({ lastAccessed: at + 13.5 })], []],
    ["one with another page", [tab({ url: "https://x.com/home" })], []],
    ["one that may not be read", [unreadable], []],
    ["none", [], []],
  ])("is known again after the browser was started anew: %s", async (_name, tabs, gone) => {
    open(...tabs);
    await closeLeftTab(x, null, at + 12.5);
    expect(closed).toEqual(gone);
  });
});
