import { describe, expect, it } from "vitest";
import { visitExtensionPage } from "../harness/launch";
import type { Scenario } from "../practice-site/scenario";
import { beginGuide, emailLabel, expectBright, type GuidePage, openGuide, phoneLabel } from "./guide-page";
import { shareSession } from "./session";

const session = shareSession();

const guided = (changes?: Partial<Scenario>, later?: Partial<Scenario>) => beginGuide(session(), changes, later);
const saves = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");
const isDiscoverable = () => session().site.saved().discoverable_by_mobile_phone;

/** Leaves the phone switch as it is, and returns what the guide sums up: it reassures of nothing. */
async function skipToEnd(guide: GuidePage) {
  await guide.press("skip");
  const offer = await guide.waitForTitle("You can go further");
  expect(offer.text).not.toContain("off");
  await guide.press("finish");
  const summary = await guide.waitForTitle("Here is where you stand");
  expect(summary.mood).toBe("calm");
  return summary;
}

describe("the tour", () => {
  it("points at the one row, and proves what the person has done by hand", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    const asking = await guide.waitForTitle("Finding you by phone number");
    expect(asking.progress).toBe("Step 1 of 3");
    expect(asking.text).toContain("X may lead anyone who has your phone number to @ada_example");
    await guide.clickBox(phoneLabel);
    const done = await guide.waitForTitle("X now says off.");
    expect(done.mood).toBe("good");
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
    await guide.waitForTitle("X now says off.");
    expect(session().site.saved()).toEqual({ ...before, discoverable_by_mobile_phone: false });
    expect(saves()).toHaveLength(1);
    await guide.press("undo");
    await guide.waitForTitle("X now says on again.");
    expect(session().site.saved()).toEqual(before);
    expect(saves()).toHaveLength(2);
  });

  it("goes from switch to switch, offers what helps beyond them, and sums up", async () => {
    const guide = await guided({ settings: { discoverable_by_email: true } });
    expect((await guide.waitForTitle("Finding you by phone number")).progress).toBe("Step 1 of 4");
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
    await guide.press("next");
    await guide.waitForTitle("Finding you by e-mail address");
    await expectBright(guide, emailLabel);
    await guide.clickBox(emailLabel);
    await guide.waitForTitle("X now says off.");
    await guide.press("next");
    const offer = await guide.waitForTitle("You can go further");
    expect(offer.text).toContain("Both switches are off");
    await guide.press("back");

    const number = await guide.waitForTitle("Remove the number itself");
    expect(number.text).toContain("set up an authenticator app first");
    expect(number.text).toContain("Unlisted never does it for you");
    await guide.waitFor(({ light }) => light !== null);
    await guide.press("confirm");
    await guide.waitForTitle("X still has a phone number of yours.");
    await guide.page.locator("::-p-text(Delete phone number)").click();
    await guide.page.locator("[role=dialog] button").click();
    await guide.page.waitForSelector('a[href="/settings/add_phone"]');
    await guide.press("confirm");
    await guide.waitForTitle("X has no phone number of yours any more.");
    await guide.press("next");

    await guide.waitForTitle("Remove the contacts you once uploaded");
    await guide.page.waitForSelector("::-p-text(Remove all contacts)");
    await guide.press("next");
    const summary = await guide.waitForTitle("Here is where you stand");
    expect(summary.text.replaceAll(/\s+/g, " ")).toMatch(
      /phone number On Off .*e-mail address On Off Phone number on file Yes No/,
    );
    expect(summary.text).toContain("Whoever matched your number or address before still knows it");
    expect(summary.mood).toBe("good");
    await guide.press("close");
    await guide.waitForEnd();
  });

  it("says in the end what was left as it is, and reassures of nothing", async () => {
    const guide = await guided();
    const summary = await skipToEnd(guide);
    expect(summary.text).toContain("Still on: Finding you by phone number.");
    expect(summary.text).toContain("X has a number of yours on file");
    expect(saves()).toHaveLength(0);
  });

  it("does not go on saying off where the box is ticked again", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("X now says off.");
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
    await popup.page.waitForSelector('[data-action="guide"]');
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    await page.close();
    const guide = await openGuide(session().driven, popup);
    const summary = await skipToEnd(guide);
    expect(summary.text).toMatch(/phone number\s+On\s+(?!Off)/);
  });

  it("sees that a switch was off already, and clicks nothing", async () => {
    const guide = await guided({}, { settings: { discoverable_by_mobile_phone: false } });
    await guide.waitForTitle("X now says off.");
    expect(saves()).toHaveLength(0);
  });
});

describe("a site that does not save", () => {
  it.each<[string, Partial<Scenario>]>([
    ["fails", { save: { kind: "fails", status: 500 } }],
    ["shows the flip and silently keeps the old value", { save: { kind: "pretends" } }],
  ])("is found out when it %s, and can be tried again", async (_name, changes) => {
    const guide = await guided(changes);
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    const failed = await guide.waitForTitle("X did not save it.");
    expect(failed.mood).toBe("bad");
    session().play();
    await guide.press("retry");
    await guide.waitForTitle("Finding you by phone number");
    await expectBright(guide, phoneLabel);
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
    expect(isDiscoverable()).toBe(false);
  });

  it("is waited for when it takes 8 seconds, whoever has clicked", async () => {
    const slow: Partial<Scenario> = { save: { kind: "saves", delay: 8000 } };
    const guide = await guided(slow);
    await expectBright(guide, phoneLabel);
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("Checking that X saved it…");
    await guide.waitForTitle("X now says off.", 30_000);
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
    await guide.waitForTitle("X now says off.", 40_000);
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
    await guide.waitForTitle("X now says off.");
  });
});
