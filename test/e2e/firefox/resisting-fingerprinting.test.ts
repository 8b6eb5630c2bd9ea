import { afterEach, describe, expect, it } from "vitest";
import { askFirefox } from "../../harness/firefox-code";
import type { Scenario } from "../../practice-site/scenario";
import { readOutcome } from "../outcome";
import { shareSession } from "../session";

const session = shareSession();

const ask = (code: string) => askFirefox(session().driven.browser, `void (${code})`);

const resists = { "privacy.resistFingerprinting": true };
/** As browsers are set that are made of Firefox for those who must not be known again: pages are told no times at all. */
const tellsNoTimes = {
  ...resists,
  "dom.enable_performance": false,
  "dom.enable_performance_navigation_timing": false,
  "dom.enable_resource_timing": false,
};
type Preferences = Readonly<Record<string, boolean>>;

afterEach(async () => {
  for (const name of Object.keys(tellsNoTimes)) await ask(`Services.prefs.clearUserPref("${name}")`);
});

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };

const cases: Record<string, readonly [Preferences, Partial<Scenario>, string]> = {
  "changes what pages are told of it, on": [resists, { settings: on }, "exposed"],
  "changes what pages are told of it, off": [resists, { settings: off }, "protected"],
  "tells pages no times, off": [tellsNoTimes, { settings: off }, "protected"],
  "tells pages no times, off, and only answers can be heard": [
    tellsNoTimes,
    { settings: off, memory: "unreachable" },
    "protected",
  ],
  "tells pages no times, and boxes stand there that know no settings": [
    tellsNoTimes,
    { settings: on, boxes: "never-told", memory: "unreachable" },
    "unknown, page-changed, box-before-settings",
  ],
};

describe("a check in a Firefox that resists fingerprinting and", () => {
  it.each(Object.entries(cases))("%s", async (_name, [preferences, changes, outcome]) => {
    for (const [name, value] of Object.entries(preferences))
      await ask(`Services.prefs.setBoolPref("${name}", ${value})`);
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check(30_000);
    expect(await readOutcome(popup)).toBe(outcome);
  });
});
