import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { openReadFirst, openWelcome } from "./extension-pages";
import { findOverflow } from "./overflow";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";
import { WhyPage } from "./why-page";

const session = shareSession();

/** A small screen; and a window of 1280 by 800 at a zoom of 200 and of 400 per cent. */
const windows = [
  { name: "320 px wide", width: 320, height: 568 },
  { name: "at 200 % zoom", width: 640, height: 400 },
  { name: "at 400 % zoom", width: 320, height: 200 },
] as const;

/** Lines, letters and words as far apart as people who need it may set them. */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** Looks at a page in every window, as it is and spaced out. */
async function* eachWindow(page: Page): AsyncGenerator<{ window: string; height: number; isSpacedOut: boolean }> {
  for (const isSpacedOut of [false, true]) {
    if (isSpacedOut) await spaceOut(page);
    for (const { name, width, height } of windows) {
      await page.setViewport({ width, height });
      yield { window: isSpacedOut ? `${name}, spaced out` : name, height, isSpacedOut };
    }
  }
}

describe("in a small window or at a high zoom, nothing is lost", () => {
  it("of the popup", async () => {
    const popup = await session().openPopup();
    await popup.check();
    await popup.explain();
    const { page } = popup;
    for await (const { window, height, isSpacedOut } of eachWindow(page)) {
      expect(await findOverflow(page), window).toEqual([]);
      if (!isSpacedOut) continue;
      // The foot that sticks to the edge leaves room for what it stands before.
      const foot = await page.$eval(".foot", (foot) => foot.getBoundingClientRect().height);
      expect(foot / height, window).toBeLessThan(0.5);
    }
  });

  it("of the report", async () => {
    const report = await ReportPage.open(session().driven);
    await report.check();
    await report.page.waitForSelector("[data-check-time]");
    for await (const { window } of eachWindow(report.page)) {
      expect(await findOverflow(report.page), window).toEqual([]);
    }
  });

  it("of the page on why it matters", async () => {
    const why = await WhyPage.open(session().driven);
    await why.choose("region", "GB");
    const { page } = why;
    for await (const { window, isSpacedOut } of eachWindow(page)) {
      const cut = await findOverflow(page);
      // The picture's writing stands in a table below it, too, where it may wrap.
      const excused = isSpacedOut
        ? await page.$$eval(".picture text", (all) => all.map((text) => text.textContent ?? ""))
        : [];
      const lost = cut.filter((text) => !excused.some((words) => words.includes(text)));
      expect(lost, window).toEqual([]);
    }
  });

  it.each(Object.entries({ "first page": openWelcome, "page to read first": openReadFirst }))(
    "of the %s",
    async (_name, open) => {
      const page = await open(session().driven);
      for await (const { window } of eachWindow(page)) expect(await findOverflow(page), window).toEqual([]);
    },
  );
});
