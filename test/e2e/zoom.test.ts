import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { openWelcome } from "./extension-pages";
import { findOverflow } from "./overflow";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

/** A small screen; and a window of 1280 by 800 at a zoom of 200 and of 400 per cent. */
const windows = [
  ["320 px wide", 320, 568],
  ["at 200 % zoom", 640, 400],
  ["at 400 % zoom", 320, 200],
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

describe.each(windows)("in a window %s, nothing is lost", (_name, width, height) => {
  it("of the popup", async () => {
    const { page } = await checkedPopup();
    await page.setViewport({ width, height });
    expect(await findOverflow(page)).toEqual([]);
    await spaceOut(page);
    expect(await findOverflow(page)).toEqual([]);
    // The foot that sticks to the edge leaves room for what it stands before.
    const foot = await page.$eval(".actions", (foot) => foot.getBoundingClientRect().height);
    expect(foot / height).toBeLessThan(0.5);
  });

  it("of the report", async () => {
    const { page } = await checkedReport();
    await page.setViewport({ width, height });
    expect(await findOverflow(page)).toEqual([]);
    await spaceOut(page);
    const cut = await findOverflow(page);
    // The picture's writing stands in a table below it, too, where it may wrap.
    const inPicture = await page.$$eval(".picture text", (all) => all.map((text) => text.textContent ?? ""));
    expect(cut.filter((text) => !inPicture.some((words) => words.includes(text)))).toEqual([]);
  });

  it("of the first page", async () => {
    const page = await openWelcome(session().driven);
    await page.setViewport({ width, height });
    expect(await findOverflow(page)).toEqual([]);
    await spaceOut(page);
    expect(await findOverflow(page)).toEqual([]);
  });
});

async function checkedPopup() {
  const popup = await session().openPopup();
  await popup.check();
  await popup.explain();
  return popup;
}

async function checkedReport() {
  const report = await ReportPage.open(session().driven);
  await report.check();
  await report.choose("region", "GB");
  return report;
}
