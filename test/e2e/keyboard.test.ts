import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { openWelcome } from "./extension-pages";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";
import { WhyPage } from "./why-page";

const session = shareSession();

/** What has the focus: its name for people, and whether that can be seen. */
interface Focus {
  readonly name: string;
  readonly action: string | null;
  readonly isVisible: boolean;
  readonly top: number;
}

function readFocus(page: Page): Promise<Focus | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A hidden file input is seen by its label.
    const shown = element.closest("label") ?? element;
    const { outlineStyle, outlineWidth } = [element, shown]
      .map((each) => getComputedStyle(each))
      .reduce((own, other) => (own.outlineStyle === "none" ? other : own));
    const label = element.getAttribute("aria-label") ?? shown.textContent?.trim() ?? "";
    return {
      name: label || element.tagName,
      action: element.getAttribute("data-action"),
      isVisible: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      top: shown.getBoundingClientRect().top + scrollY,
    };
  });
}

/**
 * Presses Tab, or Shift and Tab, until something with this action has the focus. Around the page's end lies the browser's
 * own frame, from which Firefox's driver does not come back: so the way that is shorter is not always the way.
 */
async function tabTo(page: Page, action: string, way: "on" | "back" = "on"): Promise<void> {
  if (way === "back") await page.keyboard.down("Shift");
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await readFocus(page))?.action !== action) continue;
    if (way === "back") await page.keyboard.up("Shift");
    return;
  }
  throw new Error(`Tab does not lead to ${action}.`);
}

/** Presses Tab from the page's start to its end, and tells everything that had the focus. */
async function walk(page: Page): Promise<readonly Focus[]> {
  const met: Focus[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await readFocus(page);
    const isAround = focus === null || (met.length > 1 && focus.name === met[0]?.name && focus.top === met[0]?.top);
    if (isAround) break;
    met.push(focus);
  }
  return met;
}

describe("by keyboard alone", () => {
  it("a person checks, switches off and undoes in the popup", async () => {
    const { page, waitFor, changeOutcome } = await popupByKeys();
    await tabTo(page, "check");
    await page.keyboard.press("Enter");
    await waitFor("done");
    await tabTo(page, "switch-off", "back");
    await page.keyboard.press(" ");
    await page.waitForSelector('[data-setting="x.phone"][data-verdict="protected"]');
    expect(await changeOutcome()).toBe("done");
    await tabTo(page, "undo");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-setting="x.phone"][data-verdict="exposed"]');
  });

  it("a person sees where they are, from top to bottom of the popup", async () => {
    const { page, waitFor } = await popupByKeys();
    await tabTo(page, "check");
    await page.keyboard.press("Enter");
    await waitFor("done");
    await page.click("[data-explanation] > summary");
    await page.waitForSelector("[data-explanation][open] section");
    const met = await walk(page);
    expect(met.length).toBeGreaterThan(15);
    expect(met.filter(({ isVisible }) => !isVisible)).toEqual([]);
    const [last] = met.slice(-1);
    expect(last?.action).toBe("check");
    const tops = met.slice(0, -1).map(({ top }) => Math.round(top));
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
  });

  it("a person sees where they are, all through the report", async () => {
    const popup = await session().openPopup();
    await popup.check();
    // Opened afterwards: the way begins at its top.
    const report = await ReportPage.open(session().driven);
    await report.page.bringToFront();
    const met = await walk(report.page);
    expect(met.length).toBeGreaterThan(25);
    expect(met.filter(({ isVisible }) => !isVisible)).toEqual([]);
    // What stands side by side is met in the order of reading: never far back up.
    const backwards = met.filter(({ top }, index) => index > 0 && top < (met[index - 1]?.top ?? 0) - 420);
    expect(backwards).toEqual([]);
  });

  it("a person sees where they are on the page on why it matters, and first of all how to leave", async () => {
    const { page } = await WhyPage.open(session().driven);
    const met = await walk(page);
    expect(met.length).toBeGreaterThan(20);
    expect(met[0]?.action).toBe("leave");
    expect(met.filter(({ isVisible }) => !isVisible)).toEqual([]);
  });

  it("a person makes the first check", async () => {
    const page = await openWelcome(session().driven);
    await page.bringToFront();
    await tabTo(page, "check");
    expect((await readFocus(page))?.isVisible).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-section="findings"][data-check="done"]');
  });
});

async function popupByKeys() {
  const popup = await session().openPopup();
  await popup.page.bringToFront();
  return {
    page: popup.page,
    waitFor: (state: "done") => popup.waitFor(state),
    changeOutcome: () => popup.changeOutcome(),
  };
}
