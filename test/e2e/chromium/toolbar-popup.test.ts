import { describe, expect, it } from "vitest";
import { shareSession } from "../session";
import { checkUntilPrompted, openToolbarPopup } from "./toolbar";

const session = shareSession({ isAllowed: false });

describe("the real toolbar popup, before the site was ever allowed", () => {
  it("reads the active tab at the click on the toolbar button", async () => {
    const page = await session().openSitePage("/settings/contacts");
    await page.waitForSelector("input[type=checkbox]");
    const popup = await openToolbarPopup(session().driven, page);
    await popup.page.waitForSelector('[data-setting="x.phone"]');
    await popup.waitFor("idle");
    expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "unknown: not-fresh" });
    expect(await popup.text()).toContain("from your open X tab, as of");
    await popup.photograph("artifacts/toolbar-open-tab");
  });

  it("answers from the active tab when the permission is refused", async () => {
    const page = await session().openSitePage("/home");
    await page.waitForSelector("nav");
    const popup = await openToolbarPopup(session().driven, page);
    await checkUntilPrompted(popup);
    const again = await openToolbarPopup(session().driven, page);
    await again.waitFor("done");
    expect(await again.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "unknown: not-fresh" });
    expect(await again.text()).toContain("from your open X tab, as of");
  });

  it("says what is missing when the permission is refused and the active tab is another site's", async () => {
    const page = await session().driven.browser.newPage();
    const popup = await openToolbarPopup(session().driven, page);
    await checkUntilPrompted(popup);
    const again = await openToolbarPopup(session().driven, page);
    await again.waitFor("done");
    expect((await again.findings())["x.phone"]).toBe("unknown: permission-denied");
    expect(await again.text()).toContain("choose “Allow”");
  });

  // Last: a permission that was given cannot be taken back by this file's tests.
  it("goes on by itself when the permission comes after the popup has closed", async () => {
    const { driven } = session();
    const asking = await session().openPopup();
    // What the popup says before it asks the browser; then it is gone, and only the prompt is left.
    await asking.page.evaluate(
      `chrome.windows.getCurrent().then(({ id }) => chrome.runtime.sendMessage({
        ask: "prepare", wish: { ask: "check", site: "x", window: id }, site: "x", window: id }))`,
    );
    const page = await driven.browser.newPage();
    await asking.page.close();
    await driven.allowSites();
    await page.bringToFront();
    const popup = await openToolbarPopup(driven, page);
    await popup.waitFor("done");
    expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "protected" });
    await popup.page.waitForSelector(".provenance[aria-busy=false]");
    expect(await popup.text()).toMatch(/checked \d.* \(just now\)/);
  });
});
