import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { poll } from "../harness/poll";
import { shareSession } from "./session";

const session = shareSession();

const pages = ["welcome", "report", "why", "read-first"].map((name) => `src/${name}/index.html`);

async function findNewPage(address: string, known: ReadonlySet<Page>): Promise<Page | null> {
  for (const page of await session().driven.browser.pages()) {
    if (!known.has(page) && (await page.evaluate("location.href").catch(() => "")) === address) return page;
  }
  return null;
}

/** Presses *Leave* on a page, which may be gone before the end of the click is reported. */
async function leave(page: Page): Promise<void> {
  await page.waitForSelector('[data-action="leave"]');
  const height = await page.$eval('[data-action="leave"]', (button) => button.getBoundingClientRect().height);
  expect(height).toBeGreaterThanOrEqual(44);
  await page.bringToFront();
  page.click('[data-action="leave"]').catch(() => undefined);
}

describe("Leave", () => {
  it.each(pages)("closes %s at once, and nothing else", async (path) => {
    const { driven } = session();
    const { page: other } = await session().openPopup();
    const tabs = () => other.evaluate("chrome.tabs.query({}).then((all) => all.map(({ id }) => id).sort())");
    const before = await tabs();
    const page = await driven.openOwnPage(path);
    await leave(page);
    await expect.poll(tabs).toEqual(before);
  });

  it.each(pages)("closes %s where it is the only page in its window", async (path) => {
    const { driven } = session();
    const { page: other } = await session().openPopup();
    const windows = () => other.evaluate("chrome.windows.getAll().then((all) => all.map(({ id }) => id).sort())");
    const before = await windows();
    const known = new Set(await driven.browser.pages());
    await other.evaluate(`chrome.windows.create({ url: chrome.runtime.getURL("${path}") }).then(() => undefined)`);
    const page = await poll(
      () => findNewPage(driven.extensionAddress + path, known),
      () => "The page was not opened.",
    );
    await leave(page);
    await expect.poll(windows).toEqual(before);
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
