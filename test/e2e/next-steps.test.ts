import { describe, expect, it } from "vitest";
import { press } from "./extension-pages";
import type { PopupPage } from "./popup-page";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

const bothOff = { discoverable_by_mobile_phone: false, discoverable_by_email: false };
const day = 24 * 60 * 60_000;

async function checked(settings: Readonly<Record<string, boolean>>): Promise<PopupPage> {
  session().play({ settings });
  const popup = await session().openPopup();
  await popup.check();
  return popup;
}

const read = (popup: PopupPage, key: string): Promise<unknown> =>
  popup.page.evaluate(`chrome.storage.local.get("${key}").then((found) => found["${key}"])`);

/** Moves what was kept back in time, as if the check had been made so long ago. */
async function age(popup: PopupPage, by: number): Promise<void> {
  await popup.page.evaluate(`
    chrome.storage.local.get("results:regular:x").then(({ "results:regular:x": kept }) => {
      kept.latest.asOf -= ${by};
      return chrome.storage.local.set({ "results:regular:x": kept });
    })`);
}

describe("after good news", () => {
  it("comes the reminder, by one click", async () => {
    const popup = await checked(bothOff);
    expect(await popup.forward()).toBe("remind");
    await popup.press("remind");
    await popup.page.waitForFunction(() => !document.querySelector("[data-forward]"));
    expect(await read(popup, "reminder")).toMatchObject({ months: 3 });
  });

  it("that is a month old it loses its green, and after three a look is put forward", async () => {
    const popup = await checked(bothOff);
    const green = await popup.page.$eval(".verdict", (card) => getComputedStyle(card).backgroundColor);
    await age(popup, 40 * day);
    await popup.page.waitForSelector('.verdict[data-age="aging"]');
    expect(await popup.page.$eval(".verdict", (card) => getComputedStyle(card).backgroundColor)).not.toBe(green);
    expect(await popup.page.$eval(".verdict h2", ({ textContent }) => textContent)).toMatch(
      /^On .+ both switches were off\.$/,
    );
    expect(await popup.forward()).toBe("remind");
    await age(popup, 60 * day);
    await popup.page.waitForSelector('.verdict[data-age="old"]');
    expect(await popup.forward()).toBe("check");
    expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "protected" });
  });
});

describe("a reminder that is due", () => {
  it("says so, puts a look forward, and can be put off", async () => {
    const popup = await checked(bothOff);
    // A check counts the time anew before the button tells of it: until then a reminder that is set would be counted from it.
    await expect.poll(() => popup.page.evaluate("chrome.action.getTitle({})")).toContain("when you last checked");
    await popup.page.evaluate(
      `chrome.storage.local.set(${JSON.stringify({
        reminder: { version: 1, months: 3, notifies: false, dueAt: Date.now() - day, isTold: true },
      })})`,
    );
    await popup.page.waitForSelector('[data-strip="due"]');
    expect(await popup.text()).toContain("It’s time to look again. You asked to be reminded every 3 months.");
    expect(await popup.forward()).toBe("check");
    await popup.press("remind-later");
    await popup.page.waitForFunction(() => !document.querySelector('[data-strip="due"]'));
    const { dueAt } = (await read(popup, "reminder")) as { dueAt: number };
    expect(dueAt - Date.now()).toBeGreaterThan(27 * day);
  });
});

describe("nobody signed in", () => {
  it("leads to the site's sign-in", async () => {
    session().play({ account: null });
    const popup = await session().openPopup();
    await popup.check();
    expect(await popup.forward()).toBe("sign-in");
    await popup.press("open-page");
    await expect
      .poll(async () => (await session().openSiteAddresses()).map((address) => new URL(address).pathname))
      .toEqual(["/i/flow/login"]);
  });
});

describe("a switch that is on again", () => {
  async function onAgain(): Promise<PopupPage> {
    const popup = await checked(bothOff);
    session().play({ settings: { ...bothOff, discoverable_by_mobile_phone: true } });
    await popup.check();
    await popup.page.waitForSelector('[data-strip="on-again"]');
    return popup;
  }

  it("comes before all else, in popup and report, with what to do about it", async () => {
    const popup = await onAgain();
    const first = (page: PopupPage["page"]) =>
      page.$eval(":is(.strip, .verdict)", (element) => element.getAttribute("data-strip"));
    expect(await first(popup.page)).toBe("on-again");
    expect(await popup.forward()).toBe("switch-off");
    expect(await popup.page.$eval('[role="status"]', ({ textContent }) => textContent)).toMatch(/^On again\./);
    const report = await ReportPage.open(session().driven);
    await report.page.waitForSelector('[data-strip="on-again"]');
    expect(await first(report.page)).toBe("on-again");
    expect(await report.page.$('[data-forward="switch-off"]')).not.toBeNull();
    await press(report.page, '[data-action="sessions"]');
    await expect
      .poll(async () => (await session().openSiteAddresses()).map((address) => new URL(address).pathname))
      .toEqual(["/settings/sessions"]);
  });

  it("is no warning any more once the person has said that they did it, until it is on again anew", async () => {
    const popup = await onAgain();
    await popup.press("own-doing");
    await popup.page.waitForFunction(() => !document.querySelector('[data-strip="on-again"]'));
    await popup.check();
    expect(await popup.strips()).toEqual({});
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    await popup.press("switch-off");
    await popup.page.waitForSelector('[data-change="done"]');
    session().play({ settings: { ...bothOff, discoverable_by_mobile_phone: true } });
    await popup.check();
    await popup.page.waitForSelector('[data-strip="on-again"]');
  });

  it("is none where Unlisted itself has opened it at the person's wish", async () => {
    const popup = await checked({ ...bothOff, discoverable_by_mobile_phone: true });
    await popup.press("switch-off");
    await popup.page.waitForSelector('[data-change="done"]');
    await popup.press("undo");
    await popup.page.waitForSelector('[data-setting="x.phone"][data-verdict="exposed"]');
    expect(await popup.strips()).toEqual({ changes: null });
  });
});

describe("settings that are no alarm", () => {
  it("are counted, and marked by neither the triangle nor the shield, in popup and report", async () => {
    const popup = await checked(bothOff);
    const report = await ReportPage.open(session().driven);
    for (const { page } of [popup, report]) {
      expect(await page.$eval(".quiet > summary", ({ textContent }) => textContent)).toBe(
        "7 of 11 other settings could be more private",
      );
      const rows = await page.$$eval(".quiet li", (all) =>
        all.map((row) => [row.getAttribute("data-verdict"), row.querySelector(".icon :is(path, circle)")?.tagName]),
      );
      expect(rows).toEqual([
        ...Array.from({ length: 7 }, () => ["exposed", "circle"]),
        ...Array.from({ length: 4 }, () => ["protected", "circle"]),
      ]);
    }
  });
});

describe("the doors", () => {
  it.each([["findings", "history", "reminder", "settings", "wrong"]])(
    "lead from the popup, before and after a check, to %s, %s, %s, %s and %s",
    async (...parts) => {
      const popup = await session().openPopup();
      const doors = () =>
        popup.page.$$eval("[data-door]", (links) => links.map((link) => (link as HTMLAnchorElement).href));
      const before = await doors();
      expect(before).toEqual(parts.map((part) => `${session().driven.extensionAddress}src/report/index.html#${part}`));
      session().play({ account: null });
      await popup.check();
      expect(await doors()).toEqual(before);
      const report = await ReportPage.open(session().driven);
      for (const part of parts) await report.page.waitForSelector(`#${part}`);
    },
  );
});
