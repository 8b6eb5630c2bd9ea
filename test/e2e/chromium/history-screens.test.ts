import { describe, expect, it } from "vitest";
import type { LoggedCheck } from "../../../src/history/logged-check";
import { HistoryPage } from "../history-page";
import { shareSession } from "../session";

const session = shareSession();

const bob = { id: "99", handle: "bob_example", phone: null, email: "bob@example.org" };
const off = { discoverable_by_mobile_phone: false, discoverable_by_email: false };
const day = 24 * 60 * 60_000;

/** A dozen checks of two accounts, made for real and dated back a week each. */
async function prepare(): Promise<HistoryPage> {
  const { play, openPopup, driven } = session();
  const popup = await openPopup();
  const rounds = [
    { settings: {} },
    { settings: off },
    { settings: off, account: bob },
    { account: null },
    { settings: { ...off, allow_media_tagging: "all" } },
    { account: bob },
    { settingsAnswer: { kind: "status", status: 500 } },
    { settings: { ...off, allow_media_tagging: "none" } },
    { settings: off, account: bob },
    { omit: ["discoverable_by_mobile_phone"], settings: off },
    { settings: { ...off, discoverable_by_mobile_phone: true, allow_media_tagging: "none" } },
  ] as const;
  for (const changes of rounds) {
    play(changes as Parameters<typeof play>[0]);
    await popup.check();
  }
  play({ settings: { discoverable_by_mobile_phone: true } });
  await popup.check();
  const report = await HistoryPage.open(driven);
  const checks = await report.stored();
  const dated = checks.map((check: LoggedCheck, index) => ({
    ...check,
    time: check.time - index * 7 * day,
    asOf: check.asOf - index * 7 * day,
  }));
  await report.store({ "history:checks": [...dated, { time: 5 }] });
  await report.page.waitForSelector('[data-unreadable="1"]');
  await report.choose('input[name="reminder"][value="3"]');
  await report.page.waitForSelector('[data-due="false"]');
  return report;
}

describe("the report's history", () => {
  it("in light and dark, wide and narrow, on paper and as a saved page", async () => {
    const report = await prepare();
    expect(await report.checks()).toHaveLength(12);
    for (const scheme of ["light", "dark"]) {
      await report.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const width of [1200, 360]) await report.photograph(`artifacts/history-${scheme}-${width}.png`, width);
      expect(await report.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    }
    await report.press("delete-all");
    expect(await report.bringBack("garbage")).toBe("not-ours");
    await report.photograph("artifacts/history-asking-360.png", 360);
    await report.press("delete-all-no");
    await report.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await report.page.emulateMediaType("print");
    await report.photograph("artifacts/history-print.png", 800);
    await report.page.emulateMediaType("screen");

    const saved = await report.download("download-page");
    const page = await session().driven.browser.newPage();
    await page.setContent(saved);
    await page.setViewport({ width: 800, height: 900 });
    await page.screenshot({ optimizeForSpeed: true, path: "artifacts/history-saved-page.png", fullPage: true });
    await page.close();

    await report.press("delete-all");
    await report.press("delete-all-yes");
    await report.waitForCount(0);
    await report.photograph("artifacts/history-empty.png", 1200);
    await report.choose('input[name="reminder"][value="0"]');
  });
});
