import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { readEnglish } from "../src/locales/catalogues";
import { profiles } from "../src/sites/profiles";
import { beginGuide } from "../test/e2e/guide-page";
import { PopupPage } from "../test/e2e/popup-page";
import { ReportPage } from "../test/e2e/report-page";
import { WhyPage } from "../test/e2e/why-page";
import { buildExtension } from "../test/harness/build-extension";
import { findBrowser } from "../test/harness/find-browser";
import { launchBrowser } from "../test/harness/launch";
import { type Scenario, scenario } from "../test/practice-site/scenario";
import { startPracticeSite } from "../test/practice-site/server";

/** `npm run screenshots`: the stores' pictures, 1280 by 800, taken of the real extension on the practice site. */
const folder = "store/screenshots";
const size = { width: 1280, height: 800 };
const bothOn = { discoverable_by_mobile_phone: true, discoverable_by_email: true };

await findBrowser("chrome");
await buildExtension();
const english = await readEnglish();
const [{ name }] = profiles;
const practice = await startPracticeSite();
const driven = await launchBrowser("chrome", { port: practice.port, headless: true, answersPrompts: true });
await driven.allowSites();
await mkdir(folder, { recursive: true });
const play = (changes: Partial<Scenario> = {}) => practice.play(scenario(changes));

play({ settings: bothOn });
const popup = new PopupPage(await driven.openPopupTab());
await popup.check();
await save("1-found", await beside(await pictureOf(popup.page), say("question"), say("introduction")));

const guide = await beginGuide(
  { driven, play, openPopup: async () => new PopupPage(await driven.openPopupTab()) },
  { settings: bothOn },
);
await guide.page.setViewport(size);
await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
await save("2-guided", await guide.page.screenshot());
await guide.press("close");

await popup.page.bringToFront();
await popup.press("switch-off");
await popup.page.waitForSelector('[data-setting="x.phone"][data-verdict="protected"]');
await popup.page.evaluate("scrollTo(0, 0)");
await save("3-proven", await beside(await pictureOf(popup.page), say("guide.now-off"), say("guide.why-checking")));

const why = await WhyPage.open(driven);
await why.choose("region", "GB");
await save("4-explained", await pictureOfPart(why.page, "#risk"));
const report = await ReportPage.open(driven);
await save("5-remembered", await pictureOfPart(report.page, "#history"));

await driven.close();
await practice.close();

function say(key: string): string {
  return (english[key]?.[0] ?? "").replaceAll("{site}", name);
}

/** The popup as it is when it opens, at twice its size in pixels. */
async function pictureOf(page: Page): Promise<Uint8Array> {
  await page.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
  return page.screenshot();
}

async function pictureOfPart(page: Page, selector: string): Promise<Uint8Array> {
  await page.setViewport(size);
  await page.$eval(selector, (part) => part.scrollIntoView());
  return page.screenshot();
}

/** A picture of the popup beside what it is about. */
async function beside(picture: Uint8Array, title: string, words: string): Promise<Uint8Array> {
  const page = await driven.browser.newPage();
  await page.setViewport(size);
  await page.setContent(`<!doctype html><style>
    body { display: grid; grid-template-columns: 1fr 420px; gap: 80px; align-items: center; block-size: 800px;
      margin: 0; padding: 0 100px; box-sizing: border-box; background: #eef1f8; color: #16191f;
      font: 24px/1.45 system-ui, sans-serif }
    h1 { margin: 0 0 24px; font-size: 46px; line-height: 1.15; text-wrap: balance }
    p { margin: 0; color: #4a5160 }
    img { inline-size: 408px; border-radius: 16px; box-shadow: 0 12px 44px rgb(22 25 31 / 22%) }
  </style><div><h1>${title}</h1><p>${words}</p></div>
  <img src="data:image/png;base64,${Buffer.from(picture).toString("base64")}">`);
  const whole = await page.screenshot();
  await page.close();
  return whole;
}

async function save(shot: string, picture: Uint8Array): Promise<void> {
  await writeFile(`${folder}/${shot}.png`, picture);
}
