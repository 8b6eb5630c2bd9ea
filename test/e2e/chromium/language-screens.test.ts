import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { readCatalogues } from "../../../src/locales/catalogues";
import { openReadFirst, openWelcome } from "../extension-pages";
import { openGuide } from "../guide-page";
import { findOverflow } from "../overflow";
import { ReportPage } from "../report-page";
import { shareSession } from "../session";
import { WhyPage } from "../why-page";

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

async function photograph(page: Page, name: string, width: number): Promise<void> {
  await mkdir("artifacts", { recursive: true });
  const isPopup = name.includes("popup");
  await page.setViewport({ width, height: width > 400 ? 800 : 600, deviceScaleFactor: isPopup ? 2 : 1 });
  expect(await findOverflow(page), `${name}, ${width} px wide`).toEqual([]);
  // The masthead stays in sight wherever the page stands.
  await page.evaluate("scrollTo(0, 0)");
  await page.screenshot({ optimizeForSpeed: true, path: `artifacts/language-${name}.png`, fullPage: true });
}

it.each(languages)("in %s, everything fits: popup, guide and all pages", async (language) => {
  const { speak, play, openPopup, driven } = session();
  await speak(language);
  const popup = await openPopup();
  const [spoken] = (await popup.page.$eval("html", ({ lang }) => lang)).split("-");
  expect(spoken).toBe(language.split("_")[0]);
  await photograph(popup.page, `${language}-popup-welcome`, 360);
  await popup.check();
  await photograph(popup.page, `${language}-popup-exposed`, 360);
  await popup.explain();
  await photograph(popup.page, `${language}-popup-explained`, 360);

  const guide = await openGuide(driven, popup);
  await guide.page.setViewport({ width: 1100, height: 760 });
  await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
  await guide.photograph(`artifacts/language-${language}-guide`);
  await guide.page.setViewport({ width: 360, height: 640 });
  await guide.waitFor(({ light, isDocked }) => light !== null && isDocked);
  const copy = await driven.browser.newPage();
  await copy.setViewport({ width: 360, height: 640 });
  await copy.setContent(await guide.drawing());
  expect(await findOverflow(copy)).toEqual([]);
  await guide.page.close();
  await guide.waitForEnd();

  await popup.page.bringToFront();
  play({ account: null });
  await popup.check();
  await photograph(popup.page, `${language}-popup-unknown`, 360);

  const report = await ReportPage.open(driven);
  play({ settings: { discoverable_by_mobile_phone: false } });
  await report.check();
  await photograph(report.page, `${language}-report-narrow`, 360);
  await photograph(report.page, `${language}-report`, 1000);

  const why = await WhyPage.open(driven);
  await why.choose("region", "GB");
  await why.chooseKnownDigits(2);
  await photograph(why.page, `${language}-why-narrow`, 360);
  await photograph(why.page, `${language}-why`, 1000);

  const readFirst = await openReadFirst(driven);
  await photograph(readFirst, `${language}-read-first-narrow`, 360);

  const welcome = await openWelcome(driven);
  await photograph(welcome, `${language}-welcome-narrow`, 360);
  await photograph(welcome, `${language}-welcome`, 1000);
});
