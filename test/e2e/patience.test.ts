import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { shareSession } from "./session";

const session = shareSession();

/** Longer than the product's own patience with both of X's pages, in milliseconds. */
const patience = 75_000;

describe("a site that takes long, or never finishes", () => {
  it.each<[string, Partial<Scenario>, string]>([
    ["the page never comes", { pageAnswer: { kind: "never" } }, "unknown: timed-out"],
    ["the settings never come", { settingsAnswer: { kind: "never" } }, "unknown: timed-out"],
    ["the page takes 30 seconds", { pageAnswer: { kind: "ok", delay: 30_000 } }, "exposed"],
    ["the phone number never comes", { devicesAnswer: { kind: "never" } }, "exposed"],
  ])(
    "%s",
    async (_name, changes, verdict) => {
      session().play(changes);
      const popup = await session().openPopup();
      await popup.check(patience);
      expect((await popup.findings())["x.phone"]).toBe(verdict);
      expect(await session().openSiteAddresses()).toEqual([]);
    },
    patience + 10_000,
  );
});

describe("an undo that the site saves after half a minute", () => {
  it(
    "leaves nobody reassured meanwhile",
    async () => {
      session().play();
      const popup = await session().openPopup();
      await popup.check();
      await popup.press("switch-off");
      await popup.waitFor("done", patience);
      expect((await popup.findings())["x.phone"]).toBe("protected");
      session().play({
        settings: { discoverable_by_mobile_phone: false },
        save: { kind: "saves", delay: 35_000 },
      });
      await popup.press("undo");
      await popup.waitFor("running");
      await popup.waitFor("done", patience);
      expect(await popup.changeOutcome()).toBe("not-saved");
      expect((await popup.findings())["x.phone"]).toBe("unknown: save-pending");
      await expect.poll(() => session().site.saved().discoverable_by_mobile_phone, { timeout: 20_000 }).toBe(true);
      expect((await popup.findings())["x.phone"]).not.toBe("protected");
      await popup.check();
      expect((await popup.findings())["x.phone"]).toBe("exposed");
    },
    2 * patience,
  );
});
