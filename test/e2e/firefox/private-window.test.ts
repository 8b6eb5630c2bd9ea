import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { askFirefox } from "../../harness/firefox-code";
import { poll } from "../../harness/poll";
import { readOutcome } from "../outcome";
import { PopupPage } from "../popup-page";
import { shareSession } from "../session";

const session = shareSession();

/** Lets the extension into private windows, as a person does on the page of their extensions. */
async function allowPrivateWindows(): Promise<void> {
  const { browser, extensionAddress } = session().driven;
  await askFirefox(
    browser,
    `(async () => {
      const { id, extension } = WebExtensionPolicy.getByHostname("${new URL(extensionAddress).host}");
      const load = (name) => ChromeUtils.importESModule("resource://gre/modules/" + name + ".sys.mjs")[name];
      const allowed = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
      await load("ExtensionPermissions").add(id, allowed, extension);
      await (await load("AddonManager").getAddonByID(id)).reload();
    })()`,
  );
}

/** Opens the popup's page in a private window of its own. */
async function openPrivatePopup(control: PopupPage): Promise<PopupPage> {
  const { browser } = session().driven;
  await control.page.evaluate(`chrome.windows.create({ incognito: true, url: location.href }).then(() => true)`);
  const isPrivate = (page: Page) => page.evaluate("chrome.extension.inIncognitoContext").catch(() => false);
  const page = await poll(
    async () => {
      for (const open of await browser.pages()) if ((await isPrivate(open)) === true) return open;
      return null;
    },
    () => "The popup did not open in a private window.",
  );
  return new PopupPage(page);
}

describe("a private window", () => {
  it("into which the extension is not let is neither seen nor used", async () => {
    const { browser } = session().driven;
    session().play({ signIn: "by-cookie" });
    await session().openSitePage("/i/sign-in");
    const popup = await session().openPopup();
    await askFirefox(
      browser,
      `new Promise((resolve) => {
        globalThis.opened = OpenBrowserWindow({ private: true });
        opened.addEventListener("load", () => resolve(), { once: true });
      })`,
    );
    expect(await popup.page.evaluate("chrome.windows.getAll().then(({ length }) => length)")).toBe(1);
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
    await askFirefox(browser, "opened.close()");
  });

  it("into which it is let is checked in itself, with who is signed in there, and leaves nothing on the disk", async () => {
    session().play({ signIn: "by-cookie" });
    await session().openSitePage("/i/sign-in");
    await allowPrivateWindows();
    const control = await session().openPopup();
    const popup = await openPrivatePopup(control);
    await popup.check();
    expect(await readOutcome(popup)).toMatch(/^unknown, signed-out/);
    await control.page.bringToFront();
    await control.check();
    expect(await readOutcome(control)).toBe("exposed");
    await control.page.evaluate("Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])");
    // In its own window: where nothing is said, Firefox takes the one in front.
    await popup.page.evaluate(
      `chrome.windows.getCurrent().then(({ id }) => chrome.tabs.create({ url: "https://x.com/i/sign-in", windowId: id }))
        .then(() => true)`,
    );
    const signedIn = `chrome.tabs.query({ url: "https://x.com/*", status: "complete" })
      .then((tabs) => tabs.filter(({ incognito }) => incognito).length)`;
    await expect.poll(() => popup.page.evaluate(signedIn)).toBe(1);
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
    const stored = await control.page.evaluate(
      `Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then((areas) => areas.map(Object.keys))`,
    );
    expect(stored).toEqual([[], ["looks:private:x", "results:private:x"]]);
  });
});
