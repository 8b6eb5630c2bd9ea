import { describe, expect, it } from "vitest";
import { findRoom, type Rectangle } from "../../src/guide/find-room";

const window = { width: 1000, height: 800 };
const callout = { width: 380, height: 260 };
const row = (top: number, rest: Partial<Rectangle> = {}): Rectangle => ({
  left: 200,
  top,
  width: 600,
  height: 80,
  ...rest,
});

describe("the callout's room", () => {
  it.each<[string, Rectangle, "ltr" | "rtl", ReturnType<typeof findRoom>]>([
    ["is below the place, flush with its end", row(100), "ltr", { left: 420, top: 192 }],
    ["is flush with the left end where the writing goes to the left", row(100), "rtl", { left: 200, top: 192 }],
    ["is flush with the beginning of a button", row(100, { width: 200 }), "ltr", { left: 200, top: 192 }],
    [
      "is flush with the right end of a button where the writing goes to the left",
      row(100, { left: 600, width: 200 }),
      "rtl",
      { left: 420, top: 192 },
    ],
    ["is above where there is none below", row(600), "ltr", { left: 420, top: 328 }],
    ["stays in the window", row(100, { left: 700, width: 600 }), "ltr", { left: 608, top: 192 }],
    ["is at the end of a tall place", row(20, { left: 20, width: 300, height: 760 }), "ltr", { left: 332, top: 20 }],
    [
      "is at the left end of a tall place where the writing goes to the left",
      row(20, { left: 600, width: 300, height: 760 }),
      "rtl",
      { left: 208, top: 20 },
    ],
    ["is not found beside a place that fills the window", row(0, { left: 0, width: 1000, height: 800 }), "ltr", null],
  ])("%s", (_name, place, direction, room) => {
    expect(findRoom(place, callout, window, direction, 12)).toEqual(room);
  });

  it("is not found in a window that is too small", () => {
    expect(findRoom(row(10), callout, { width: 390, height: 800 }, "ltr", 12)).toBeNull();
    expect(findRoom(row(10), callout, { width: 1000, height: 270 }, "ltr", 12)).toBeNull();
  });
});
