import { writeFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { mostChecks } from "../../src/history/log";
import { PopupPage } from "../e2e/popup-page";
import type { DrivenBrowser } from "../harness/launch";
import { fillHistory } from "./fill-history";
import { compare, type Measured } from "./measure";

/** A page of the extension with one word on it: no script, no style sheet. */
const plainPage = "plain.html";

/** Puts the baseline's page into the built extension. */
export async function addPlainPage(): Promise<void> {
  await writeFile(`dist/chrome/${plainPage}`, "<!doctype html><title>Plain</title><p>Plain</p>");
}

/** How long the report takes to its first content with a full history, against a page of the extension with one word. */
export async function measureReport(driven: DrivenBrowser): Promise<Measured> {
  const popup = new PopupPage(await driven.openPopupTab());
  await popup.check();
  await fillHistory(popup.page);
  const { page } = popup;
  const measured = await compare({
    name: `the report's first content, with ${mostChecks} checks`,
    unit: "ms",
    kind: "ratio",
    most: 1.5,
    baseline: () => readFirstPaint(page, driven.extensionAddress + plainPage),
    subject: () => readFirstPaint(page, `${driven.extensionAddress}src/report/index.html`),
  });
  // And the history is drawn on it.
  await page.waitForSelector("[data-check-time]");
  await page.close();
  return measured;
}

/** Milliseconds from the navigation's start to the first content, by the browser's own count. */
async function readFirstPaint(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const paint = await page.waitForFunction(`performance.getEntriesByName("first-contentful-paint")[0]?.startTime`, {
    polling: "raf",
  });
  return (await paint.jsonValue()) as number;
}
