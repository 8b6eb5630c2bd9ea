import { describe, expect, it } from "vitest";
import { shareSession } from "./session";

const session = shareSession();

describe("a check that does not go as planned", () => {
  it("goes on when the popup is closed, and is joined when it is opened again", async () => {
    session().play({ settingsAnswer: { kind: "ok", delay: 5000 } });
    const first = await session().openPopup();
    await first.press("check");
    await first.waitFor("running");
    await first.page.close();
    const second = await session().openPopup();
    await second.waitFor("running");
    await second.waitFor("done");
    expect((await second.findings())["x.phone"]).toBe("exposed");
    expect(await session().openSiteAddresses()).toEqual([]);
  });

  it("is one check, however many popups ask for it", async () => {
    session().play({ settingsAnswer: { kind: "ok", delay: 5000 } });
    const one = await session().openPopup();
    const other = await session().openPopup();
    await other.press("check");
    await one.page.bringToFront();
    await one.waitFor("running");
    await one.waitFor("done");
    const loads = session().site.requests.filter(({ host, path }) => host === "x.com" && path === "/settings/contacts");
    expect(loads).toHaveLength(1);
  });

  it("is joined by a second click, also a hasty one", async () => {
    session().play({ settingsAnswer: { kind: "ok", delay: 3000 } });
    const popup = await session().openPopup();
    const button = await popup.page.waitForSelector('[data-action="check"]');
    await button?.click({ count: 2 });
    await popup.waitFor("running");
    await popup.press("check");
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    const loads = session().site.requests.filter(({ host, path }) => host === "x.com" && path === "/settings/contacts");
    expect(loads).toHaveLength(1);
  });

  it("is not joined once it has read the switches: a later click is answered by a later look", async () => {
    session().play({ settings: { discoverable_by_mobile_phone: false }, devicesAnswer: { kind: "ok", delay: 5000 } });
    const one = await session().openPopup();
    await one.press("check");
    await expect
      .poll(() => session().site.requests.map(({ path }) => path), { timeout: 15_000 })
      .toContain("/1.1/users/email_phone_info.json");
    session().play();
    const other = await session().openPopup();
    await other.press("check");
    await expect.poll(() => other.findings(), { timeout: 30_000 }).toMatchObject({ "x.phone": "exposed" });
  });

  it("is made where its page stands now, if the window that this was opened in is gone", async () => {
    const popup = await session().openPopup();
    await popup.page.evaluate(`chrome.runtime.sendMessage({ ask: "check", site: "x", window: 987654 })`);
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("exposed");
  });

  it("can be asked for again after it failed", async () => {
    session().play({ account: null });
    const popup = await session().openPopup();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("unknown: signed-out");
    session().play();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("exposed");
  });
});
