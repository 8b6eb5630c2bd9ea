import { describe, expect, it } from "vitest";
import { readOutcome } from "./outcome";
import type { PopupPage } from "./popup-page";
import { inBackground, shareSecondExtension, withRules } from "./second-extensions";
import { shareSession } from "./session";

const session = shareSession();
const install = shareSecondExtension(session);

const contacts = "https://x.com/settings/contacts";

/** Less than the product's patience with a page, and more than it should need, in milliseconds. */
const quickly = 10_000;

/** The tabs that the site's pages are open in, as the extension's browser knows them. */
const siteTabs = ({ page }: PopupPage) =>
  page.evaluate(`chrome.tabs.query({ url: "https://x.com/*" }).then((tabs) => tabs.map(({ url }) => url))`);
/** All tabs that are open. */
const countTabs = ({ page }: PopupPage) => page.evaluate("chrome.tabs.query({}).then(({ length }) => length)");

/** Leads each page of the site to a page of the extension's own, and what it does from there. */
const leadsAway = (then: string) =>
  inBackground(`chrome.tabs.onUpdated.addListener(async (id, { status }, { url }) => {
    if (status !== "loading" || !url?.startsWith("https://x.com/") || globalThis.hasHeldUp) return;
    await chrome.tabs.update(id, { url: chrome.runtime.getURL("wait.html") });
    ${then}
  });`);

describe("a check whose tab another extension", () => {
  it.each([
    [
      "leads to another site",
      withRules({
        action: { type: "redirect", redirect: { url: "https://other.example/" } },
        condition: { urlFilter: "||x.com/settings", resourceTypes: ["main_frame"] },
      }),
    ],
    ["puts its own page in", leadsAway("")],
  ])("%s says so quickly, and leaves nothing behind", async (_name, parts) => {
    await install(parts);
    const popup = await session().openPopup();
    const tabs = await countTabs(popup);
    await popup.check(quickly);
    expect(await readOutcome(popup)).toBe("unknown, page-changed, led-elsewhere");
    expect(await popup.text()).toContain("perhaps another extension");
    expect(await countTabs(popup)).toBe(tabs);
  });

  it("holds up once is answered the next time", async () => {
    await install(leadsAway("globalThis.hasHeldUp = true;"));
    const popup = await session().openPopup();
    await popup.check(quickly);
    expect(await readOutcome(popup)).toBe("unknown, page-changed, led-elsewhere");
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
  });

  it("closes as soon as it is there is interrupted, and the person's own tab stays", async () => {
    await session().openSitePage("/settings/contacts");
    const popup = await session().openPopup();
    await install(inBackground(`chrome.tabs.onCreated.addListener(({ id }) => chrome.tabs.remove(id));`));
    await popup.check(quickly);
    expect(await readOutcome(popup)).toBe("unknown, interrupted, tab-closed");
    expect(await siteTabs(popup)).toEqual([contacts]);
  });

  it.each([
    ["the newer of two tabs with one address", "own.id", "unknown, interrupted, tab-closed"],
    ["the older of two tabs with one address", "other.id", "exposed"],
  ])("may close because it is %s: it says what it can", async (_name, closed, outcome) => {
    await session().openSitePage("/settings/contacts");
    const popup = await session().openPopup();
    await install(
      inBackground(`chrome.tabs.onUpdated.addListener(async (id, { status }, own) => {
        if (status !== "complete") return;
        const other = (await chrome.tabs.query({ url: "${contacts}" })).find((tab) => tab.id < id);
        if (other && own.url === "${contacts}") await chrome.tabs.remove(${closed});
      });`),
    );
    session().play({ settingsAnswer: { kind: "ok", delay: 1500 } });
    await popup.check(quickly);
    expect(await readOutcome(popup)).toBe(outcome);
  });
});

describe("an extension that signs people out of a site when its last tab closes", () => {
  it("does so when the check's tab closes, and the next check says it", async () => {
    const { browser } = session().driven;
    session().play({ signIn: "by-cookie" });
    await install(
      inBackground(
        `chrome.tabs.onRemoved.addListener(async () => {
          if ((await chrome.tabs.query({ url: "https://x.com/*" })).length > 0) return;
          await chrome.cookies.remove({ url: "https://x.com/", name: "auth_token" });
        });`,
        "cookies",
      ),
    );
    const own = await session().openSitePage("/i/sign-in");
    const popup = await session().openPopup();
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
    expect((await browser.cookies()).map(({ name }) => name)).toContain("auth_token");
    await own.close();
    await expect.poll(async () => (await browser.cookies()).map(({ name }) => name)).not.toContain("auth_token");
    await popup.check();
    expect(await readOutcome(popup)).toMatch(/^unknown, signed-out/);
  });
});
