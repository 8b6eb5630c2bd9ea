import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { beginGuide, expectBright, phoneLabel } from "./guide-page";
import { shareSession } from "./session";

const session = shareSession();

const guided = (changes?: Partial<Scenario>, later?: Partial<Scenario>) => beginGuide(session(), changes, later);
const isDiscoverable = () => session().site.saved().discoverable_by_mobile_phone;

describe("every window and every person", () => {
  it.each(["ar", "he"])("is guided in the right-to-left language %s", async (language) => {
    const guide = await guided({ language });
    await guide.page.setViewport({ width: 1280, height: 800 });
    const { light, callout } = await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
    // The box stands at the row's left end, and the callout below it.
    expect(callout.left).toBeLessThan((light?.left ?? 0) + 40);
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
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
    await guide.waitForTitle("The switch is off. X has saved it.");
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
    await guide.waitForTitle("The switch is off. X has saved it.");
  });

  it("is guided by keyboard alone, whoever throws the switch", async () => {
    const guide = await guided();
    // The callout has the focus a moment after it is drawn.
    const waitUntilReady = (wanted: string) =>
      guide.waitFor(({ title, focus }) => title === wanted && focus?.startsWith("callout") === true);
    await waitUntilReady("Finding you by phone number");
    await guide.page.keyboard.press("Tab");
    await guide.waitFor(({ focus }) => focus === "switch-off");
    await guide.page.keyboard.press("Enter");
    await waitUntilReady("The switch is off. X has saved it.");
    await guide.page.keyboard.press("Tab");
    await guide.page.keyboard.press("Tab");
    await guide.waitFor(({ focus }) => focus === "undo");
    await guide.page.keyboard.press("Enter");
    await waitUntilReady("The switch is on again. X has saved it.");
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
