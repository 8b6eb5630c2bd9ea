import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";

/** Opens the page that greets people after the installation, once more. */
export async function openWelcome({ openOwnPage }: DrivenBrowser): Promise<Page> {
  const page = await openOwnPage("src/welcome/index.html");
  await page.waitForSelector("main[data-check]");
  return page;
}

/** Opens the page that is for people whose device or accounts others can use. */
export async function openReadFirst({ openOwnPage }: DrivenBrowser): Promise<Page> {
  const page = await openOwnPage("src/read-first/index.html");
  await page.waitForSelector(".sentences");
  return page;
}

/** The addresses of the extension's pages that are open in a tab. */
export async function ownAddresses({ browser, extensionAddress }: DrivenBrowser): Promise<readonly string[]> {
  // Firefox reports no address of such pages, so each is asked; one that is about to close does not answer.
  const pages = await browser.pages();
  const addresses = await Promise.all(pages.map((page) => page.evaluate("location.href").catch(() => "")));
  return addresses.map(String).filter((address) => address.startsWith(extensionAddress));
}

/**
 * Clicks something, once it is there. The popup's foot sticks to the window's lower edge: what lies under it is scrolled up
 * first, as a person would.
 */
export async function press(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector);
  await element?.evaluate((found) => found.scrollIntoView({ block: "center" }));
  await element?.click();
}

/**
 * Every finding that is drawn: `verdict`, or `unknown: reason`, by setting. It is asked for at once: to hand over every
 * element by itself takes Firefox ten times as long.
 *
 * @param within a selector of what it is drawn in
 */
export async function readFindings(page: Page, within: string): Promise<Record<string, string>> {
  const drawn = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((element) => [
        element.getAttribute("data-setting") ?? "",
        [element.getAttribute("data-verdict"), element.getAttribute("data-reason")].filter(Boolean).join(": "),
      ]),
    `${within} [data-setting]`,
  );
  return Object.fromEntries(drawn);
}
