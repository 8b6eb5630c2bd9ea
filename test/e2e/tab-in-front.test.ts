import { describe, expect, it } from "vitest";
import { askFirefox } from "../harness/firefox-code";
import { readOutcome } from "./outcome";
import { PopupPage } from "./popup-page";
import { shareSession } from "./session";

const session = shareSession();

const contacts = "https://x.com/settings/contacts";

/** Opens an address in front, as a person would: no page and no driver may open the browser's own in Firefox. */
async function openInFront(address: string): Promise<void> {
  const { name, browser } = session().driven;
  if (name === "firefox") {
    const open = `gBrowser.selectedTab = gBrowser.addTrustedTab(${JSON.stringify(address)});`;
    await askFirefox(
      browser,
      `new Promise((resolve) => {
        ${open}
        gBrowser.addTabsProgressListener({
          onStateChange(browser, progress, request, flags) {
            const hasEnded = flags & Ci.nsIWebProgressListener.STATE_STOP && flags & Ci.nsIWebProgressListener.STATE_IS_WINDOW;
            if (browser !== gBrowser.selectedBrowser || !hasEnded || browser.currentURI.spec === "about:blank") return;
            gBrowser.removeTabsProgressListener(this);
            resolve();
          },
        });
      })`,
    );
    return;
  }
  const page = await browser.newPage();
  await page.goto(address);
  await page.bringToFront();
}

const unreadable = [`view-source:${contacts}`, "https://x.com/i/paper.pdf", "https://twitter.com/settings/contacts"];
const ofBrowser = {
  chrome: ["chrome://version/"],
  firefox: [`about:reader?url=${encodeURIComponent(contacts)}`, "about:addons"],
};

describe("a tab in front of which nothing can be read", () => {
  it("is not spoken of, and a check from there works all the same", async () => {
    for (const address of [...unreadable, ...ofBrowser[session().driven.name]]) {
      const popup = await session().openPopup();
      await openInFront(address);
      expect([address, await popup.glance()]).toEqual([address, null]);
      await popup.checkBehind();
      expect([address, await readOutcome(popup)]).toEqual([address, "exposed"]);
    }
    // Firefox's view of a page's source has styles that the page's own policy forbids.
    const complaints = await session().takeComplaints();
    expect(complaints.filter((complaint) => !complaint.startsWith("view-source:"))).toEqual([]);
  });
});

describe("a tab of the site's former name in front", () => {
  it("says nothing of the site's own address, which is what is checked and named", async () => {
    session().play({ signIn: "by-cookie" });
    const popup = await session().openPopup();
    await openInFront("https://twitter.com/settings/contacts");
    expect(await popup.glance()).toBeNull();
    await popup.checkBehind();
    expect(await readOutcome(popup)).toMatch(/^unknown, signed-out/);
    expect(await popup.text()).toContain("Nobody is signed in to X at x.com in this window.");
  });
});

describe("a tab that the browser has put to sleep", () => {
  it("is not spoken of, where the browser does that to the tab in front", async () => {
    const popup = await session().openPopup();
    const page = await session().openSitePage("/settings/contacts");
    await page.bringToFront();
    const isAsleep = await popup.page.evaluate(
      `chrome.tabs.query({ active: true, currentWindow: true })
        .then(([{ id }]) => chrome.tabs.discard(id))
        .then((tab) => tab?.discarded === true)`,
    );
    // Firefox lets nobody do it.
    expect(isAsleep).toBe(session().driven.name === "chrome");
    expect((await popup.glance()) === null).toBe(isAsleep);
  });
});

describe("a page that is answered after five seconds", () => {
  it("is looked at when it has come, and what was in the tab before is not taken for it", async () => {
    session().play({ pageAnswer: { kind: "ok", delay: 5000 }, settings: { discoverable_by_mobile_phone: false } });
    const popup = await session().openPopup();
    await popup.check(30_000);
    expect(await readOutcome(popup)).toBe("protected");
    const loads = session().site.requests.filter(({ path }) => path === "/settings/contacts");
    expect(loads).toHaveLength(1);
  });
});

describe("a window without tabs, such as those of installed sites", () => {
  it("is checked from, wherever the browser opens the check's tab, and nothing else is closed", async () => {
    const control = await session().openPopup();
    const readWindows = () =>
      control.page.evaluate(
        `chrome.windows.getAll({ populate: true }).then((all) => all.map(({ id, tabs }) => [id, tabs.length]))`,
      );
    const known = new Set(await session().driven.browser.pages());
    await control.page.evaluate(`chrome.windows.create({ type: "popup", url: location.href }).then(() => true)`);
    const opened = async () => (await session().driven.browser.pages()).filter((page) => !known.has(page));
    await expect.poll(opened, { timeout: 15_000 }).toHaveLength(1);
    const popup = new PopupPage((await opened())[0] ?? control.page);
    await popup.waitFor("idle");
    const before = await readWindows();
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
    expect(await readWindows()).toEqual(before);
  });
});
