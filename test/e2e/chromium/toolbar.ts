import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../../harness/launch";
import { PopupPage } from "../popup-page";

/** Clicks the extension's toolbar button while a page is in front, and waits for the real popup. */
export async function openToolbarPopup({ browser, popupAddress }: DrivenBrowser, page: Page): Promise<PopupPage> {
  const [extension] = (await browser.extensions()).values();
  if (!extension) throw new Error("The extension is not installed.");
  const others = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => target.url() === popupAddress && !others.has(target));
  await extension.triggerAction(page);
  const popup = await (await opened).asPage();
  await popup.waitForSelector("[data-check]");
  return new PopupPage(popup);
}

/** Clicks *Check now* and waits until the popup has closed: the browser's permission prompt takes its place. */
export async function checkUntilPrompted(popup: PopupPage): Promise<void> {
  const closed = new Promise<void>((resolve) => popup.page.once("close", () => resolve()));
  // No click of the mouse: it could miss a button that moves when the popup learns of the tab in front.
  const button = await popup.page.waitForSelector('[data-action="check"]');
  // The popup may be gone before the end of the click is reported.
  button?.evaluate((found) => (found as HTMLElement).click()).catch(() => undefined);
  await closed;
}
