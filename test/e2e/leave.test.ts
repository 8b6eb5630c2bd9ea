import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { poll } from "../harness/poll";
import { shareSession } from "./session";

const session = shareSession();

const pages = ["welcome", "report", "why", "read-first"].map((name) => `src/${name}/index.html`);

async function findPage(address: string): Promise<Page | null> {
  for (const page of await session().driven.browser.pages()) {
    if ((await page.evaluate("location.href").catch(() => "")) === address) return page;
  }
  return null;
}

/** Presses *Leave*, and waits until the page is gone. */
async function leave(page: Page): Promise<void> {
  const gone = new Promise((resolve) => page.once("close", resolve));
  const button = await page.waitForSelector('[data-action="leave"]');
  expect((await button?.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  // The page may be gone before the end of the click is reported.
  button?.click().catch(() => undefined);
  await gone;
}

describe("Leave", () => {
  it.each(pages)("closes %s at once, and nothing else", async (path) => {
    const { driven } = session();
    const { page: other } = await session().openPopup();
    const tabs = () => other.evaluate("chrome.tabs.query({}).then((all) => all.length)");
    const before = await tabs();
    const page = await driven.openOwnPage(path);
    await leave(page);
    expect(await tabs()).toBe(before);
  });

  it.each(pages)("closes %s where it is the only page in its window", async (path) => {
    const { driven } = session();
    const { page: other } = await session().openPopup();
    const windows = () => other.evaluate("chrome.windows.getAll().then((all) => all.length)");
    const before = await windows();
    await other.evaluate(`chrome.windows.create({ url: chrome.runtime.getURL("${path}") }).then(() => undefined)`);
    const page = await poll(
      () => findPage(driven.extensionAddress + path),
      () => "The page was not opened.",
    );
    await leave(page);
    await expect.poll(windows).toBe(before);
  });

  it.each(pages)("stays in sight on %s however far down somebody is", async (path) => {
    const page = await session().driven.openOwnPage(path);
    await page.waitForSelector('[data-action="leave"]');
    await page.setViewport({ width: 360, height: 640 });
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    const top = await page.$eval('[data-action="leave"]', (button) => button.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
  });
});
