import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CheckResult } from "../../src/audit/check-result";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import { writeLifetime } from "../../src/audit/validity";
import { changeInTab, changeSettings } from "../../src/background/change-setting";
import { change, changeInFront, check, join, prepare, recover, takeWish } from "../../src/background/checks";
import { readHistory } from "../../src/background/history-records";
import { readResults, writeRunning } from "../../src/background/records";
import { readReminder, writeReminder } from "../../src/background/reminder-record";
import { runCheck } from "../../src/background/run-check";
import type { Reminder } from "../../src/history/reminder";
import { x } from "../../src/sites/x";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
// Built scripts of the extension, which run on pages.
vi.mock("../../src/sites/listeners", () => ({ listeners: {} }));
vi.mock("../../src/background/change-setting");
vi.mock("../../src/background/run-check");
vi.mock("../../src/background/toolbar", () => ({ drawToolbar: async () => undefined }));

const account = "ada_example";
const off = { setting: "x.phone", state: "off" };
const order = { switches: [off], account };
const result = concludeFailure(x.id, x.settings, causeOf("no-answer"), 5);
const checked = { result, looks: [], close: async () => undefined };
const thrown = { setting: "x.phone", account, from: "on", to: "off", at: 5, failure: null };
const changed = { ...checked, changes: [thrown], unanswered: [] };
/** The second is a private one, and there are no others. */
function windowOf(id: number | undefined) {
  if (id !== 1 && id !== 2) throw new Error(`No window with id: ${id}.`);
  return { id, incognito: id === 2, focused: true, alwaysOnTop: false };
}
const due: Reminder = { version: 1, months: 3, notifies: false, dueAt: 1000, isTold: true };
/** What a guide asks when it sees the person click. */
const asked = () => changeInFront(x, 1, { ...off, account }, 7, { who: "person", at: 1 });

beforeEach(async () => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  vi.mocked(runCheck).mockResolvedValue(checked);
  vi.mocked(changeSettings).mockResolvedValue(changed);
  vi.spyOn(fakeBrowser.windows, "get").mockImplementation(async (id) => windowOf(id));
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
    const answered = { ...result, failure: null };
    vi.mocked(changeInTab).mockResolvedValue({ ...changed, result: answered });
    expect(await asked()).toEqual(thrown);
    expect((await readReminder()).dueAt).toBeGreaterThan(Date.now());
    expect((await readHistory()).checks).toHaveLength(1);
  });

  it("leaves the reminder as it was where the check that followed had no answer", async () => {
    vi.mocked(changeInTab).mockResolvedValue(changed);
    expect(await asked()).toEqual(thrown);
    expect(await readReminder()).toEqual(due);
    expect((await readHistory()).checks).toHaveLength(1);
  });
});

describe("what is asked for while something else runs", () => {
  /** Ends, and its last record is forgotten only when the test says so: a disk may be slow. */
  function slowDisk() {
    let forget = () => {};
    const isForgetting = new Promise<void>((resolve) => {
      const forgotten = new Promise<void>((letGo) => {
        forget = letGo;
      });
      const remove = fakeBrowser.storage.local.remove;
      vi.spyOn(fakeBrowser.storage.local, "remove").mockImplementationOnce(async (keys) => {
        resolve();
        await forgotten;
        await remove(keys);
      });
    });
    return { isForgetting, forget: () => forget() };
  }

  it.each([
    ["a check", () => check(x, 1), runCheck],
    ["a change", () => change(x, 1, order), changeSettings],
  ])("%s is not lost where the check before it is over for all to see", async (_name, ask, work) => {
    const { isForgetting, forget } = slowDisk();
    const before = check(x, 1);
    await isForgetting;
    vi.mocked(work).mockClear();
    const after = ask();
    forget();
    await Promise.all([before, after]);
    expect(work).toHaveBeenCalledOnce();
  });

  it("a change waits for a check that runs, and is then made", async () => {
    let find = () => {};
    const found = new Promise<typeof checked>((resolve) => {
      find = () => resolve(checked);
    });
    vi.mocked(runCheck).mockReturnValueOnce(found);
    const before = check(x, 1);
    const after = change(x, 1, order);
    await vi.waitUntil(() => vi.mocked(runCheck).mock.calls.length === 1);
    expect(changeSettings).not.toHaveBeenCalled();
    find();
    await Promise.all([before, after]);
    expect(changeSettings).toHaveBeenCalledOnce();
  });

  it("the same change is made once, another one as well", async () => {
    const email = { setting: "x.email", state: "off" };
    const asked = [order, { ...order }, { switches: [email], account }, { switches: [off, email], account }];
    await Promise.all(asked.map((one) => change(x, 1, one)));
    const made = vi.mocked(changeSettings).mock.calls.map(([, { switches }]) => switches.map(({ setting }) => setting));
    expect(made).toEqual([["x.phone"], ["x.email"], ["x.phone", "x.email"]]);
  });

  it("a check joins one that has not told of the switches yet, and not one that has", async () => {
    let find = () => {};
    const found = new Promise<typeof checked>((resolve) => {
      find = () => resolve(checked);
    });
    vi.mocked(runCheck).mockReturnValueOnce(found);
    const before = check(x, 1);
    await vi.waitUntil(() => vi.mocked(runCheck).mock.calls.length === 1);
    const joined = check(x, 1);
    const progress = vi.mocked(runCheck).mock.calls[0]?.[3];
    await progress?.(0, null);
    const alsoJoined = check(x, 1);
    await new Promise((resolve) => setImmediate(resolve));
    await progress?.(1, null);
    const later = check(x, 1);
    await new Promise((resolve) => setImmediate(resolve));
    find();
    await Promise.all([before, joined, alsoJoined, later]);
    expect(runCheck).toHaveBeenCalledTimes(2);
  });

  it("a check joins a change, which ends in a check", async () => {
    await Promise.all([change(x, 1, order), check(x, 1)]);
    expect(changeSettings).toHaveBeenCalledOnce();
    expect(runCheck).not.toHaveBeenCalled();
  });
});

describe("a click that waits for its permission", () => {
  const wish = (window: number) => ({ ask: "check", site: "x", window }) as const;

  it("is its own context's: another window begins nothing of it", async () => {
    await prepare(wish(2));
    await join(x, 1);
    expect(runCheck).not.toHaveBeenCalled();
    expect(await takeWish("regular")).toBeNull();
    expect(await takeWish("private")).toEqual(wish(2));
    expect(await takeWish("private")).toBeNull();
  });

  it("is told once, in its own window, what is missing", async () => {
    vi.useFakeTimers();
    await prepare(wish(1));
    vi.advanceTimersByTime(1000);
    await join(x, 1);
    await join(x, 1);
    vi.useRealTimers();
    expect(runCheck).toHaveBeenCalledOnce();
  });
});

describe("a window that is gone", () => {
  it("is taken for none: nothing is done, and nothing is kept", async () => {
    await expect(check(x, 3)).rejects.toThrow("No window");
    await expect(prepare({ ask: "check", site: "x", window: 3 })).rejects.toThrow("No window");
    expect(runCheck).not.toHaveBeenCalled();
    expect(await fakeBrowser.storage.local.get()).toEqual({ reminder: due });
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });
});

describe("a switch that was opened again, and the site has not answered", () => {
  const on = { setting: "x.phone", state: "on" };
  const undo = { switches: [on], account };
  const closed = {
    ...result,
    account: "ada_example",
    failure: null,
    asOf: Date.now(),
    findings: [
      {
        setting: "x.phone",
        verdict: "protected",
        state: "off",
        readings: [{ strength: "strong", witness: "memory", says: "off" }],
      },
    ],
  } as const satisfies CheckResult;
  const phone = async () => (await readResults({ site: "x", context: "regular" }))?.latest.findings[0];

  it("is not called private by the check that follows, nor by one soon after", async () => {
    vi.mocked(changeSettings).mockResolvedValue({ ...changed, result: closed, unanswered: [on] });
    await change(x, 1, undo);
    expect(await phone()).toMatchObject({ verdict: "unknown", reason: "save-pending", detail: "write-unanswered" });
    vi.mocked(runCheck).mockResolvedValue({ ...checked, result: { ...closed, asOf: Date.now() } });
    await check(x, 1);
    expect(await phone()).toMatchObject({ verdict: "unknown", reason: "save-pending" });
    const later = Date.now() + writeLifetime + 1000;
    vi.mocked(runCheck).mockResolvedValue({ ...checked, result: { ...closed, asOf: later } });
    vi.setSystemTime(later);
    await check(x, 1);
    vi.useRealTimers();
    expect(await phone()).toMatchObject({ verdict: "protected" });
  });

  it.each<[string, CheckResult]>([
    ["a check that was cancelled", concludeFailure(x.id, x.settings, causeOf("by-the-person"), 7)],
    ["a check that had no answer", concludeFailure(x.id, x.settings, causeOf("no-answer"), 7)],
  ])("takes away what was proven before, where %s followed", async (_name, unproven) => {
    vi.mocked(runCheck).mockResolvedValue({ ...checked, result: closed });
    await check(x, 1);
    vi.mocked(changeSettings).mockResolvedValue({ ...changed, changes: [{ ...thrown, to: "on" }], result: unproven });
    await change(x, 1, undo);
    const kept = await readResults({ site: "x", context: "regular" });
    expect(kept?.earlier?.findings[0]).toMatchObject({ verdict: "unknown", detail: "write-unanswered" });
  });

  it("takes it away before the click goes out: nobody may be left to tell how it ended", async () => {
    vi.mocked(runCheck).mockResolvedValue({ ...checked, result: closed });
    await check(x, 1);
    vi.mocked(changeSettings).mockImplementation(async () => {
      expect(await phone()).toMatchObject({ verdict: "unknown", detail: "write-unanswered" });
      return { ...changed, changes: [{ ...thrown, to: "on" }], result: { ...closed, asOf: Date.now() } };
    });
    await change(x, 1, undo);
    expect(changeSettings).toHaveBeenCalledOnce();
    expect(await phone()).toMatchObject({ verdict: "protected" });
  });

  it("is told as interrupted where the background was stopped meanwhile", async () => {
    vi.spyOn(fakeBrowser.scripting, "unregisterContentScripts").mockResolvedValue();
    const subject = { site: "x", context: "regular" } as const;
    const running = { purpose: "change", step: 0, tab: null, isOpening: false, others: [], at: 5 } as const;
    await writeRunning(subject, { ...running, others: [], order: { switches: [on], account } });
    await recover();
    expect((await readResults(subject))?.change).toMatchObject({
      setting: "x.phone",
      to: "on",
      failure: "interrupted",
    });
  });

  it("is believed where the site has answered", async () => {
    vi.mocked(changeSettings).mockResolvedValue({ ...changed, result: closed });
    await change(x, 1, undo);
    expect(await phone()).toMatchObject({ verdict: "protected" });
  });
});
