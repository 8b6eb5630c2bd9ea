import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";

/** Opens the page that greets people after the installation, once more. */
export async function openWelcome({ openOwnPage }: DrivenBrowser): Promise<Page> {
  const page = await openOwnPage("src/welcome/index.html");
  await page.waitForSelector("main[data-check]");
  return page;
}

/** The addresses of the extension's pages that are open in a tab. */
export async function ownAddresses({ browser, extensionAddress }: DrivenBrowser): Promise<readonly string[]> {
  // Firefox reports no address of such pages, so each is asked; one that is about to close does not answer.
  const pages = await browser.pages();
  const addresses = await Promise.all(pages.map((page) => page.evaluate("location.href").catch(() => "")));
  return addresses.map(String).filter((address) => address.startsWith(extensionAddress));
}
