import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { runFirst } from "../harness/copy-extension";
import type { Scenario } from "../practice-site/scenario";
import { compareLoads, countHeard, oneOn, patience } from "./overhearing";
import type { PopupPage } from "./popup-page";
import { shareSession } from "./session";

/** The extension, whose background notes how often it has scripts run on pages. */
const session = shareSession({
  tamper: (folder) =>
    runFirst(
      folder,
      `let registrations = 0;
      for (const { scripting } of new Set([globalThis.browser ?? chrome, chrome])) {
        const register = scripting.registerContentScripts.bind(scripting);
        Object.defineProperty(scripting, "registerContentScripts", {
          value: async (scripts) => {
            registrations += 1;
            await chrome.storage.session.set({ registrations });
            return register(scripts);
          },
        });
      }`,
    ),
});

/** The second look of a check waits for an answer that does not come, with the boxes drawn. */
const held: Partial<Scenario> = {
  memory: "unreachable",
  viewer: "known-late",
  settings: oneOn,
  settingsAnswer: { kind: "never" },
};

const count = async ({ page }: PopupPage) =>
  ((await page.evaluate(`chrome.storage.session.get("registrations")`)) as { registrations?: number }).registrations ??
  0;

const registered = (own: Page) =>
  own.evaluate(`chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length)`);

/** Has a check begin that listens, and comes to no end. */
async function beginListening(): Promise<PopupPage> {
  session().play(held);
  const popup = await session().openPopup();
  await popup.press("check");
  await expect.poll(() => registered(popup.page)).toBe(2);
  return popup;
}

/** What a function of a page is called by a frame in it, whose own functions nobody has replaced. */
const nameOfFetch = (page: Page) =>
  page.evaluate(() => {
    const frame = document.documentElement.appendChild(document.createElement("iframe"));
    const inFrame = frame.contentWindow as unknown as typeof globalThis;
    const text = inFrame.Function.prototype.toString.call(fetch);
    frame.remove();
    return text.replace(/\s+/g, " ");
  });

describe("a check of a page whose memory can be read", () => {
  it(
    "replaces nothing in it, and has no script run on it",
    async () => {
      session().play({ hostility: "looks-for-signs", settings: oneOn });
      const page = await session().openSitePage("/settings/contacts");
      await expect.poll(() => session().site.notes.length).toBe(1);
      await page.close();
      const popup = await session().openPopup();
      await popup.press("check");
      await expect.poll(() => session().site.notes.length).toBe(2);
      expect(await registered(popup.page)).toBe(0);
      await popup.waitFor("done");
      expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "protected" });
      const [alone, checked] = session().site.notes;
      expect(checked).toEqual(alone);
      expect(session().site.notes).toHaveLength(2);
      expect(await count(popup)).toBe(0);
      expect(await registered(popup.page)).toBe(0);
    },
    patience,
  );

  it(
    "leaves its functions as they were in its first script",
    async () => {
      session().play({ hostility: "looks-around", settings: oneOn });
      const popup = await session().openPopup();
      await popup.check();
      const [notes] = session().site.notes as readonly { same: boolean[][] }[];
      expect(notes?.same.flat().length).toBeGreaterThan(0);
      expect(notes?.same.flat()).not.toContain(false);
      expect(await count(popup)).toBe(0);
    },
    patience,
  );
});

describe("a check that has listened", () => {
  it(
    "leaves no script behind",
    async () => {
      await compareLoads(session(), {});
      const popup = await session().openPopup();
      expect(await count(popup)).toBeGreaterThan(0);
      expect(await registered(popup.page)).toBe(0);
      expect(await countHeard(popup)).toBeGreaterThan(0);
    },
    2 * patience,
  );

  it.each<[string, (popup: PopupPage) => Promise<unknown>]>([
    ["it was cancelled", (popup) => popup.press("cancel")],
    [
      "its tab was closed",
      ({ page }) =>
        page.evaluate(`chrome.tabs.query({ url: "https://x.com/*" }).then(([{ id }]) => chrome.tabs.remove(id))`),
    ],
    ["the background was stopped", () => session().driven.stopBackground()],
    [
      "the network was cut",
      async () => {
        session().play({ ...held, settingsAnswer: { kind: "cut" }, pageAnswer: { kind: "cut" } });
        session().site.cut();
      },
    ],
    ["it had no answer", async () => undefined],
  ])(
    "leaves no script behind where %s",
    async (_name, strike) => {
      const popup = await beginListening();
      await strike(popup);
      await popup.waitFor("done", patience);
      await expect.poll(() => registered(popup.page)).toBe(0);
      expect((await popup.findings())["x.phone"]).toMatch(/^unknown/);
      expect(await session().openSiteAddresses()).toEqual([]);
    },
    2 * patience,
  );

  it(
    "leaves no script behind where the extension was started anew meanwhile",
    async () => {
      const blank = await session().driven.browser.newPage();
      await beginListening();
      await blank.bringToFront();
      await session().driven.update();
      const popup = await session().openPopup();
      await popup.waitFor("done");
      expect(await registered(popup.page)).toBe(0);
      expect(await session().openSiteAddresses()).toEqual([]);
    },
    patience,
  );
});

describe("a tab that the person opens meanwhile on the same page", () => {
  it(
    "is not listened to: nothing is kept there, and the functions are put back",
    async () => {
      const popup = await beginListening();
      const page = await session().openSitePage("/settings/contacts");
      await page.waitForSelector("input[type=checkbox]");
      await expect.poll(() => nameOfFetch(page)).toBe("function fetch() { [native code] }");
      await page.evaluate(async () => {
        await (await fetch("https://x.com/i/api/1.1/account/settings.json?odd=plain")).json();
      });
      await page.evaluate(() => history.replaceState(null, "", "?the-persons-own"));
      const kept = await popup.page.evaluate(`chrome.tabs.query({ url: "https://x.com/*" }).then((tabs) =>
        Promise.all(tabs.map(async ({ id, url }) => [
          url.includes("the-persons-own"),
          await chrome.scripting
            .executeScript({ target: { tabId: id }, func: () => typeof globalThis.readOverheard })
            .then(([{ result }]) => result),
        ])))`);
      expect((kept as unknown[][]).sort()).toEqual([
        [false, "function"],
        [true, "undefined"],
      ]);
      expect(await registered(popup.page)).toBe(2);
      await popup.page.bringToFront();
      await popup.press("cancel");
      await popup.waitFor("done");
      expect(await registered(popup.page)).toBe(0);
    },
    2 * patience,
  );
});
