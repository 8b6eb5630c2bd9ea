import browser from "webextension-polyfill";
import { readPolicy } from "./policy";

/** Opens the page that greets whoever has just installed Unlisted, unless it was installed for them. */
export async function welcome(): Promise<void> {
  if (!(await readPolicy()).showsWelcome) return;
  await browser.tabs.create({ url: browser.runtime.getURL("src/welcome/index.html") });
}
