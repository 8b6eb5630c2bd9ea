import { describe, expect, it } from "vitest";
import { visitExtensionPage } from "../harness/launch";
import { shareSession } from "./session";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };
const ada = { id: "1234567890", handle: "ada_example", email: "ada@example.org" };
const withNumber = { ...ada, phone: "+15555550123" };
const withoutNumber = { ...ada, phone: null };

describe("the one-click check", () => {
  it.each([
    ["on, with a number on file", on, withNumber, "exposed", "yes"],
    ["on, with no number on file", on, withoutNumber, "dormant", "no"],
    ["off, with a number on file", off, withNumber, "protected", "yes"],
    ["off, with no number on file", off, withoutNumber, "protected", "no"],
  ])("says what a switch means that is %s", async (_name, settings, account, verdict, numberOnFile) => {
    session().play({ settings, account });
    const popup = await session().openPopup();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe(verdict);
    expect(await popup.numberOnFile()).toBe(numberOnFile);
  });

  it.each([
    [true, "exposed"],
    [false, "protected"],
  ])("judges the email switch on its own: %s is %s", async (discoverable_by_email, verdict) => {
    session().play({ settings: { ...off, discoverable_by_email } });
    const popup = await session().openPopup();
    await popup.check();
    expect((await popup.findings())["x.email"]).toBe(verdict);
  });

  it("draws every setting, and names the account", async () => {
    session().play({ settings: { allow_dms_from: "all", protected: true, geo_enabled: "no" } });
    const popup = await session().openPopup();
    await popup.check();
    const findings = await popup.findings();
    expect(Object.keys(findings)).toHaveLength(13);
    expect(findings).toMatchObject({
      "x.message-requests": "exposed",
      "x.protected-posts": "protected",
      "x.location": "unknown: page-changed",
    });
    expect(await popup.text()).toContain("@ada_example");
  });

  it("leaves the person's tabs alone and none of its own behind", async () => {
    const before = await session().openSitePage("/home");
    const popup = await session().openPopup();
    await popup.check();
    expect(await session().openSiteAddresses()).toEqual(["https://x.com/home"]);
    expect(before.url()).toBe("https://x.com/home");
  });

  it("forges no request: the site sees its own pages load and nothing else", async () => {
    const popup = await session().openPopup();
    await popup.check();
    const asked = session().site.requests.filter(({ host }) => host === "x.com" || host === "api.x.com");
    expect(asked.map(({ method }) => method).filter((method) => method !== "GET" && method !== "OPTIONS")).toEqual([]);
    expect(asked.filter(({ path }) => path.startsWith("/settings/")).map(({ path }) => path)).toEqual([
      "/settings/contacts",
      "/settings/phone",
    ]);
  });

  it("keeps the last result until the next check", async () => {
    const first = await session().openPopup();
    await first.check();
    await first.page.close();
    session().play({ settings: off });
    const second = await session().openPopup();
    await second.waitFor("done");
    expect((await second.findings())["x.phone"]).toBe("exposed");
    await second.check();
    expect((await second.findings())["x.phone"]).toBe("protected");
  });

  it("shows at once what the open tab says, and that it may be old", async () => {
    const popup = await session().openPopup();
    const page = await session().openSitePage("/home");
    await page.waitForSelector("nav");
    // The popup looks when it is opened; here that is while the site's tab is the active one.
    await visitExtensionPage(popup.page, `${session().driven.popupAddress}?again`);
    await popup.page.waitForSelector('[data-setting="x.phone"]');
    await popup.waitFor("idle");
    expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "unknown: not-fresh" });
    expect(await popup.text()).toContain("from your open X tab, as of");
  });

  it("is outdone by the open tab in which the box was ticked afterwards", async () => {
    session().play({ settings: off });
    const page = await session().openSitePage("/settings/contacts");
    const box = await page.waitForSelector('xpath///label[contains(., "phone number")]//input');
    const popup = await session().openPopup();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("protected");
    await page.bringToFront();
    await box?.click();
    await expect.poll(() => session().site.saved().discoverable_by_mobile_phone).toBe(true);
    await visitExtensionPage(popup.page, `${session().driven.popupAddress}?again`);
    await popup.page.waitForSelector('[data-setting="x.phone"][data-verdict="exposed"]');
    expect((await popup.findings())["x.phone"]).toBe("exposed");
  });

  it("keeps an earlier answer when a check fails, with what can be done about it, and says so above", async () => {
    const popup = await session().openPopup();
    await popup.check();
    const before = await popup.findings();
    session().play({ settingsAnswer: { kind: "status", status: 500 } });
    await popup.check();
    expect(await popup.findings()).toEqual(before);
    await popup.page.waitForSelector('[data-strip="look-failed"]');
    expect(await popup.strips()).toEqual({ "look-failed": "site-error" });
    expect(await popup.forward()).toBe("switch-off");
    const text = await popup.text();
    expect(text).toContain("The last check did not get through.");
    expect(text).toContain("People who have your phone number can find you on X.");
    await expect.poll(() => popup.page.evaluate("chrome.action.getTitle({})")).toBe("Unlisted: people can find you");
  });

  it.each(["en", "de", "fr", "es", "ja", "tr", "ar", "fa", "he", "hi"])("reads the boxes in %s", async (language) => {
    session().play({ language, memory: "unreachable", settings: { ...off, discoverable_by_email: true } });
    const popup = await session().openPopup();
    await popup.check();
    expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "exposed" });
  });
});
