import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { CheckResult } from "../../src/audit/check-result";
import type { Hostility } from "../practice-site/hostilities";
import type { Scenario } from "../practice-site/scenario";
import type { PopupPage } from "./popup-page";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";
import { findUnparsed, readStored } from "./stored-records";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true, discoverable_by_email: true };
const off = { discoverable_by_mobile_phone: false, discoverable_by_email: false };

/** How long an open tab may keep the popup waiting: the product's patience, and time for a busy machine. */
const patienceWithTab = 3000 + 2000;

/** How long a check may take that meets a page which answers nothing any more, with time for a busy machine. */
const patienceWithCheck = 40_000 + 20_000;

type Case = readonly [hostility: Hostility, changes: Partial<Scenario>, verdict: string | readonly string[]];

/** What a check says of the phone switch, which is on unless the case says otherwise. */
const cases: readonly Case[] = [
  ["memory-lies", {}, "unknown: witnesses-disagree"],
  ["memory-lies", { viewer: "known-late", settingsAnswer: { kind: "ok", delay: 4000 } }, "unknown: witnesses-disagree"],
  ["memory-throws", {}, "exposed"],
  ["memory-is-endless", {}, "exposed"],
  ["memory-is-cyclic", {}, "exposed"],
  ["memory-is-huge", {}, "exposed"],
  ["memory-is-markup", {}, "exposed"],
  ["getters-have-effects", {}, ["exposed", "unknown: witnesses-disagree"]],
  ["builtins-lie", {}, ["exposed", "unknown: witnesses-disagree"]],
  ["builtins-lie", { memory: "no-react" }, ["exposed", "unknown: witnesses-disagree"]],
  ["strings-are-not-strings", {}, "exposed"],
  ["everything-is-a-promise", {}, ["exposed", "unknown: witnesses-disagree"]],
  ["objects-keep-nothing", {}, "exposed"],
  ["number-is-denied", {}, "exposed"],
  // An old memory, for as long as the page asks for the list of numbers.
  ["number-is-denied", { devicesAnswer: { kind: "ok", delay: 1500 } }, "exposed"],
  ["number-is-denied", { devicesAnswer: { kind: "ok", delay: 4000 } }, "exposed"],
  ["settings-are-used-late", { viewer: "known-late", settingsAnswer: { kind: "ok", delay: 3000 } }, "exposed"],
  // What X answers may warn without its boxes, and does not reassure without them.
  ["boxes-are-hidden", { memory: "unreachable" }, "exposed"],
  ["boxes-are-elsewhere", { memory: "no-react" }, "exposed"],
  ["boxes-in-a-flood", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-hidden", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-invisible", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-transparent", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-filtered-out", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-clipped", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-shrunk", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-without-size", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-off-screen", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-covered", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-folded-away", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["labels-are-another-box's", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["boxes-are-painted", { memory: "no-react", settings: off }, "unknown: page-changed"],
  ["boxes-are-undecided", { memory: "no-react", settings: off }, "unknown: page-changed"],
  ["boxes-are-elsewhere", { memory: "no-react", settings: off }, "unknown: page-changed"],
  ["labels-are-huge", { memory: "unreachable" }, "exposed"],
  ["labels-are-huge", { memory: "unreachable", settings: off }, "unknown: page-changed"],
  ["document-is-clobbered", {}, "exposed"],
  ["document-is-clobbered", { memory: "no-react" }, "exposed"],
  ["arrival-is-forged", { memory: "unreachable", boxes: "never-told" }, "unknown: page-changed"],
  ["page-never-rests", {}, "exposed"],
  ["frames-and-messages", {}, "exposed"],
  ["page-runs-away", {}, "unknown: page-changed"],
  ["page-hangs", {}, "exposed"],
];

const writes = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");

/** Opens a page until it is drawn: the driver's own way waits for its frames too, of which some may always be loading. */
async function openRestlessPage(path: string): Promise<Page> {
  const page = await session().driven.browser.newPage();
  page.goto(`https://x.com${path}`).catch(() => undefined);
  await page.waitForSelector("#react-root > *");
  return page;
}

/** What the popup would be told of a tab that is in front. */
async function glanceAt(page: Page, popup: PopupPage): Promise<CheckResult | null> {
  await page.bringToFront();
  const began = Date.now();
  const answer = await popup.page.evaluate(
    `chrome.windows.getCurrent().then(({ id }) => chrome.runtime.sendMessage({ ask: "glance", site: "x", window: id }))`,
  );
  expect(Date.now() - began).toBeLessThan(patienceWithTab);
  // As the extension closes its own: Chromium does not hear the driver where the page is on its way somewhere else.
  const closed = new Promise((resolve) => page.once("close", resolve));
  await popup.page.evaluate(
    `chrome.tabs.query({ active: true, currentWindow: true }).then(([{ id }]) => chrome.tabs.remove(id))`,
  );
  await closed;
  return z.nullable(CheckResult).parse(answer ?? null);
}

async function expectUnharmed(page: PopupPage["page"]): Promise<void> {
  const stored = await readStored(page);
  expect(findUnparsed(stored)).toEqual([]);
  expect(JSON.stringify(stored)).not.toMatch(/pwned|script|onerror/);
  expect(JSON.stringify(stored).length).toBeLessThan(50_000);
  expect(await page.evaluate("typeof globalThis.pwned")).toBe("undefined");
  expect(await page.evaluate("document.documentElement.outerHTML")).not.toMatch(/pwned|onerror/);
}

afterEach(async () => {
  // What a hostile page does to itself is its own affair.
  const complaints = await session().takeComplaints();
  expect(complaints.filter((complaint) => !complaint.startsWith("https://x.com/"))).toEqual([]);
});

describe("a hostile page", () => {
  it.each(cases)(
    "%s %o",
    async (hostility, changes, verdict) => {
      session().play({ settings: on, hostility, ...changes });
      const popup = await session().openPopup();
      const open = hostility === "frames-and-messages" ? openRestlessPage : session().openSitePage;
      const seen = await glanceAt(await open("/settings/contacts"), popup);
      const glanced = seen?.findings.map((finding) => finding.verdict) ?? [];
      expect(glanced).not.toContain("protected");
      await popup.page.bringToFront();
      await popup.check(patienceWithCheck);
      expect([verdict].flat()).toContain((await popup.findings())["x.phone"]);
      expect(await session().openSiteAddresses()).toEqual([]);
      await expectUnharmed(popup.page);
      const report = await ReportPage.open(session().driven);
      await expectUnharmed(report.page);

      session().play({ settings: { ...on, discoverable_by_mobile_phone: false } });
      await popup.page.bringToFront();
      await popup.check();
      expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "exposed" });
    },
    90_000,
  );
});

describe("a page that looks back at whoever reads its memory", () => {
  it("sees nobody", async () => {
    session().play({ settings: on, hostility: "store-looks-back" });
    const popup = await session().openPopup();
    await popup.check(patienceWithCheck);
    await expect.poll(() => session().site.notes.length).toBeGreaterThan(0);
    const notes = session().site.notes as readonly { readonly names: readonly string[] }[];
    expect([...new Set(notes.flatMap(({ names }) => names))]).toEqual(["null"]);
  });
});

describe("the switch on a hostile page", () => {
  it.each<[Hostility]>([["boxes-in-a-flood"], ["boxes-are-hidden"], ["boxes-are-undecided"]])(
    "is not thrown where %s",
    async (hostility) => {
      session().play({ settings: on });
      const popup = await session().openPopup();
      await popup.check();
      session().play({ settings: on, hostility });
      await popup.press("switch-off");
      await popup.page.waitForSelector("[data-change]", { timeout: patienceWithCheck });
      expect(await popup.changeOutcome()).toBe("control-not-found");
      expect(writes()).toEqual([]);
    },
    90_000,
  );
});
