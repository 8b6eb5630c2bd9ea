import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { openWelcome, press } from "./extension-pages";
import type { PopupPage } from "./popup-page";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

const ada = { id: "1234567890", handle: "ada_example", phone: "+15555550123", email: "ada@example.org" };
const bob = { ...ada, id: "99", handle: "bob_example" };

/** Checks, so that the popup offers to switch the search by phone number off. */
async function checked(changes: Partial<Scenario> = {}): Promise<PopupPage> {
  session().play(changes);
  const popup = await session().openPopup();
  await popup.check();
  expect((await popup.findings())["x.phone"]).toBe("exposed");
  return popup;
}

async function switchOff(popup: PopupPage, patience?: number): Promise<void> {
  await popup.press("switch-off");
  await popup.waitFor("done", patience);
  expect(await session().openSiteAddresses()).toEqual([]);
}

const saves = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");
const isDiscoverable = () => session().site.saved().discoverable_by_mobile_phone;

describe("switching off from the popup", () => {
  it("says what it will do, does that alone, and proves it by a fresh look", async () => {
    const popup = await checked();
    expect(await popup.text()).toContain(
      "This unticks “Let people who have your phone number find you on X” for @ada_example",
    );
    const before = session().site.saved();
    await switchOff(popup);
    expect((await popup.findings())["x.phone"]).toBe("protected");
    expect(await popup.changeOutcome()).toBe("done");
    expect(saves()).toHaveLength(1);
    expect(session().site.saved()).toEqual({ ...before, discoverable_by_mobile_phone: false });
  });

  it("is called a change while it lasts, and no check", async () => {
    const popup = await checked({ save: { kind: "never" } });
    await popup.press("switch-off");
    await popup.page.waitForSelector('[data-step="current"]');
    const read = (selector: string) => popup.page.$eval(selector, (element) => element.textContent);
    expect(await read(".progress h2")).toBe("Changing a setting on X…");
    expect(await read('[role="status"]')).toBe("Changing a setting on X…");
    expect(await read('[data-action="check"]')).toBe("Check again");
    const report = await ReportPage.open(session().driven);
    await report.page.waitForSelector('[data-check="running"]');
    expect(await report.page.$eval('[data-action="check"]', (button) => button.textContent)).toBe("Check again");
    const welcome = await openWelcome(session().driven);
    await welcome.waitForSelector('main[data-check="running"]');
    expect(await welcome.$eval('[role="status"]', (status) => status.textContent)).toBe("Changing a setting on X…");
    await popup.page.bringToFront();
    await popup.press("cancel");
    await popup.waitFor("done");
    expect(await popup.changeOutcome()).toBe("cancelled");
  });

  it("can be undone, by the same way", async () => {
    const popup = await checked();
    await switchOff(popup);
    await popup.press("undo");
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    expect(isDiscoverable()).toBe(true);
    expect(await popup.page.$('[data-action="undo"]')).toBeNull();
  });

  it("is proven as soon on a page that has asked for more than the browser records by itself", async () => {
    const popup = await checked({ memory: "unreachable" });
    session().play({ memory: "unreachable", hostility: "page-asks-much" });
    await switchOff(popup, 20_000);
    expect((await popup.findings())["x.phone"]).toBe("protected");
  });

  it("offers no undo for what somebody else has switched off", async () => {
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    const popup = await session().openPopup();
    await popup.check();
    expect(await popup.page.$('[data-action="undo"]')).toBeNull();
  });

  it("clicks nothing where it is off already", async () => {
    const popup = await checked();
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    await switchOff(popup);
    expect((await popup.findings())["x.phone"]).toBe("protected");
    expect(saves()).toHaveLength(0);
    expect(await popup.page.$('[data-action="undo"]')).toBeNull();
  });

  it.each<[string, Partial<Scenario>]>([
    ["waits for a server that takes 8 seconds", { save: { kind: "saves", delay: 8000 } }],
    ["waits as long where the memory cannot be read", { save: { kind: "saves", delay: 8000 }, memory: "unreachable" }],
    ["finds the box in a right-to-left language", { language: "ar" }],
    ["finds the box where the order is swapped", { boxes: "swapped" }],
  ])("%s", async (_name, changes) => {
    const popup = await checked(changes);
    await switchOff(popup, 40_000);
    expect((await popup.findings())["x.phone"]).toBe("protected");
    expect(isDiscoverable()).toBe(false);
  });

  it.each<[string, Partial<Scenario>]>([
    ["a server that fails", { save: { kind: "fails", status: 500 } }],
    ["a server that shows the flip and silently keeps the old value", { save: { kind: "pretends" } }],
    ["a server that answers with the old value", { save: { kind: "refuses" } }],
    ["a server that does so after six seconds", { save: { kind: "refuses", delay: 6000 } }],
    ["a server that never answers", { save: { kind: "never" } }],
  ])("says that X did not save it: %s", async (_name, changes) => {
    const popup = await checked(changes);
    await switchOff(popup, 50_000);
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    expect(await popup.changeOutcome()).toBe("not-saved");
    expect(saves().length).toBe(1);
    expect(isDiscoverable()).toBe(true);
  });

  it.each<[string, Partial<Scenario>, string]>([
    ["unknown labels: position is not enough to click", { boxes: "unknown-labels" }, "control-not-found"],
    ["the label twice", { boxes: "forged-phone-label" }, "control-not-found"],
    ["no boxes", { boxes: "none" }, "control-not-found"],
    ["another account", { account: bob }, "account-changed"],
    ["signed out", { account: null }, "signed-out"],
    ["a password wall", { passwordWall: ["/settings/contacts"] }, "password-required"],
    ["offline", { pageAnswer: { kind: "cut" } }, "offline"],
  ])("clicks nothing, and says why: %s", async (_name, changes, failure) => {
    const popup = await checked();
    session().play(changes);
    await switchOff(popup, 40_000);
    expect(await popup.changeOutcome()).toBe(failure);
    expect(saves()).toHaveLength(0);
  });

  it("ends at Cancel, and stays with what was proven before", async () => {
    const popup = await checked();
    session().play({ settingsAnswer: { kind: "never" } });
    await popup.press("switch-off");
    await popup.waitFor("running");
    await popup.press("cancel");
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    expect(await popup.changeOutcome()).toBe("cancelled");
    expect(await session().openSiteAddresses()).toEqual([]);
    expect(saves()).toHaveLength(0);
  });

  it("says at Cancel that the click may have been saved, where it had gone out, and a look tells", async () => {
    const popup = await checked({ save: { kind: "saves", delay: 3000 } });
    await popup.press("switch-off");
    await expect.poll(() => saves().length).toBe(1);
    await popup.press("cancel");
    await popup.waitFor("done");
    expect(await popup.changeOutcome()).toBe("cancelled");
    expect(await popup.text()).not.toContain("Nothing was changed");
    expect(await popup.text()).toContain("X may have saved it already.");
    expect(await popup.forward()).toBe("look-now");
    await expect.poll(isDiscoverable).toBe(false);
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("protected");
    expect(await popup.page.$("[data-change]")).toBeNull();
  });
});

describe("switching both off by one click", () => {
  const bothOn = { settings: { discoverable_by_mobile_phone: true, discoverable_by_email: true } };

  async function switchBothOff(changes: Partial<Scenario> = {}): Promise<PopupPage> {
    const popup = await checked(bothOn);
    session().play({ ...bothOn, ...changes });
    await popup.press("switch-both-off");
    return popup;
  }

  it("names both boxes, proves each, and each can be undone", async () => {
    const popup = await checked(bothOn);
    expect(await popup.forward()).toBe("switch-off");
    const text = await popup.text();
    expect(text).toContain("People who have your phone number or email address can find you on X.");
    for (const what of ["phone number", "email address"]) {
      expect(text).toContain(`“Let people who have your ${what} find you on X”`);
    }
    await popup.press("switch-both-off");
    await popup.waitFor("done", 40_000);
    expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "protected" });
    expect(await popup.changeOutcomes()).toEqual({ "x.phone": "done", "x.email": "done" });
    expect(await session().openSiteAddresses()).toEqual([]);
    expect(saves()).toHaveLength(2);
    expect(session().site.saved()).toMatchObject({ discoverable_by_mobile_phone: false, discoverable_by_email: false });

    for (const [setting, other] of [
      ["x.email", "x.phone"],
      ["x.phone", null],
    ] as const) {
      await press(popup.page, `[data-action="undo"][data-switch="${setting}"]`);
      await popup.page.waitForSelector(`[data-setting="${setting}"][data-verdict="exposed"]`);
      await popup.waitFor("done");
      const left = await popup.page.$$eval('[data-action="undo"]', (ways) =>
        ways.map((way) => way.getAttribute("data-switch")),
      );
      expect(left).toEqual(other === null ? [] : [other]);
    }
    expect(session().site.saved()).toMatchObject({ discoverable_by_mobile_phone: true, discoverable_by_email: true });
  });

  it("tells apart the one that was saved and the one that was not", async () => {
    const popup = await switchBothOff({ save: { kind: "saves-one", field: "discoverable_by_mobile_phone" } });
    await popup.waitFor("done", 60_000);
    expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "exposed" });
    expect(await popup.changeOutcomes()).toEqual({ "x.phone": "done", "x.email": "not-saved" });
    // What has just failed is not put forward again.
    expect(await popup.forward()).toBe("guide");
    expect(session().site.saved()).toMatchObject({ discoverable_by_mobile_phone: false, discoverable_by_email: true });
  });

  it("clicks no second box where the person has stopped it after the first", async () => {
    const popup = await switchBothOff({ save: { kind: "saves", delay: 4000 } });
    await expect.poll(() => saves().length).toBe(1);
    await popup.press("cancel");
    await popup.waitFor("done");
    expect(await popup.changeOutcomes()).toEqual({ "x.phone": "cancelled", "x.email": "cancelled" });
    expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "exposed" });
    await expect.poll(isDiscoverable).toBe(false);
    expect(session().site.saved()).toMatchObject({ discoverable_by_email: true });
    expect(saves()).toHaveLength(1);
    await popup.check();
    expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "exposed" });
  });

  it("can be had of one of them alone", async () => {
    const popup = await checked(bothOn);
    await press(popup.page, '[data-action="switch-off"][data-switch="x.email"]');
    await popup.page.waitForSelector('[data-setting="x.email"][data-verdict="protected"]');
    expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "protected" });
    expect(saves()).toHaveLength(1);
  });
});
