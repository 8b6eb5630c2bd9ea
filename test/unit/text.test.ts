import { describe, expect, it } from "vitest";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import { provenance } from "../../src/ui/text";

const now = new Date("2026-05-10T12:00").getTime();
const minute = 60_000;
const day = 24 * 60 * minute;

describe("the age of a result", () => {
  it.each([
    ["just now", 0],
    ["just now", minute - 1],
    ["1 minute ago", minute],
    ["23 hours ago", day - minute],
    ["2 days ago", 2 * day + minute],
    // The clock was put back meanwhile: what it dated ahead is not new for that.
    ["just now", 1 - minute],
    ["in 5 minutes", -5 * minute],
    ["in 3 hours", -3 * 60 * minute],
    ["in 400 days", -400 * day],
  ])("is told as %s", (told, age) => {
    const result = concludeFailure("site", [], causeOf("no-answer"), now - age);
    expect(provenance(result, "Site", now)).toContain(`(${told})`);
  });
});
