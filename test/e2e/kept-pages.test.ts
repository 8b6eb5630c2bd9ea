import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { shellWorkerPath } from "../practice-site/shell-worker";
import { readOutcome } from "./outcome";
import { shareSession } from "./session";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };
const cut = { kind: "cut" } as const;
const offline: Partial<Scenario> = { pageAnswer: cut, settingsAnswer: cut, devicesAnswer: cut };

/** Has the site's own worker keep what its pages are made of, as after a visit of the person's. */
async function keepPages(): Promise<void> {
  const page = await session().openSitePage("/settings/contacts");
  await page.evaluate(async (path) => {
    const isThere = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
    await navigator.serviceWorker.register(path, { scope: "/" });
    if (!navigator.serviceWorker.controller) await isThere;
  }, shellWorkerPath);
  for (const path of ["/settings/contacts", "/settings/phone"]) {
    await page.goto(`https://x.com${path}`);
    await page.waitForSelector('input[type="checkbox"], input[name="current_phone"]');
  }
  await page.close();
}

describe("a check of a site whose worker keeps pages and settings in the browser", () => {
  it.each<[string, Partial<Scenario>]>([
    ["", {}],
    [", where the memory cannot be read", { memory: "unreachable" }],
    [", where the site answers at its own address", { apiHost: "x.com" }],
  ])("goes by what the site says now, and by nothing where it says nothing%s", async (_name, changes) => {
    session().play({ ...changes, settings: off });
    await keepPages();
    const popup = await session().openPopup();
    await popup.check();
    expect(await readOutcome(popup)).toBe("protected");

    session().play({ ...changes, ...offline });
    await popup.check();
    expect(await readOutcome(popup)).toBe("unknown, offline, error-page");

    session().play({ ...changes, settings: on });
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
    expect(await popup.numberOnFile()).toBe("yes");
    expect(await session().openSiteAddresses()).toEqual([]);
  });
});
