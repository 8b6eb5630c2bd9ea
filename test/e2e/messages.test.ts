import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { type DrivenBrowser, visitExtensionPage } from "../harness/launch";
import { shareSession } from "./session";
import { readStored } from "./stored-records";

const session = shareSession();

/** Everything that the extension's own pages may ask, word for word. */
const about = { site: "x", window: 1 };
const change = { ask: "change", switches: [{ setting: "x.phone", state: "off" }], account: "ada_example", ...about };
const orders: readonly object[] = [
  { ask: "prepare", wish: change, ...about },
  { ask: "check", ...about },
  change,
  { ask: "guide", setting: "x.phone", account: "ada_example", ...about },
  { ask: "join", ...about },
  { ask: "glance", ...about },
  { ask: "show-setting", setting: "x.phone", ...about },
  { ask: "show-page", page: "home", ...about },
  { ask: "own-doing", setting: "x.phone", account: "ada_example", at: 5, ...about },
  { ask: "dismiss-notice", ...about },
  { report: "delete-history" },
  { report: "import", text: "{}" },
  { report: "remind", months: 6 },
  { report: "remind-later" },
  { report: "notify", isWanted: true },
  { report: "keep-button-plain", isPlain: true },
];

/** Nothing that anybody may ask. Text, since it holds what no literal may: a key named `__proto__`. */
const garbage: readonly string[] = [
  "null",
  "0",
  '"check"',
  "[]",
  "{}",
  '{"ask":"check"}',
  '{"ask":"check","site":"x"}',
  '{"ask":"check","site":"x","window":"1"}',
  '{"ask":"check","site":"constructor","window":1}',
  '{"ask":"check","site":"__proto__","window":1}',
  '{"ask":["check"],"site":"x","window":1}',
  '{"ask":"constructor","site":"x","window":1}',
  '{"__proto__":{"ask":"check","site":"x","window":1}}',
  '{"constructor":{"prototype":{"ask":"check"}},"site":"x","window":1}',
  '{"ask":"prepare","wish":{"ask":"cancel","site":"x","window":1},"site":"x","window":1}',
  '{"ask":"show-setting","setting":"__proto__","site":"x","window":1}',
  '{"ask":"show-page","page":"__proto__","site":"x","window":1}',
  '{"ask":"change","switches":[],"account":"ada_example","site":"x","window":1}',
  '{"report":"delete-check","site":"x","time":"0","account":null}',
  '{"report":"remind","months":0.5}',
  '{"report":"remind","months":{"__proto__":6}}',
  '{"report":"keep-button-plain","isPlain":"yes"}',
  '{"guide":"act","action":"constructor"}',
  '{"guide":"thrown","at":"now"}',
];

/** What one who sends all of these is answered; one who is not heard at all gets an error, and that is no answer. */
const sendAll = (messages: string, to = "") => `Promise.all(${messages}.map((message) =>
  chrome.runtime.sendMessage(${to}message).then((answer) => answer ?? null, () => null)))`;

/** All that an order could have brought about. */
async function observe(own: Page): Promise<object> {
  return {
    stored: await readStored(own),
    tabs: await own.evaluate(`chrome.tabs.query({}).then((tabs) => tabs.length)`),
    alarms: await own.evaluate(`chrome.alarms.getAll()`),
    // Firefox asks its makers for things of its own.
    requests: session().site.requests.filter(({ host }) => /(^|\.)x\.com$/.test(host)).length,
  };
}

/** Installs an extension that has a `page.html`, and opens that. */
async function openAnother({ name, browser }: DrivenBrowser, folder: string): Promise<Page> {
  const id = await browser.installExtension(folder);
  const page = await browser.newPage();
  let origin = `chrome-extension://${id}`;
  if (name === "firefox") {
    await visitExtensionPage(page, "about:config");
    origin = `moz-extension://${await page.evaluate(`WebExtensionPolicy.getByID("${id}").mozExtensionHostname`)}`;
  }
  await visitExtensionPage(page, `${origin}/page.html`);
  return page;
}

describe("messages", () => {
  it("from the extension's own world on a page are dropped", async () => {
    const page = await session().openSitePage("/settings/contacts");
    await page.waitForSelector("input[type=checkbox]");
    const { page: own } = await session().openPopup();
    const before = await observe(own);
    const answers = await own.evaluate(`chrome.tabs.query({ url: "https://x.com/*" }).then(([{ id }]) =>
      chrome.scripting.executeScript({
        target: { tabId: id },
        args: [${JSON.stringify([...orders, { guide: "act", action: "switch-off" }, { guide: "removed" }])}],
        func: (messages) => ${sendAll("messages")},
      })).then(([{ result }]) => result)`);
    expect(answers).toEqual([...orders, null, null].map(() => null));
    expect(await observe(own)).toEqual(before);
  });

  it("from another extension are dropped", async () => {
    const folder = await mkdtemp(join(tmpdir(), "unlisted-another-"));
    const manifest = {
      manifest_version: 3,
      name: "Another",
      version: "1",
      browser_specific_settings: { gecko: { id: "another@unlisted.example" } },
    };
    await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
    await writeFile(join(folder, "page.html"), "<!doctype html><title>Another</title>");
    const another = await openAnother(session().driven, folder);
    const { page: own } = await session().openPopup();
    const before = await observe(own);
    const id = await own.evaluate("chrome.runtime.id");
    const answers = await another.evaluate(sendAll(JSON.stringify(orders), `${JSON.stringify(id)}, `));
    expect(answers).toEqual(orders.map(() => null));
    expect(await observe(own)).toEqual(before);
    await rm(folder, { recursive: true });
  });

  it("that are garbage are dropped, also from the extension's own pages", async () => {
    const { page: own } = await session().openPopup();
    const before = await observe(own);
    const answers = await own.evaluate(sendAll(`${JSON.stringify(garbage)}.map((text) => JSON.parse(text))`));
    expect(answers).toEqual(garbage.map(() => null));
    expect(await observe(own)).toEqual(before);
  });
});
