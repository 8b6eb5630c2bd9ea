import { describe, expect, it } from "vitest";
import { logged } from "../unit/logged-checks";
import { HistoryPage } from "./history-page";
import { shareSession } from "./session";

const session = shareSession();

const ada = { id: "1234567890", handle: "ada_example", phone: "+15555550123", email: "ada@example.org" };
const bob = { ...ada, id: "99", handle: "bob_example" };
const off = { discoverable_by_mobile_phone: false };
const openReport = () => HistoryPage.open(session().driven);

/** Makes one check after the other. */
async function checkAll(...scenarios: readonly Parameters<ReturnType<typeof session>["play"]>[0][]): Promise<void> {
  const popup = await session().openPopup();
  for (const scenario of scenarios) {
    session().play(scenario);
    await popup.check();
  }
  await popup.page.close();
}

describe("the history", () => {
  it("keeps every check, also a failed one, the newest first and each account apart", async () => {
    await checkAll({ account: ada, settings: off }, { account: bob }, { account: null }, { account: bob });
    const report = await openReport();
    expect(await report.checks()).toEqual([
      "@bob_example on X: exposed",
      "signed-out",
      "@bob_example on X: exposed",
      "@ada_example on X: protected",
    ]);
    // The other account's open switch is no change of this one's.
    expect(await report.page.$$("[data-change-of]")).toHaveLength(0);
    await report.page.select('[data-choice="account"]', "2");
    await report.waitForCount(1);
    expect(await report.checks()).toEqual(["@ada_example on X: protected"]);
  });

  it("lets a switch stand out that is on again, until it is off", async () => {
    await checkAll({ settings: off }, { settings: {} });
    const report = await openReport();
    expect(await report.page.$eval("[data-change-of]", (change) => change.getAttribute("data-kind"))).toBe("opened");
    await report.page.waitForSelector('[data-strip="on-again"] [data-again="x.phone"]');
    // Of the account that is shown it is said once, at the top.
    expect(await report.page.$('[data-alert="on-again"]')).toBeNull();
    await checkAll({ account: bob });
    await report.page.waitForSelector('[data-alert="on-again"]');
    expect(await report.text('[data-alert="on-again"]')).toContain(
      "@ada_example on X: “Finding you by phone number” is on again.",
    );
    await checkAll({ settings: off });
    await report.waitForCount(4);
    expect(await report.page.$('[data-alert="on-again"], [data-strip="on-again"]')).toBeNull();
  });

  it("can be deleted one by one, and all at once after asking", async () => {
    await checkAll({}, { account: bob }, {});
    const report = await openReport();
    await report.press("delete-check", "[data-check-time]:nth-child(2)");
    await report.waitForCount(2);
    expect(await report.checks()).toEqual(["@ada_example on X: exposed", "@ada_example on X: exposed"]);
    await report.press("delete-all");
    await report.press("delete-all-no");
    expect(await report.stored()).toHaveLength(2);
    await report.page.evaluate(`chrome.windows.getCurrent().then(async ({ id: window }) => {
      const guide = { ask: "guide", setting: "x.phone", account: "ada_example", site: "x", window };
      await chrome.runtime.sendMessage(guide);
      await chrome.runtime.sendMessage({ ask: "prepare", wish: guide, site: "x", window });
    })`);
    await report.page.bringToFront();
    await report.press("delete-all");
    await report.press("delete-all-yes");
    await report.waitForCount(0);
    expect(await report.stored()).toEqual([]);
    expect(await report.text()).toContain("There are no checks yet.");
    // Nothing is left to be seen anywhere.
    await report.page.waitForSelector('[data-section="findings"][data-check="idle"]');
    const popup = await session().openPopup();
    await popup.waitFor("idle");
    for (const area of ["local", "session"]) {
      const left = await report.page.evaluate(`chrome.storage.${area}.get().then(JSON.stringify)`);
      expect(left).not.toContain("ada_example");
    }
  });

  it("draws twenty checks of five hundred, and more on demand", async () => {
    const seed = await openReport();
    const now = Date.now();
    const checks = Array.from({ length: 500 }, (_, index) => logged({ site: "x", time: now - index * 86_400_000 }));
    await seed.store({ "history:checks": checks });
    await seed.waitForCount(20);
    await seed.press("show-more");
    await seed.waitForCount(40);
    await checkAll({});
    // The oldest went for the new one, a few at once.
    const [newest, ...others] = await seed.stored();
    expect(newest?.time).toBeGreaterThanOrEqual(now);
    expect(others).toEqual(checks.slice(0, others.length));
    expect(others.length).toBeGreaterThanOrEqual(489);
    expect(others.length).toBeLessThan(500);
  });

  it("that is empty says so, offers a check, and nothing that could not be done", async () => {
    const report = await openReport();
    expect(await report.text(".history-empty h3")).toBe("There are no checks yet.");
    expect(await report.page.$$('#take-along [data-action^="download"], :disabled')).toEqual([]);
    await report.press("check-from-history");
    await report.waitForCount(1);
    expect(await report.page.$(".history-empty")).toBeNull();
    await report.page.waitForSelector('[data-action="download-file"]');
  });

  it("is one entry for two popups that check at once, and loses nothing to two reports that write at once", async () => {
    session().play({ settingsAnswer: { kind: "ok", delay: 2000 } });
    const one = await session().openPopup();
    const other = await session().openPopup();
    await other.press("check");
    await one.page.bringToFront();
    await one.press("check");
    await one.waitFor("done");
    const first = await openReport();
    expect(await first.checks()).toHaveLength(1);
    await checkAll({}, { account: bob }, {});
    const second = await openReport();
    const [newest, next] = await second.stored();
    if (!newest || !next) throw new Error("There are too few checks.");
    await Promise.all([first.deleteByMessage(newest), second.deleteByMessage(next)]);
    await first.waitForCount(2);
    expect(await first.stored()).toHaveLength(2);
  });

  it("goes on with a damaged log, says what cannot be read, and deletes it on demand", async () => {
    await checkAll({});
    const report = await openReport();
    const [check] = await report.stored();
    await report.store({ "history:checks": [check, { ...check, version: 9 }, { time: 3 }, "half-wri"] });
    await report.page.waitForSelector('[data-unreadable="3"]');
    await checkAll({ settings: off });
    await report.waitForCount(2);
    expect(await report.checks()).toEqual(["@ada_example on X: protected", "@ada_example on X: exposed"]);
    expect(await report.page.$('[data-unreadable="3"]')).not.toBeNull();
    await report.press("delete-unreadable");
    await report.page.waitForFunction(() => document.querySelector("[data-unreadable]") === null);
    expect(await report.checks()).toHaveLength(2);
  });
});

describe("taking it along", () => {
  it("gives the same history after export, deletion and import, and nothing twice", async () => {
    await checkAll({ settings: off }, {}, { account: bob });
    const report = await openReport();
    const before = await report.stored();
    const file = await report.download("download-file");
    await report.press("delete-all");
    await report.press("delete-all-yes");
    await report.waitForCount(0);
    expect(await report.bringBack(file)).toBe("merged");
    await report.waitForCount(3);
    // What comes from a file is marked, since it is somebody's word.
    const marked = before.map((check) => ({ ...check, imported: true }));
    expect(await report.stored()).toEqual(marked);
    expect(await report.bringBack(file)).toBe("merged");
    expect(await report.stored()).toEqual(marked);
    expect(await report.page.$('[data-alert="on-again"]')).not.toBeNull();
  });

  it("leaves the account's name out of the files and of the page where that is wanted", async () => {
    await checkAll({});
    const report = await openReport();
    expect(await report.download("download-page")).toContain("@ada_example on X");
    await report.choose('[data-choice="leave-name-out"]');
    await report.page.waitForFunction(() => !document.body.textContent?.includes("ada_example"));
    expect(await report.download("download-file")).not.toContain("ada_example");
    const page = await report.download("download-page");
    expect(page).not.toContain("ada_example");
    expect(page).toContain("Account 1 on X");
  });

  it.each([
    ["something else", "<script>alert(1)</script>", "not-ours"],
    ["a later version", JSON.stringify({ format: "unlisted-history", version: 2, checks: [] }), "newer-version"],
    ["6 MB", "x".repeat(6 * 1024 * 1024), "too-large"],
    ["a file that was cut off", '{"format":"unlisted-history","version":1,"checks":[{"ver', "damaged"],
  ])("refuses %s with the reason, and changes nothing", async (_name, content, refusal) => {
    await checkAll({});
    const report = await openReport();
    const before = await report.stored();
    expect(await report.bringBack(content)).toBe(refusal);
    const said = await report.text("[data-import]");
    expect(said).toContain("“history.json” was not taken in.");
    expect(said).toContain("Nothing was changed");
    expect(await report.page.$("[data-import] .icon")).not.toBeNull();
    expect(await report.stored()).toEqual(before);
  });

  it("draws hostile words of a file as words", async () => {
    const report = await openReport();
    const check = logged({ site: "<script>alert(1)</script>", account: '"><img src=x onerror=alert(1)>' });
    const file = { format: "unlisted-history", version: 1, exportedAt: 1, checks: [check] };
    expect(await report.bringBack(JSON.stringify(file))).toBe("merged");
    await report.waitForCount(1);
    expect(await report.text("#history")).toContain('@"><img src=x onerror=alert(1)> on <script>alert(1)</script>');
    expect(await report.page.$("#history img")).toBeNull();
  });

  it("draws all of it before it is printed", async () => {
    const report = await openReport();
    await report.store({
      "history:checks": Array.from({ length: 60 }, (_, index) => logged({ site: "x", time: index + 1 })),
    });
    await report.waitForCount(20);
    await report.page.evaluate(`
      void (globalThis.printed = new Promise((resolve) => {
        globalThis.print = () => resolve(document.querySelectorAll("[data-check-time]").length);
      }))`);
    await report.press("print");
    expect(await report.page.evaluate("globalThis.printed")).toBe(60);
  });
});

describe("the reminder", () => {
  /** In how many days the alarm will ring, or `null`. */
  const readAlarm = `chrome.alarms.get("reminder").then((alarm) => alarm && (alarm.scheduledTime - Date.now()) / 86_400_000)`;

  it("is off until it is wanted, and then set for the day", async () => {
    const report = await openReport();
    expect(await report.page.$eval('input[name="reminder"]:checked', (input) => input.getAttribute("value"))).toBe("0");
    const alarm = async () => (await report.page.evaluate(readAlarm)) ?? null;
    expect(await alarm()).toBeNull();
    await report.choose('input[name="reminder"][value="3"]');
    await report.page.waitForSelector('[data-due="false"]');
    // The page shows what is wanted: the alarm is set after that.
    await expect.poll(alarm).not.toBeNull();
    const days = await alarm();
    expect(days).toBeGreaterThan(88);
    expect(days).toBeLessThan(93);
    await report.choose('input[name="reminder"][value="0"]');
    await report.page.waitForFunction(() => document.querySelector("[data-due]") === null);
    await expect.poll(alarm).toBeNull();
  });

  it("marks the button when it is time, checks nothing by itself, and ends with a check", async () => {
    const report = await openReport();
    await report.choose('input[name="reminder"][value="1"]');
    await report.page.waitForSelector('[data-due="false"]');
    expect(await report.badge()).toBe("");
    // A month has passed: the alarm rings.
    const { reminder } = (await report.page.evaluate(`chrome.storage.local.get("reminder")`)) as { reminder: object };
    await report.store({ reminder: { ...reminder, dueAt: Date.now() - 1000 } });
    await report.page.evaluate(`void chrome.alarms.create("reminder", { when: Date.now() - 1000 })`);
    await report.waitForBadge("1");
    await report.page.waitForSelector('[data-due="true"]');
    expect(await report.stored()).toEqual([]);
    await checkAll({});
    await report.waitForBadge("");
    await report.page.waitForSelector('[data-due="false"]');
  });

  it("says so when the browser refuses notifications, and shows none", async () => {
    const report = await openReport();
    await report.choose('input[name="reminder"][value="1"]');
    await report.page.waitForSelector('[data-choice="notify"]');
    await report.page.evaluate(`
      for (const { permissions } of [globalThis.browser ?? chrome, chrome])
        permissions.request = (wanted, answer) => answer ? answer(false) : Promise.resolve(false)`);
    await report.choose('[data-choice="notify"]');
    await report.page.waitForSelector('[data-notify="refused"]');
    expect(await report.page.$('[data-choice="notify"]:checked')).toBeNull();
    const kept = await report.page.evaluate(`chrome.storage.local.get("reminder")`);
    expect(kept).toMatchObject({ reminder: { months: 1, notifies: false } });
    await report.choose('input[name="reminder"][value="0"]');
    await report.page.waitForFunction(() => document.querySelector("[data-due]") === null);
  });
});
