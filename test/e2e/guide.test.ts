import { describe, expect, it } from "vitest";
import { visitExtensionPage } from "../harness/launch";
import type { Scenario } from "../practice-site/scenario";
import {
  beginGuide,
  emailLabel,
  expectBright,
  expectRing,
  type GuidePage,
  openGuide,
  openGuideAt,
  phoneLabel,
} from "./guide-page";
import { shareSession } from "./session";

const session = shareSession();

const guided = (changes?: Partial<Scenario>, later?: Partial<Scenario>) => beginGuide(session(), changes, later);
const saves = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");
const isDiscoverable = () => session().site.saved().discoverable_by_mobile_phone;

/** X's button that takes the number off the account. */
const removesNumber = "xpath///button[. = 'Delete phone number']";

/** Leaves the phone switch as it is, and returns what the guide sums up: it reassures of nothing. */
async function skipToEnd(guide: GuidePage) {
  await guide.press("skip");
  const offer = await guide.waitForTitle("You can go further");
  expect(offer.text).not.toContain("off");
  await guide.press("finish");
  return guide.waitForTitle("How things are now");
}

describe("the tour", () => {
  it("points at the one row, and proves what the person has done by hand", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    const asking = await guide.waitForTitle("Finding you by phone number");
    expect(asking.progress).toBe("Step 1 of 3");
    expect(asking.text).toMatch(/^Unlisted\s+Step 1 of 3/);
    expect(asking.hasSign).toBe(false);
    expect(asking.text).toContain("X may lead anyone who has your phone number to @ada_example");
    await guide.clickBox(phoneLabel);
    const done = await guide.waitForTitle("The switch is off. X has saved it.");
    expect(done).toMatchObject({ mood: "good", hasSign: true });
    expect(isDiscoverable()).toBe(false);
    expect(saves()).toHaveLength(1);
    // What the person has done is theirs.
    expect(done.actions).not.toHaveProperty("undo");
    expect(await session().openSiteAddresses()).toEqual(["https://x.com/settings/contacts"]);
  });

  it("lets Unlisted click, says what exactly, proves it, and takes it back", async () => {
    const guide = await guided();
    const asking = await guide.waitForTitle("Finding you by phone number");
    expect(asking.text).toContain(
      "This unticks “Let people who have your phone number find you on X” for @ada_example",
    );
    const before = session().site.saved();
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
    expect(session().site.saved()).toEqual({ ...before, discoverable_by_mobile_phone: false });
    expect(saves()).toHaveLength(1);
    await guide.press("undo");
    await guide.waitForTitle("The switch is on again. X has saved it.");
    expect(session().site.saved()).toEqual(before);
    expect(saves()).toHaveLength(2);
  });

  it("goes from switch to switch, offers what helps beyond them, and sums up", async () => {
    const guide = await guided({ settings: { discoverable_by_email: true } });
    expect((await guide.waitForTitle("Finding you by phone number")).progress).toBe("Step 1 of 4");
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
    await guide.press("next");
    await guide.waitForTitle("Finding you by email address");
    await expectBright(guide, emailLabel);
    await guide.clickBox(emailLabel);
    await guide.waitForTitle("The switch is off. X has saved it.");
    await guide.press("next");
    const offer = await guide.waitForTitle("You can go further");
    expect(offer.text).toContain("Both switches are off");
    await guide.press("back");

    const number = await guide.waitForTitle("Remove the number itself");
    expect(number.text).toContain("set up an authenticator app first");
    expect(number.text).toContain("Unlisted never does it for you");
    await expectRing(guide, removesNumber);
    await guide.press("confirm");
    await guide.waitForTitle("Your X account still has a phone number.");
    await guide.page.locator("::-p-text(Delete phone number)").click();
    await guide.page.locator("[role=dialog] button").click();
    await guide.page.waitForSelector('a[href="/settings/add_phone"]');
    await guide.press("confirm");
    await guide.waitForTitle("Your X account has no phone number any more.");
    await guide.press("next");

    await guide.waitForTitle("Remove the contacts you once uploaded");
    await expectRing(guide, "xpath///button[. = 'Remove all contacts']");
    await guide.press("next");
    const summary = await guide.waitForTitle("How things are now");
    expect(summary.text.replaceAll(/\s+/g, " ")).toMatch(
      /phone number On Off .*email address On Off Phone number in your account Yes No/,
    );
    expect(summary.text).toContain("Anyone who found your account by your number or address before still knows it");
    await guide.press("close");
    await guide.waitForEnd();
  });

  it("says in the end what was left as it is, and reassures of nothing", async () => {
    const guide = await guided();
    const summary = await skipToEnd(guide);
    expect(summary.text).toContain("Still on: Finding you by phone number.");
    expect(summary.text).toMatch(/in your account\s+Yes\s+Still there/);
    expect(summary.text).toContain("As long as X has it, it could leak");
    expect(saves()).toHaveLength(0);
  });

  it("does not go on saying off where the box is ticked again", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("The switch is off. X has saved it.");
    await guide.clickBox(phoneLabel);
    await expect.poll(isDiscoverable).toBe(true);
    await guide.waitForTitle("Finding you by phone number");
    await skipToEnd(guide);
  });

  it("takes for now nothing that was known before it began", async () => {
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    const popup = await session().openPopup();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("protected");
    session().play();
    const page = await session().openSitePage("/settings/contacts");
    await page.waitForSelector("input[type=checkbox]");
    // The popup looks when it is opened; here that is while the site's tab is the active one.
    await visitExtensionPage(popup.page, `${session().driven.popupAddress}?again`);
    await expect.poll(async () => (await popup.findings())["x.phone"]).toBe("exposed");
    await page.close();
    const guide = await openGuide(session().driven, popup);
    const summary = await skipToEnd(guide);
    expect(summary.text).toMatch(/phone number\s+On\s+(?!Off)/);
  });

  it("sees that a switch was off already, and clicks nothing", async () => {
    const guide = await guided({}, { settings: { discoverable_by_mobile_phone: false } });
    await guide.waitForTitle("The switch is off. X has saved it.");
    expect(saves()).toHaveLength(0);
  });
});

describe("a tour that begins beyond the switches", () => {
  async function beginAtNumber(): Promise<GuidePage> {
    const popup = await session().openPopup();
    await popup.check();
    return openGuideAt(session().driven, popup, "x.remove-number");
  }

  it("goes there at once, then to the rest of what helps, and asks nothing between", async () => {
    const guide = await beginAtNumber();
    expect((await guide.waitForTitle("Remove the number itself")).progress).toBe("Step 1 of 2");
    expect(guide.page.url()).toBe("https://x.com/settings/phone");
    await guide.press("skip");
    expect((await guide.waitForTitle("Remove the contacts you once uploaded")).progress).toBe("Step 2 of 2");
    await guide.press("next");
    await guide.waitForTitle("How things are now");
    expect(saves()).toHaveLength(0);
  });

  it("points at X's button, takes a keyboard to it, and never points at the number", async () => {
    const guide = await beginAtNumber();
    await expectRing(guide, removesNumber);
    await guide.waitFor(({ focus }) => focus?.startsWith("callout") === true);
    for (const reached of ["confirm", "skip", "to-place"]) {
      await guide.page.keyboard.press("Tab");
      await guide.waitFor(({ focus }) => focus?.includes(reached) === true);
    }
    await guide.page.keyboard.press("Enter");
    await guide.waitFor(({ focus }) => focus === null);
    expect(await guide.page.evaluate(() => document.activeElement?.textContent)).toBe("Delete phone number");
    // In words that nobody here knows, and beside another that says the same, it is no longer beyond doubt.
    await guide.page.$eval(removesNumber, (button) => {
      button.textContent = "Telefonnummer löschen";
    });
    const shown = await guide.waitFor(({ light }) => light === null);
    expect(shown.text).toContain("the one that deletes the number");
  });
});

describe("the end of a tour", () => {
  const months = `chrome.storage.local.get("reminder").then(({ reminder }) => reminder?.months ?? null)`;

  it("sets a reminder by one click, and then says when it comes", async () => {
    const guide = await guided();
    const summary = await skipToEnd(guide);
    expect(summary.text).toContain("Look again in three months");
    expect(await guide.control.evaluate(months)).toBeNull();
    await guide.press("remind");
    const set = await guide.waitFor(({ text }) => text.includes("Unlisted will remind you on"));
    expect(set.actions).not.toHaveProperty("remind");
    expect(await guide.control.evaluate(months)).toBe(3);
    await guide.press("close");
    await guide.waitForEnd();
  });

  it("offers none where one is set", async () => {
    const guide = await guided();
    await guide.control.evaluate(`chrome.runtime.sendMessage({ report: "remind", months: 6 })`);
    const summary = await skipToEnd(guide);
    expect(summary.text).toContain("Unlisted will remind you on");
    expect(summary.actions).not.toHaveProperty("remind");
    expect(await guide.control.evaluate(months)).toBe(6);
  });
});

describe("a guide that the browser does not allow", () => {
  it("leaves a word for the person, and nothing else, until it is allowed", async () => {
    const { driven } = session();
    const popup = await session().openPopup();
    await popup.check();
    const kept = () => popup.page.evaluate("chrome.storage.session.get()") as Promise<Record<string, unknown>>;
    await popup.page.evaluate(`chrome.permissions.remove({ origins: ["https://x.com/*"] })`);
    try {
      // The person says no.
      await popup.page.evaluate("void (chrome.permissions.request = async () => false)");
      const { page } = await openGuide(driven, popup);
      await page.waitForSelector("input[type=checkbox]");
      await expect.poll(kept).toMatchObject({ "notice:regular:x": "guide-not-allowed" });
      expect(await kept()).not.toHaveProperty("guide:regular:x");
      expect(await popup.page.evaluate("chrome.action.getBadgeText({})")).toBe("!");
      await popup.page.bringToFront();
      await popup.page.waitForSelector("[data-notice=guide-not-allowed]");
    } finally {
      await driven.allowSites();
    }
    await expect.poll(kept).not.toHaveProperty("notice:regular:x");
    await expect.poll(() => popup.page.evaluate("chrome.action.getBadgeText({})")).toBe("");
  });
});

describe("a site that does not save", () => {
  it.each<[string, Partial<Scenario>, boolean]>([
    ["fails", { save: { kind: "fails", status: 500 } }, false],
    ["shows the flip and silently keeps the old value", { save: { kind: "pretends" } }, true],
  ])("is found out when it %s, and can be tried again", async (_name, changes, looksSaved) => {
    const guide = await guided(changes);
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    const failed = await guide.waitForTitle("X did not save the change.");
    expect(failed).toMatchObject({ mood: "bad", hasSign: true });
    expect(failed.text.includes("The box here looks unticked")).toBe(looksSaved);
    session().play();
    await guide.press("retry");
    await guide.waitForTitle("Finding you by phone number");
    await expectBright(guide, phoneLabel);
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
    expect(isDiscoverable()).toBe(false);
  });

  it("is waited for when it takes 8 seconds, whoever has clicked", async () => {
    const slow: Partial<Scenario> = { save: { kind: "saves", delay: 8000 } };
    const guide = await guided(slow);
    await expectBright(guide, phoneLabel);
    const heightOf = ({ callout: { top, bottom } }: { callout: { top: number; bottom: number } }) => bottom - top;
    const asking = heightOf(await guide.waitForTitle("Finding you by phone number"));
    await guide.clickBox(phoneLabel);
    const working = heightOf(await guide.waitForTitle("Looking whether X has saved it…"));
    const done = heightOf(await guide.waitForTitle("The switch is off. X has saved it.", 30_000));
    // Nothing jumps from under the pointer.
    expect([asking <= working, working <= done]).toEqual([true, true]);
    await guide.page.reload();
    await guide.press("next");
    await guide.waitForTitle("You can go further");
  });

  it("is waited for as long where its memory cannot be read", async () => {
    const guide = await guided({ save: { kind: "saves", delay: 8000 }, memory: "unreachable" });
    await expectBright(guide, phoneLabel);
    // The page in front names no account, and so nothing is clicked for the person there.
    await guide.press("switch-off");
    await guide.waitFor(({ text }) => text.includes("nothing was clicked"));
    expect(isDiscoverable()).toBe(true);
    await guide.press("retry");
    await guide.waitForTitle("Finding you by phone number");
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("The switch is off. X has saved it.", 40_000);
  });
});

describe("a page that is busy", () => {
  it("may have its answer before it has drawn the click", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    await guide.page.evaluate(() => {
      // One change that is looked at just before the click, so that the next look has to wait.
      addEventListener("mouseup", () => document.body.toggleAttribute("data-busy"));
      addEventListener("input", () => {
        for (const until = performance.now() + 500; performance.now() < until; );
      });
    });
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("The switch is off. X has saved it.");
  });
});
