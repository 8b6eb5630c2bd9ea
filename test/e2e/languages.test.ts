import { beforeAll, describe, expect, it } from "vitest";
import { openReadFirst, openWelcome } from "./extension-pages";
import { beginGuide } from "./guide-page";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";
import { WhyPage } from "./why-page";

/** One language from left to right and one from right to left. */
const spoken = [
  {
    language: "de",
    tag: "de",
    direction: "ltr",
    box: "Telefonnummer haben",
    figures: "Milliarden",
  },
  {
    language: "fa",
    tag: "fa",
    direction: "rtl",
    box: "شماره تلفنتان",
    figures: "میلیارد",
  },
] as const;

const session = shareSession();

describe.each(spoken)("in $language", ({ language, tag, direction, box, figures }) => {
  beforeAll(() => session().speak(language));

  it("speaks with one tongue, in its own direction and digits, from the check to the end of the guide", async () => {
    const { openPopup, driven } = session();
    const popup = await openPopup();
    const page = () => popup.page.$eval("html", ({ lang, dir }) => ({ lang, dir }));
    expect(await page()).toEqual({ lang: tag, dir: direction });
    await popup.check();
    await popup.explain();
    const told = await popup.text();
    expect(told).not.toMatch(/\b(?:the|your|who)\b|site\.|\{|undefined/);
    expect(told).toContain(figures);
    expect(told.includes("۲")).toBe(language === "fa");
    await popup.page.close();

    const guide = await beginGuide(session(), { settings: { discoverable_by_email: true } });
    const asking = await guide.waitFor(({ light }) => light !== null);
    expect(asking.text).toContain(box);
    expect(asking.text).not.toMatch(/\b(?:the|your|who)\b/);
    await guide.press("switch-off");
    await guide.waitFor(({ mood }) => mood === "good");
    await guide.press("next");
    await guide.press("skip");
    await guide.press("finish");
    await guide.press("remind");
    // The cross at the corner is there throughout: the button below the summary is the only other.
    await guide.waitFor(({ actions }) => Object.keys(actions).join() === "close");
    await guide.press("close");
    await guide.waitForEnd();

    const report = await ReportPage.open(driven);
    const why = await WhyPage.open(driven);
    await why.choose("region", "GB");
    expect((await why.figures())["GB.all.twitter-2019"]).toBeTruthy();
    for (const page of [report.page, why.page, await openReadFirst(driven), await openWelcome(driven)]) {
      expect(await page.$eval("body", (body) => body.innerText)).not.toMatch(/\b(?:your|which|whether)\b/);
    }
  });

  it("tells in the browser's own list of extensions what it is", async () => {
    const popup = await session().openPopup();
    const description = await popup.page.evaluate("chrome.runtime.getManifest().description");
    expect(description).not.toContain("strangers");
    expect(description).not.toContain("__MSG");
  });
});
