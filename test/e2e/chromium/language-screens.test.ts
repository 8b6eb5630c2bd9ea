import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import { readCatalogues } from "../../../src/locales/catalogues";
import { openWelcome } from "../extension-pages";
import { beginGuide } from "../guide-page";
import { findOverflow } from "../overflow";
import { ReportPage } from "../report-page";
import { shareSession } from "../session";

const catalogues = await readCatalogues();

/** The languages that need the most room, by how much they write. */
const longest = [...catalogues]
  .map(([name, texts]) => ({ name, length: [...texts.values()].join("").length }))
  .sort((one, other) => other.length - one.length)
  .slice(0, 4)
  .map(({ name }) => name);

/** Those whose photographs are looked at, those from right to left, and the longest. */
const languages = [...new Set(["en", "de", "fa", "ja", "hi", "ar", "he", ...longest])].filter((name) =>
  catalogues.has(name),
);

const session = shareSession();

describe.each(languages)("in %s, everything fits", (language) => {
  beforeAll(() => session().speak(language));

  async function photograph(page: Page, name: string, width: number): Promise<void> {
    await mkdir("artifacts", { recursive: true });
    await page.setViewport({ width, height: width > 400 ? 800 : 600, deviceScaleFactor: width > 400 ? 1 : 2 });
    expect(await findOverflow(page), `${name}, ${width} px wide`).toEqual([]);
    await page.screenshot({
      optimizeForSpeed: true,
      path: `artifacts/language-${language}-${name}.png`,
      fullPage: name !== "guide",
    });
  }

  it("in the popup", async () => {
    const popup = await session().openPopup();
    const [spoken] = (await popup.page.$eval("html", ({ lang }) => lang)).split("-");
    expect(spoken).toBe(language.split("_")[0]);
    await photograph(popup.page, "popup-welcome", 360);
    await popup.check();
    await photograph(popup.page, "popup-exposed", 360);
    await popup.explain();
    await photograph(popup.page, "popup-explained", 360);
    session().play({ account: null });
    await popup.check();
    await photograph(popup.page, "popup-unknown", 360);
  });

  it("on the first page", async () => {
    const page = await openWelcome(session().driven);
    await photograph(page, "welcome-narrow", 360);
    await photograph(page, "welcome", 1000);
  });

  it("in the report", async () => {
    const report = await ReportPage.open(session().driven);
    await report.check();
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    await report.check();
    await report.choose("region", "GB");
    await report.chooseKnownDigits(2);
    await photograph(report.page, "report-narrow", 360);
    await photograph(report.page, "report", 1000);
  });

  it("in the guide", async () => {
    const guide = await beginGuide(session());
    await guide.page.setViewport({ width: 1100, height: 760 });
    await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
    await mkdir("artifacts", { recursive: true });
    await guide.photograph(`artifacts/language-${language}-guide`);
    await guide.page.setViewport({ width: 360, height: 640 });
    await guide.waitFor(({ light, isDocked }) => light !== null && isDocked);
    const copy = await session().driven.browser.newPage();
    await copy.setViewport({ width: 360, height: 640 });
    await copy.setContent(await guide.drawing());
    expect(await findOverflow(copy)).toEqual([]);
  });
});
