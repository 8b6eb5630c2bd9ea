import { afterEach, describe, expect, it } from "vitest";
import type { Hostility } from "../practice-site/hostilities";
import type { Scenario } from "../practice-site/scenario";
import { oneOn, patience, readSaw } from "./overhearing";
import { shareSession } from "./session";
import { readStored } from "./stored-records";

const session = shareSession();

/** The boxes are drawn unchecked, whatever X has answered. */
const unchecked = { boxes: "never-told" } as const;

/**
 * What a check says of the phone switch, which is on, where the page lies to whoever listens. That what was heard was
 * the truth shows by the two of them differing.
 */
const cases: readonly (readonly [lie: Hostility, changes: Partial<Scenario>, verdict: string])[] = [
  ["answers-are-made-up", {}, "exposed"],
  ["answers-are-made-up", unchecked, "unknown: page-changed"],
  ["fetch-is-forged", {}, "unknown: witnesses-disagree"],
  ["fetch-is-forged", unchecked, "unknown: witnesses-disagree"],
  ["answers-are-thrown-away", {}, "unknown: page-changed"],
  ["answers-are-thrown-away", unchecked, "unknown: page-changed"],
  ["builtins-forge-answers", unchecked, "exposed"],
  ["listener-is-forged", {}, "exposed"],
  ["listener-is-forged", unchecked, "unknown: witnesses-disagree"],
  ["errors-keep-their-lines", {}, "exposed"],
  ["answers-are-a-flood", {}, "exposed"],
  ["answers-are-a-flood", unchecked, "unknown: page-changed"],
];

afterEach(async () => {
  // What a hostile page does to itself is its own affair.
  const complaints = await session().takeComplaints();
  expect(complaints.filter((complaint) => !complaint.startsWith("https://x.com/"))).toEqual([]);
});

describe("a page that lies to whoever listens", () => {
  it.each(cases)(
    "%s %o",
    async (hostility, changes, verdict) => {
      session().play({ memory: "unreachable", settings: oneOn, hostility, ...changes });
      const popup = await session().openPopup();
      await popup.check(patience);
      expect((await popup.findings())["x.phone"]).toBe(verdict);
      const { looks } = await readSaw(popup);
      expect(looks.map(({ way }) => way)).toContain("overhearing");
      expect(await session().openSiteAddresses()).toEqual([]);
      expect(JSON.stringify(await readStored(popup.page)).length).toBeLessThan(50_000);

      session().play({ memory: "unreachable", settings: { ...oneOn, discoverable_by_mobile_phone: false } });
      await popup.check(patience);
      expect(await popup.findings()).toMatchObject({ "x.phone": "protected", "x.email": "protected" });
    },
    2 * patience,
  );

  it("learns nobody's name where it keeps the lines of errors: then nobody listens", async () => {
    session().play({ memory: "unreachable", settings: oneOn, hostility: "errors-keep-their-lines" });
    const popup = await session().openPopup();
    await popup.check(patience);
    expect(session().site.notes.length).toBeGreaterThan(1);
    expect(JSON.stringify(session().site.notes)).not.toMatch(/-extension:|unlisted/i);
  });
});
