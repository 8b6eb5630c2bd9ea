import browser from "webextension-polyfill";

/** Opens the page that greets whoever has just installed Unlisted. */
export async function welcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("src/welcome/index.html") });
}
