import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { concludeFailure } from "../../src/audit/check-result";
import { changeInTab } from "../../src/background/change-setting";
import { changeInFront } from "../../src/background/checks";
import { readHistory } from "../../src/background/history-records";
import { readReminder, writeReminder } from "../../src/background/reminder-record";
import type { Reminder } from "../../src/history/reminder";
import { x } from "../../src/sites/x";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
vi.mock("../../src/background/change-setting");
vi.mock("../../src/background/toolbar", () => ({ drawToolbar: async () => undefined }));

const order = { setting: "x.phone", state: "off", account: "ada_example" };
const due: Reminder = { version: 1, months: 3, notifies: false, dueAt: 1000, isTold: true };
/** What a guide asks when it sees the person click. */
const asked = () => changeInFront(x, 1, order, 7, { who: "person", at: 1 });

beforeEach(async () => {
  fakeBrowser.reset();
  await writeReminder(due);
});

describe("a click that a guide has heard", () => {
  it("leaves the reminder as it was where it threw nothing: no check was made", async () => {
    vi.mocked(changeInTab).mockResolvedValue(null);
    expect(await asked()).toBeNull();
    expect(await readReminder()).toEqual(due);
    expect((await readHistory()).checks).toEqual([]);
  });

  it("is followed by a check, from which the next time is counted", async () => {
    const result = concludeFailure(x.id, x.settings, "timed-out", 5);
    const change = { ...order, from: "on", to: "off", at: 5, failure: null };
    vi.mocked(changeInTab).mockResolvedValue({ result, change, closed: Promise.resolve() });
    expect(await asked()).toEqual(change);
    expect((await readReminder()).dueAt).toBeGreaterThan(Date.now());
    expect((await readHistory()).checks).toHaveLength(1);
  });
});
