import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { beginGuide, type GuidePage } from "./guide-page";
import { shareSession } from "./session";

const session = shareSession();

const guided = (changes?: Partial<Scenario>, later?: Partial<Scenario>) => beginGuide(session(), changes, later);
const saves = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");
const isDiscoverable = () => session().site.saved().discoverable_by_mobile_phone;

const phoneLabel = "have your phone number find you";
const emailLabel = "have your email address find you";
const bob = { id: "99", handle: "bob_example", phone: "+15555550199", email: "bob@example.org" };

/** Whether the row with this label, and nothing else of its kind, is what is kept bright. */
async function expectBright(guide: GuidePage, label: string): Promise<void> {
  const row = await guide.page.waitForSelector(`xpath///label[contains(., "${label}")]`);
  await guide.waitFor(({ light }) => light !== null);
  await expect
    .poll(async () => {
      const bounds = await row?.boundingBox();
      const light = (await guide.read())?.light;
      if (!bounds || !light) return "nothing";
      const isInside = light.top <= bounds.y && bounds.y + bounds.height <= light.bottom;
      return isInside && light.bottom - light.top < 3 * bounds.height + 60 ? "the row" : { bounds, light };
    })
    .toBe("the row");
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
    await guide.press("skip");
    const offer = await guide.waitForTitle("You can go further");
    expect(offer.text).not.toContain("off");
    await guide.press("finish");
    const summary = await guide.waitForTitle("Here is where you stand");
    expect(summary.text).toContain("Still on: Finding you by phone number.");
    expect(summary.text).toContain("X has a number of yours on file");
    expect(summary.mood).toBe("calm");
    expect(saves()).toHaveLength(0);
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
    session().play(slow);
    await guide.page.reload();
    await guide.press("next");
    await guide.waitForTitle("You can go further");
  });

  it("is waited for as long where its memory cannot be read", async () => {
    const guide = await guided({ save: { kind: "saves", delay: 8000 }, memory: "unreachable" });
    await expectBright(guide, phoneLabel);
    await guide.press("switch-off");
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

describe("a tour that is interrupted", () => {
  it("waits for the password", async () => {
    const guide = await guided({}, { passwordWall: ["/settings/contacts"] });
    await guide.waitFor(({ text }) => text.includes("X asks for your password"));
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
    await guide.waitForTitle("Nobody is signed in to X in this window.");
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
    await guide.waitForTitle("X now says off.");
    expect(isDiscoverable()).toBe(false);
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

  it("is told apart from the other account's switch that the person has thrown by hand", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    session().play({ account: bob });
    await guide.clickBox(phoneLabel);
    await guide.waitForTitle("Another account is signed in now.");
  });

  it("points at nothing where the switch is not found beyond doubt", async () => {
    const guide = await guided({}, { boxes: "unknown-labels" });
    const shown = await guide.waitFor(({ text }) => text.includes("We can’t find this switch beyond doubt"));
    expect(shown.light).toBeNull();
    expect(shown.actions).not.toHaveProperty("switch-off");
  });
});

describe("every window and every person", () => {
  it.each(["ar", "he"])("is guided in the right-to-left language %s", async (language) => {
    const guide = await guided({ language });
    await guide.page.setViewport({ width: 1280, height: 800 });
    const { light, callout } = await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
    // The box stands at the row's left end, and the callout below it.
    expect(callout.left).toBeLessThan((light?.left ?? 0) + 40);
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
    expect(isDiscoverable()).toBe(false);
  });

  it("is guided at 200 % zoom", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    const zoom = (factor: number) =>
      guide.control.evaluate(`chrome.storage.session.get("guide:regular:x").then(({ "guide:regular:x": { tab } }) =>
        chrome.tabs.setZoom(tab, ${factor}))`);
    const before = await guide.page.evaluate(() => innerWidth);
    await zoom(2);
    try {
      await expect.poll(() => guide.page.evaluate(() => innerWidth)).toBeLessThan(before * 0.6);
      // The page has its new width a moment before the callout has its new place.
      await expect
        .poll(
          async () => {
            const width = await guide.page.evaluate(() => innerWidth);
            const shown = await guide.read();
            return shown?.light ? shown.callout.left >= 0 && shown.callout.right <= width : "no light";
          },
          { timeout: 15_000 },
        )
        .toBe(true);
    } finally {
      await zoom(1);
    }
    await expect.poll(() => guide.page.evaluate(() => innerWidth)).toBe(before);
    // The callout goes back beside its place a moment later: a click before that would land where its button was.
    await guide.waitFor(({ isDocked }) => !isDocked);
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
  });

  it("is guided in a window 360 pixels wide, the box and the callout both in sight", async () => {
    const guide = await guided();
    await guide.page.setViewport({ width: 360, height: 640 });
    await expectBright(guide, phoneLabel);
    const { callout } = await guide.waitFor(({ isDocked }) => isDocked);
    const box = await guide.page.$(`xpath///label[contains(., "${phoneLabel}")]//input`);
    const bounds = await box?.boundingBox();
    expect((bounds?.y ?? 999) + (bounds?.height ?? 0)).toBeLessThan(callout.top);
    expect(callout.left).toBe(0);
    expect(callout.right).toBe(360);
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
  });

  it("is guided by keyboard alone, whoever throws the switch", async () => {
    const guide = await guided();
    await guide.waitFor(({ focus }) => focus?.startsWith("callout") === true);
    await guide.page.keyboard.press("Tab");
    await guide.waitFor(({ focus }) => focus === "switch-off");
    await guide.page.keyboard.press("Enter");
    const done = await guide.waitForTitle("X now says off.");
    expect(done.focus).toMatch(/^callout/);
    await guide.page.keyboard.press("Tab");
    await guide.page.keyboard.press("Tab");
    await guide.waitFor(({ focus }) => focus === "undo");
    await guide.page.keyboard.press("Enter");
    await guide.waitForTitle("X now says on again.");
    // From the overlay to the site's own box, and a space on it.
    await guide.page.keyboard.press("Tab");
    await guide.page.keyboard.press("Tab");
    await guide.page.keyboard.press("Tab");
    await guide.waitFor(({ focus }) => focus?.includes("to-place") === true);
    await guide.page.keyboard.press("Enter");
    await guide.waitFor(({ focus }) => focus === null);
    expect(await guide.page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("checkbox");
  });

  it("can be closed with Escape, and by the cross", async () => {
    const guide = await guided();
    await guide.waitForTitle("Finding you by phone number");
    await guide.page.keyboard.press("Escape");
    await guide.waitForEnd();
    expect(await guide.page.$("[popover]")).toBeNull();
  });

  it("leaves the page's clicks to the page", async () => {
    const guide = await guided();
    await expectBright(guide, phoneLabel);
    await guide.page.click('a[href="/settings/phone"]');
    await guide.page.waitForSelector("input[name=current_phone]");
  });
});
