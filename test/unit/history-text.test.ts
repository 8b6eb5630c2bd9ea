import { describe, expect, it } from "vitest";
import type { SettingChange } from "../../src/history/changes";
import { daysOf } from "../../src/ui/days";
import { changeWords, importWords } from "../../src/ui/history-text";
import { phone } from "./sample-settings";

const at = (text: string) => new Date(text).getTime();
const morning = at("2026-11-29T09:14");
const evening = at("2026-11-29T23:56");
const before = at("2026-11-25T23:00");

describe("two checks are told apart", () => {
  it("by their days, and by the time where both are of one day", () => {
    expect(daysOf(before, evening)).toEqual(["25 November 2026", "29 November 2026"]);
    expect(daysOf(morning, evening)).toEqual(["29 November 2026 at 09:14", "29 November 2026 at 23:56"]);
  });

  it.each([
    ["another day", before, "At the check of 25 November 2026 it was off."],
    ["the same day", morning, "At the check of 09:14 it was off."],
  ])("in a change since a check of %s", (_name, earlier, words) => {
    const known = (state: string, time: number) => ({ state, isPrivate: state === "off", time, asOf: time });
    const change: SettingChange = {
      setting: phone.id,
      kind: "opened",
      before: known("off", earlier),
      now: known("on", evening),
      isOwn: false,
    };
    expect(changeWords(change, phone)).toContain(words);
  });
});

describe("a file that was refused", () => {
  it.each([
    ["not-ours", "saved with “Save as a file for Unlisted”"],
    ["too-large", "saved with “Save as a file for Unlisted”"],
    ["damaged", "saved with “Save as a file for Unlisted”"],
    ["newer-version", "Update Unlisted, then try again."],
    ["no-room", "Delete checks that you no longer need, then try again."],
  ] as const)("as %s is named, with what to do now", (refusal, words) => {
    const told = importWords({ outcome: "refused", refusal }, "notes.json");
    expect(told).toMatch(/^“notes\.json” was not taken in\./);
    expect(told).toContain(words);
  });
});
