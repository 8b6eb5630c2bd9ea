import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { readOutcome } from "./outcome";
import { shareSession } from "./session";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const cut = { kind: "cut" } as const;

/** Opens the site's page, which registers a worker that keeps pages and hands them out where the network does not. */
async function keepPages() {
  const page = await session().openSitePage("/settings/contacts");
  await page.evaluate(`navigator.serviceWorker.register("/i/worker.js", { scope: "/" })
    .then(() => navigator.serviceWorker.ready)
    .then(() => navigator.serviceWorker.controller ??
      new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve)))
    .then(() => true)`);
  // Now they pass through it.
  for (const path of ["/settings/phone", "/settings/contacts"]) await page.goto(`https://x.com${path}`);
  await page.waitForSelector("input[type=checkbox]");
  return page;
}

const cases: Record<string, readonly [Partial<Scenario>, string]> = {
  "the network answers": [{ settings: on }, "exposed"],
  "its memory cannot be read": [
    { settings: { discoverable_by_mobile_phone: false }, memory: "unreachable" },
    "protected",
  ],
  "the network is gone": [
    { settings: on, pageAnswer: cut, settingsAnswer: cut, devicesAnswer: cut },
    "unknown, site-error, settings-blocked",
  ],
  "the network is gone and boxes are drawn": [
    { settings: on, pageAnswer: cut, settingsAnswer: cut, devicesAnswer: cut, viewer: "known-late" },
    "unknown, site-error, settings-blocked",
  ],
};

describe("a check of pages that the site's own worker keeps", () => {
  it.each(Object.entries(cases))("says what it can where %s", async (_name, [changes, outcome]) => {
    session().play({ ...changes, pageAnswer: { kind: "ok" }, settingsAnswer: { kind: "ok" } });
    const page = await keepPages();
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check();
    expect(await readOutcome(popup)).toBe(outcome);
    await page.evaluate("navigator.serviceWorker.getRegistration().then((kept) => kept.unregister())");
    // That something could not be loaded is the site's affair.
    const complaints = await session().takeComplaints();
    expect(complaints.filter((complaint) => !complaint.startsWith("https://x.com/"))).toEqual([]);
  });
});
