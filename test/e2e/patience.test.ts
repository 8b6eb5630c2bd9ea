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
