import type { Target } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { readOutcome } from "../outcome";
import { shareSession } from "../session";

const session = shareSession();

/** Much less than the product's patience with a page, in milliseconds. */
const quickly = 10_000;

/** Has a page stand still, as Chromium does to save a battery. Firefox freezes no tabs. */
async function freeze(target: Target): Promise<void> {
  const devtools = await target.createCDPSession();
  await devtools.send("Page.enable");
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
}

describe("a page that is frozen", () => {
  it("ends the check that waits for it, quickly, and keeps nobody else waiting", async () => {
    session().play({ settingsAnswer: { kind: "never" } });
    const popup = await session().openPopup();
    await popup.press("check");
    await expect.poll(() => session().site.requests.map(({ host }) => host)).toContain("api.x.com");
    const { browser } = session().driven;
    await freeze(await browser.waitForTarget((target) => target.url() === "https://x.com/settings/contacts"));
    await popup.waitFor("done", quickly);
    expect(await readOutcome(popup)).toBe("unknown, interrupted, tab-asleep");
    expect(await session().openSiteAddresses()).toEqual([]);
    session().play();
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
  });

  it("is given up by a look at the tab in front, after a moment", async () => {
    const page = await session().openSitePage("/settings/contacts");
    const popup = await session().openPopup();
    await page.bringToFront();
    await freeze(page.target());
    const begun = Date.now();
    expect(await popup.glance()).toBeNull();
    expect(Date.now() - begun).toBeLessThan(quickly);
    await popup.page.bringToFront();
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
  });
});
