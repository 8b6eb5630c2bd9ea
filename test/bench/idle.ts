import type { CDPSession, Page } from "puppeteer-core";
import { openToolbarPopup } from "../e2e/chromium/toolbar";
import { PopupPage } from "../e2e/popup-page";
import type { DrivenBrowser } from "../harness/launch";
import { hold, type Measured } from "./measure";
import { onStage } from "./stage";

/** How long nobody checks, in milliseconds. */
const idleTime = 10 * 60_000;
/** How long each page is looked at, in milliseconds. */
const readingTime = 2000;

/**
 * What the extension costs while nobody checks: how many of its scripts run in pages, and how often its background is
 * started, in ten minutes of going about on X and elsewhere, in new tabs and old ones. It has permission for X, and a
 * check was made before. Nothing to compare with: the budget is none at all.
 *
 * Chromium itself reports every world and every script of the pages and every worker that it starts. That its reports
 * would tell is proven at the end, when the toolbar button is clicked: then both must have happened.
 */
export function measureIdling(): Promise<Measured[]> {
  return onStage(async ({ driven }) => {
    const popup = new PopupPage(await driven.openPopupTab());
    await popup.check(60_000);
    const page = await driven.browser.newPage();
    await popup.page.close();
    await driven.stopBackground();

    const starts = watchWorkers(driven);
    const guests = await watchGuests(driven, await page.createCDPSession());
    await goAbout(driven, page);
    const alone = { scripts: guests.worlds + guests.scripts, starts: starts.count() };

    const opened = await openToolbarPopup(driven, page);
    // It asks its background what the tab in front says; the answer to this question comes after that one's.
    await opened.page.evaluate(`chrome.windows.getCurrent().then(({ id }) =>
      chrome.runtime.sendMessage({ ask: "glance", site: "x", window: id }))`);
    if (guests.worlds === 0 || guests.scripts === 0 || starts.count() === alone.starts) {
      throw new Error("The browser does not report what is measured.");
    }
    const minutes = idleTime / 60_000;
    return [
      hold(`idle: scripts injected while nobody checks, ${minutes} minutes`, "", 0, alone.scripts),
      hold(`idle: starts of the worker while nobody checks, ${minutes} minutes`, "", 0, alone.starts),
    ];
  });
}

/** Goes from page to page, in this tab and in others that are opened in front and closed. */
async function goAbout({ browser }: DrivenBrowser, page: Page): Promise<void> {
  const addresses = ["/home", "/settings/contacts", "/settings/phone"].map((path) => `https://x.com${path}`);
  const deadline = Date.now() + idleTime;
  for (let turn = 0; Date.now() < deadline; turn += 1) {
    await page.goto(addresses[turn % addresses.length] ?? "about:blank");
    await new Promise((resolve) => setTimeout(resolve, readingTime));
    const other = await browser.newPage();
    await other.goto(turn % 2 === 0 ? "https://x.com/settings/contacts" : "about:blank");
    await other.close();
    await page.bringToFront();
  }
}

/** Counts the extension's workers that are started from now on. */
function watchWorkers({ browser, extensionAddress }: DrivenBrowser): { count(): number } {
  let starts = 0;
  browser.on("targetcreated", (target) => {
    if (target.type() === "service_worker" && target.url().startsWith(extensionAddress)) starts += 1;
  });
  return { count: () => starts };
}

/** What of the extension has come into a page: worlds of its own, and scripts in the page's world that no file has. */
interface Guests {
  worlds: number;
  scripts: number;
}

/** Counts from now on. */
async function watchGuests({ extensionAddress }: DrivenBrowser, devtools: CDPSession): Promise<Readonly<Guests>> {
  const guests: Guests = { worlds: 0, scripts: 0 };
  const origin = extensionAddress.slice(0, -1);
  devtools.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin === origin) guests.worlds += 1;
  });
  devtools.on("Debugger.scriptParsed", ({ url, executionContextAuxData }) => {
    const isInPagesWorld = executionContextAuxData?.isDefault === true;
    if (isInPagesWorld && (url === "" || url.startsWith(extensionAddress))) guests.scripts += 1;
  });
  await Promise.all([devtools.send("Runtime.enable"), devtools.send("Debugger.enable")]);
  return guests;
}
