import { readFile } from "node:fs/promises";
import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readPolicy } from "../../src/background/policy";
import { readReminder } from "../../src/background/reminder-record";
import { remindIfDue, setNotifying, setReminder } from "../../src/background/reminders";
import { welcome } from "../../src/background/welcome";
import { addMonths } from "../../src/history/due";
import { reminderIntervals } from "../../src/history/reminder";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
// Node draws nothing.
vi.mock("../../src/background/toolbar-icon", () => ({ drawToolbarIcon: () => ({}) }));

const now = new Date("2026-05-10T12:00").getTime();
const none = { reminderMonths: null, allowsNotifications: true, showsWelcome: true };

function preset(values: Record<string, unknown>): void {
  vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue(values as never);
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(Date, "now").mockReturnValue(now);
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({ manifest_version: 3, name: "Unlisted", version: "1" });
  vi.spyOn(fakeBrowser.runtime, "getURL").mockImplementation((path) => path);
  vi.spyOn(fakeBrowser.action, "setTitle").mockResolvedValue();
  vi.spyOn(fakeBrowser.action, "setIcon").mockResolvedValue();
  vi.spyOn(fakeBrowser.action, "setBadgeText").mockResolvedValue();
});

describe("what an organisation presets", () => {
  it.each([
    ["nothing", {}, none],
    [
      "everything",
      { reminderMonths: 6, notifications: false, welcomePage: false },
      { reminderMonths: 6, allowsNotifications: false, showsWelcome: false },
    ],
    ["an interval that there is not", { reminderMonths: 2, welcomePage: false }, { ...none, showsWelcome: false }],
    ["words where a yes or no is wanted", { reminderMonths: "3", notifications: "false", welcomePage: 0 }, none],
    ["something else", { colour: "red" }, none],
  ])("is understood: %s", async (_name, values, policy) => {
    preset(values);
    expect(await readPolicy()).toEqual(policy);
  });

  it("is nothing where the browser refuses to answer, as Firefox does", async () => {
    vi.spyOn(fakeBrowser.storage.managed, "get").mockRejectedValue(new Error("Managed storage manifest not found"));
    expect(await readPolicy()).toEqual(none);
  });

  it("sets the reminder as soon as the background starts, and stays whatever a page asks for", async () => {
    preset({ reminderMonths: 3 });
    await remindIfDue();
    expect(await readReminder()).toMatchObject({ months: 3, dueAt: addMonths(now, 3) });
    await setReminder(null);
    expect(await readReminder()).toMatchObject({ months: 3, dueAt: addMonths(now, 3) });
  });

  it("does not begin the time anew at every start", async () => {
    preset({ reminderMonths: 3 });
    await remindIfDue();
    vi.spyOn(Date, "now").mockReturnValue(now + 86_400_000);
    await remindIfDue();
    expect((await readReminder()).dueAt).toBe(addMonths(now, 3));
  });

  it("keeps notifications off, also where a person had switched them on before", async () => {
    await setReminder(1);
    await setNotifying(true);
    preset({ notifications: false });
    vi.spyOn(Date, "now").mockReturnValue(addMonths(now, 1));
    await remindIfDue();
    expect(await fakeBrowser.notifications.getAll()).toEqual({});
  });

  it.each([
    [{}, 1],
    [{ welcomePage: false }, 0],
  ])("opens the first page or not: %o", async (values, opened) => {
    preset(values);
    const create = vi.spyOn(fakeBrowser.tabs, "create").mockResolvedValue({} as never);
    await welcome();
    expect(create).toHaveBeenCalledTimes(opened);
  });

  it("is described to Chrome as it is read", async () => {
    const { properties } = JSON.parse(await readFile("src/background/policy.schema.json", "utf8"));
    expect(Object.keys(properties)).toEqual(["reminderMonths", "notifications", "welcomePage"]);
    expect(properties.reminderMonths.enum).toEqual([...reminderIntervals]);
  });
});
