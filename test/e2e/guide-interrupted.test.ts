import { describe, expect, it } from "vitest";
import { crash } from "../harness/faults";
import type { Scenario } from "../practice-site/scenario";
import { beginGuide, expectBright, phoneLabel } from "./guide-page";
import { shareSession } from "./session";

const session = shareSession();

const guided = (changes?: Partial<Scenario>, later?: Partial<Scenario>) => beginGuide(session(), changes, later);
const saves = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");
const isDiscoverable = () => session().site.saved().discoverable_by_mobile_phone;

const bob = { id: "99", handle: "bob_example", phone: "+15555550199", email: "bob@example.org" };

describe("a tour that is interrupted", () => {
  it("waits for the password", async () => {
    const guide = await guided({}, { passwordWall: ["/settings/contacts"] });
    const asking = await guide.waitFor(({ text }) => text.includes("X asks for your password"));
    // Beside a password field nobody should trust a box without a name.
    expect(asking.text).toMatch(/^Unlisted\s/);
    await guide.page.type("input[type=password]", "correct horse");
    await guide.page.click("button[type=submit]");
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    // The fresh check meets the wall once more, so nothing is proven.
    const failed = await guide.waitForTitle("X asks for your password before it shows this.");
    expect(failed.mood).toBe("bad");
  });

  it("says so when nobody is signed in any more, and goes on after the sign-in", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    session().play({ account: null });
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("Nobody is signed in to X at x.com in this window.");
    await guide.press("retry");
    await guide.waitFor(({ text }) => text.includes("Sign in, and the guide goes on by itself"));
    session().play();
    await guide.page.goto("https://x.com/settings/contacts");
    await expectBright(guide, phoneLabel);
  });

  it("keeps its place through navigation inside the app, and brings the person back", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    await guide.page.click('a[href="/home"]');
    await guide.waitFor(({ text }) => text.includes("another page of X"));
    await guide.page.goBack();
    await expectBright(guide, phoneLabel);
    await guide.page.click('a[href="/home"]');
    await guide.press("back");
    await expectBright(guide, phoneLabel);
  });

  it("keeps its place through a reload, also between the steps", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    await guide.page.reload();
    await expectBright(guide, phoneLabel);
    await guide.press("skip");
    await guide.waitForTitle("You can go further");
    await guide.page.reload();
    await guide.waitForTitle("You can go further");
  });

  it("follows its row when the page draws its rows anew in another order", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    const before = (await guide.read())?.light?.top ?? 0;
    await guide.page.$eval("section", (rows) => rows.append(...[...rows.children].reverse()));
    await expect.poll(async () => (await guide.read())?.light?.top).toBeLessThan(before);
    await expectBright(guide, phoneLabel);
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
    expect(isDiscoverable()).toBe(false);
  });

  it("goes on where the person loads the page again that has crashed, or comes back from another site", async () => {
    const guide = await guided();
    await guide.waitFor(({ light }) => light !== null);
    const [tab] = (await guide.control.evaluate(
      `chrome.tabs.query({ url: "https://x.com/*" }).then((tabs) => tabs.map(({ id }) => id))`,
    )) as number[];
    await guide.control.evaluate(`chrome.tabs.update(${tab}, { url: "https://example.org/" })`);
    await expect.poll(() => guide.read()).toBeNull();
    await guide.control.evaluate(`chrome.tabs.update(${tab}, { url: "https://x.com/settings/contacts" })`);
    await guide.waitFor(({ light }) => light !== null);
    await crash(session().driven, "https://x.com/settings/contacts");
    await expect.poll(() => guide.read()).toBeNull();
    await guide.control.evaluate(`chrome.tabs.reload(${tab})`);
    await guide.waitFor(({ light }) => light !== null);
  });

  it("ends with its tab", async () => {
    const guide = await guided();
    await guide.waitForTitle("Finding you by phone number");
    await guide.page.close();
    await guide.waitForEnd();
  });

  it("ends after ten minutes without a sign of life", async () => {
    const guide = await guided();
    await guide.waitForTitle("Finding you by phone number");
    await guide.control.evaluate(`chrome.storage.session.get("guide:regular:x").then(({ "guide:regular:x": guide }) =>
      chrome.storage.session.set({ "guide:regular:x": { ...guide, lastSignAt: Date.now() - 601_000 } }))`);
    await guide.page.reload();
    await guide.waitForEnd();
  });

  it("stops, and clicks nothing, when another account is signed in meanwhile", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    session().play({ account: bob });
    await session().openSitePage("/home");
    await guide.page.bringToFront();
    await guide.press("switch-off");
    const stopped = await guide.waitForTitle("Another account is signed in now.");
    expect(stopped.actions).not.toHaveProperty("retry");
    expect(saves()).toHaveLength(0);
  });

  it("tells nobody that the number is gone where another account has none", async () => {
    const guide = await guided();
    await guide.press("skip");
    await guide.waitForTitle("You can go further");
    await guide.press("back");
    await guide.waitForTitle("Remove the number itself");
    session().play({ account: { ...bob, phone: null } });
    await guide.press("confirm");
    expect((await guide.waitForTitle("Another account is signed in now.")).mood).toBe("bad");
  });

  it("is told apart from the other account's switch that the person has thrown by hand", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    session().play({ account: bob });
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("Another account is signed in now.");
  });

  it("points at nothing where the switch is not found beyond doubt", async () => {
    const guide = await guided({}, { boxes: "unknown-labels" });
    const shown = await guide.waitFor(({ text }) => text.includes("Unlisted can’t find this switch for sure"));
    expect(shown.light).toBeNull();
    expect(shown.actions).not.toHaveProperty("switch-off");
  });
});

describe("a tour whose background is stopped", () => {
  it("does not lose the place", async () => {
    const guide = await beginGuide(session());
    await guide.waitFor(({ light }) => light !== null);
    await session().driven.stopBackground();
    await guide.page.reload();
    // Firefox starts a background for a tab only if it listened to tabs before it had read anything.
    await session().openPopup();
    await guide.page.bringToFront();
    await guide.waitFor(({ light }) => light !== null);
    await session().driven.stopBackground();
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
    await session().driven.stopBackground();
    await guide.press("next");
    await guide.waitForTitle("You can go further");
  });

  it("says that the check was interrupted, and makes it again", async () => {
    const guide = await beginGuide(session());
    await guide.waitFor(({ light }) => light !== null);
    session().play({ settingsAnswer: { kind: "never" } });
    const opened = session().driven.browser.waitForTarget(
      (target) => target.url() === "https://x.com/settings/contacts" && target !== guide.page.target(),
    );
    await guide.press("switch-off");
    await opened;
    await session().driven.stopBackground();
    // The overlay reports by itself that it is there, and so finds out.
    await guide.waitForTitle("The check was interrupted.", 40_000);
    expect(await session().openSiteAddresses()).toEqual(["https://x.com/settings/contacts"]);
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    await guide.press("retry");
    await guide.waitForTitle("The switch is off. X has saved it.");
  });
});
