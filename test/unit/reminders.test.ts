import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { logCheck } from "../../src/background/history-records";
import { readReminder } from "../../src/background/reminder-record";
import { countFromCheck, readReminding, remindIfDue, setNotifying, setReminder } from "../../src/background/reminders";
import { addMonths } from "../../src/history/due";
import { logged } from "./logged-checks";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
// Node draws nothing.
vi.mock("../../src/background/toolbar-icon", () => ({ drawToolbarIcon: () => ({}) }));

const now = new Date("2026-05-10T12:00").getTime();
const day = 24 * 60 * 60_000;
let badge = "";

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  badge = "";
  vi.spyOn(Date, "now").mockReturnValue(now);
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({ manifest_version: 3, name: "Unlisted", version: "1" });
  vi.spyOn(fakeBrowser.runtime, "getURL").mockImplementation((path) => path);
  vi.spyOn(fakeBrowser.action, "setTitle").mockResolvedValue();
  vi.spyOn(fakeBrowser.action, "setIcon").mockResolvedValue();
  vi.spyOn(fakeBrowser.action, "setBadgeText").mockImplementation(async ({ text }) => {
    badge = text ?? "";
  });
});

const alarmAt = async () => (await fakeBrowser.alarms.get("reminder"))?.scheduledTime;
const notifications = () => fakeBrowser.notifications.getAll().then(Object.keys);

describe("reminding", () => {
  it("is off until it is wanted", async () => {
    await remindIfDue();
    await countFromCheck(now);
    expect([await alarmAt(), badge, await fakeBrowser.storage.local.get()]).toEqual([undefined, "", {}]);
  });

  it("counts from the last check, and from now where there was none", async () => {
    await setReminder(3);
    expect(await alarmAt()).toBe(addMonths(now, 3));
    await logCheck({ check: logged({ time: now - 10 * day }) });
    await setReminder(1);
    expect(await alarmAt()).toBe(addMonths(now - 10 * day, 1));
    expect(badge).toBe("");
  });

  it("is not put off by checks that a file says are yet to come", async () => {
    await logCheck({ check: logged({ time: now + 1000 * day }) });
    await setReminder(1);
    expect(await alarmAt()).toBe(addMonths(now, 1));
  });

  it("is not put off by a clock that was ahead when the time was counted", async () => {
    await setReminder(1);
    await countFromCheck(now + 400 * day);
    await remindIfDue();
    expect(await alarmAt()).toBe(addMonths(now, 1));
  });

  it("marks the button when it is time, notifies once where that is wanted, and ends with a check", async () => {
    await setReminder(1);
    await setNotifying(true);
    vi.spyOn(Date, "now").mockReturnValue(addMonths(now, 1));
    await remindIfDue();
    expect([badge, await notifications()]).toEqual(["1", ["reminder"]]);
    await fakeBrowser.notifications.clear("reminder");
    await remindIfDue();
    expect([badge, await notifications()]).toEqual(["1", []]);
    await countFromCheck(Date.now());
    expect([badge, await alarmAt()]).toEqual(["", addMonths(addMonths(now, 1), 1)]);
  });

  it("sets an alarm anew that the browser has lost", async () => {
    await setReminder(6);
    await fakeBrowser.alarms.clearAll();
    await remindIfDue();
    expect(await alarmAt()).toBe(addMonths(now, 6));
  });

  it("notifies of nothing where only the mark is wanted, and not after it is off", async () => {
    await setReminder(1);
    vi.spyOn(Date, "now").mockReturnValue(addMonths(now, 1));
    await remindIfDue();
    expect([badge, await notifications()]).toEqual(["1", []]);
    await setReminder(null);
    expect([badge, await alarmAt()]).toEqual(["", undefined]);
  });

  it("starts from a damaged choice as from none", async () => {
    await fakeBrowser.storage.local.set({ reminder: { version: 1, months: 2, dueAt: "soon" } });
    await remindIfDue();
    expect([(await readReminder()).months, badge]).toEqual([null, ""]);
  });
});

describe("what a guide may say of reminders", () => {
  const regular = { site: "x", context: "regular" } as const;

  it("is that one can be had, when the next one comes, and nothing while that is over", async () => {
    expect(await readReminding(regular)).toBe("offered");
    await setReminder(3);
    expect(await readReminding(regular)).toEqual({ dueAt: addMonths(now, 3) });
    vi.mocked(Date.now).mockReturnValue(addMonths(now, 4));
    expect(await readReminding(regular)).toBeNull();
  });

  it("is nothing in a private window", async () => {
    const context = "private";
    expect(await readReminding({ ...regular, context })).toBeNull();
    await setReminder(3);
    expect(await readReminding({ ...regular, context })).toBeNull();
  });

  it("is never that one can be had where an organisation has preset it", async () => {
    vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue({ reminderMonths: 6 } as never);
    expect(await readReminding(regular)).toBeNull();
    await remindIfDue();
    expect(await readReminding(regular)).toEqual({ dueAt: addMonths(now, 6) });
  });
});
