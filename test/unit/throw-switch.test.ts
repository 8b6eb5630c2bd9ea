import { beforeEach, describe, expect, it, vi } from "vitest";
import { conclude } from "../../src/audit/conclude";
import type { Observation } from "../../src/audit/observation";
import type { Reading } from "../../src/audit/reading";
import type { SettingId } from "../../src/audit/setting";
import type { Evidence, Site, Switch } from "../../src/audit/site";
import { changeSettings } from "../../src/background/change-setting";
import { gather, runInTab } from "../../src/background/gather";
import { overhear } from "../../src/background/overhearing";
import { openOwnTab } from "../../src/background/own-tab";
import { runCheck } from "../../src/background/run-check";
import { type Thrower, throwSwitch } from "../../src/background/throw-switch";
import { type VisitOutcome, visitPage } from "../../src/background/visit-page";
import { madeUpSite } from "./made-up-site";
import { email, phone } from "./sample-settings";

const { update } = vi.hoisted(() => ({ update: vi.fn() }));
vi.mock("webextension-polyfill", () => ({ default: { tabs: { update } } }));
vi.mock("../../src/background/gather");
vi.mock("../../src/background/overhearing");
vi.mock("../../src/background/own-tab");
vi.mock("../../src/background/run-check", { spy: true });
vi.mock("../../src/background/visit-page");
vi.mock("../../src/sites/listeners", () => ({ listeners: {} }));

const order = { setting: phone.id, state: "off", account: "ada" };
const unlisted: Thrower = { who: "unlisted" };
const person: Thrower = { who: "person", at: 5 };
const ownTab = { id: 7, isOwn: true };
const theirTab = { id: 8, isOwn: false };
const evidence: Evidence = { memory: null, page: null, answers: null };
const on: Reading = { strength: "strong", witness: "memory", says: "on" };
const { signal } = new AbortController();
const endOverhearing = vi.fn(async () => undefined);

/** A site with one switch, which is found and pressed at once, and saved in no time. */
function siteWithSwitch(overhears: Site["overhears"] = "where-memory-failed"): Site {
  const site = madeUpSite(overhears);
  const [visit] = site.visits;
  const own: Switch = {
    visit,
    press: () => ({ run: () => "pressed", parameters: [] }),
    readPress: () => ({ kind: "pressed", at: 5 }),
    hasFinishedSaving: () => true,
  };
  return { ...site, switches: new Map([[phone.id, own]]), glance: () => glanced };
}

/** What the page says in the last moment before the press. */
let glanced: Observation | null = null;
const write = { isPending: false };

function told(account: string | null): VisitOutcome {
  return { kind: "told", testimony: { account, asOf: 1, readings: new Map([[phone.id, [on]]]) }, look: null };
}

beforeEach(() => {
  vi.clearAllMocks();
  glanced = { account: "ada", readings: new Map(), numberOnFile: { answer: "yes" }, asOf: 1, isFresh: false };
  write.isPending = false;
  vi.mocked(visitPage).mockResolvedValue(told("ada"));
  vi.mocked(gather).mockResolvedValue(evidence);
  vi.mocked(runInTab).mockResolvedValue("pressed");
  vi.mocked(overhear).mockResolvedValue(endOverhearing);
});

describe("a switch that Unlisted throws for the person", () => {
  it("is pressed once, where it is the account that they were shown", async () => {
    expect(await throwSwitch(siteWithSwitch(), order, ownTab, unlisted, write, signal)).toEqual({
      from: "on",
      failure: null,
    });
    expect(runInTab).toHaveBeenCalledOnce();
  });

  it.each<[string, string | null, string | null, string]>([
    ["they were shown no account", null, "ada", "control-not-found"],
    ["they were shown no account, and the page names none", null, null, "control-not-found"],
    ["the page names no account", "ada", null, "control-not-found"],
    ["the page names another account", "ada", "eve", "account-changed"],
    ["the page names it in other letters", "ada", "ADA", "account-changed"],
  ])("is left alone where %s", async (_name, account, named, failure) => {
    vi.mocked(visitPage).mockResolvedValue(told(named));
    const thrown = await throwSwitch(siteWithSwitch(), { ...order, account }, ownTab, unlisted, write, signal);
    expect(thrown).toEqual({ from: null, failure });
    expect(runInTab).not.toHaveBeenCalled();
  });

  it.each<[string, VisitOutcome, string]>([
    ["is a refusal", { kind: "failed", detail: "sign-in-page", look: null }, "signed-out"],
    ["could not be understood", { kind: "failed", detail: "nothing-known", look: null }, "page-changed"],
    ["cannot be read however it is looked at", { kind: "unread", look: null }, "control-not-found"],
  ])("is left alone where the page %s", async (_name, outcome, failure) => {
    vi.mocked(visitPage).mockResolvedValue(outcome);
    const thrown = await throwSwitch(siteWithSwitch(), order, ownTab, unlisted, write, signal);
    expect(thrown).toEqual({ from: null, failure });
    expect(runInTab).not.toHaveBeenCalled();
  });

  it.each<[string, typeof order]>([
    ["a setting that has no switch", { ...order, setting: "site.email" }],
    ["a setting that there is not", { ...order, setting: "site.other" }],
    ["a state that there is not", { ...order, state: "sometimes" }],
    ["a state that is none", { ...order, state: "toString" }],
  ])("is not looked for where it is of %s", async (_name, other) => {
    const thrown = await throwSwitch(siteWithSwitch(), other, ownTab, unlisted, write, signal);
    expect(thrown).toEqual({ from: null, failure: "control-not-found" });
    expect(visitPage).not.toHaveBeenCalled();
  });

  it.each([
    ["another account", "eve"],
    ["no account", null],
  ])("is left alone where another tab has signed in to %s in the last moment", async (_name, account) => {
    glanced = { account, readings: new Map(), numberOnFile: { answer: "yes" }, asOf: 1, isFresh: false };
    const thrown = await throwSwitch(siteWithSwitch(), order, ownTab, unlisted, write, signal);
    expect(thrown).toEqual({ from: "on", failure: "account-changed" });
    expect(runInTab).not.toHaveBeenCalled();
    expect(write.isPending).toBe(false);
  });

  it("is a write that waits for its answer from the press on, also where what follows is ended", async () => {
    const stop = new AbortController();
    vi.mocked(runInTab).mockImplementation(async () => {
      stop.abort("by-the-person");
      return "pressed";
    });
    await expect(throwSwitch(siteWithSwitch(), order, ownTab, unlisted, write, stop.signal)).rejects.toBe(
      "by-the-person",
    );
    expect(write.isPending).toBe(true);
  });

  it("is a write that the site has answered once the page has saved", async () => {
    await throwSwitch(siteWithSwitch(), order, ownTab, unlisted, write, signal);
    expect(write.isPending).toBe(false);
  });

  it("is not even looked for where nobody could tell whose it is, and no tab is opened for it", async () => {
    const site = siteWithSwitch();
    const result = conclude(site.id, site.settings, {
      account: null,
      readings: new Map([[phone.id, [on]]]),
      numberOnFile: { answer: "yes" },
      asOf: 1,
      isFresh: true,
    });
    vi.mocked(runCheck).mockResolvedValue({ result, looks: [], close: async () => undefined });
    const asked = { switches: [order], account: null };
    const { changes } = await changeSettings(site, asked, 1, signal, async () => undefined);
    expect(changes).toMatchObject([{ account: null, failure: "control-not-found" }]);
    expect(openOwnTab).not.toHaveBeenCalled();
    expect(visitPage).not.toHaveBeenCalled();
  });
});

describe("two switches that are thrown by one click", () => {
  const both = { switches: [order, { setting: email.id, state: "off" }], account: "ada" };
  const close = vi.fn(async () => undefined);
  const progress = async () => undefined;

  /** A site with both switches on one page, of which a fresh check then proves what this gives. */
  function siteWithBoth(proven: readonly (readonly [SettingId, "on" | "off"])[]): Site {
    const site = siteWithSwitch();
    const [own] = site.switches.values();
    if (!own) throw new Error("There is no switch.");
    const said = (says: string): readonly Reading[] => [{ strength: "strong", witness: "memory", says }];
    const result = conclude(site.id, site.settings, {
      account: "ada",
      readings: new Map(proven.map(([setting, state]) => [setting, said(state)])),
      numberOnFile: { answer: "yes" },
      asOf: 1,
      isFresh: true,
    });
    vi.mocked(runCheck).mockResolvedValue({ result, looks: [], close: async () => undefined });
    vi.mocked(openOwnTab).mockResolvedValue({ id: 7, lastAccessed: 1, closed: new AbortController().signal, close });
    return { ...site, switches: new Map([phone.id, email.id].map((id) => [id, own])) };
  }

  it("are pressed in one tab, and proven by one check", async () => {
    const site = siteWithBoth([
      [phone.id, "off"],
      [email.id, "off"],
    ]);
    const { changes } = await changeSettings(site, both, 1, signal, progress);
    expect(changes).toMatchObject([
      { setting: phone.id, to: "off", failure: null },
      { setting: email.id, to: "off", failure: null },
    ]);
    expect(openOwnTab).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalledOnce();
    expect(runInTab).toHaveBeenCalledTimes(2);
    expect(runCheck).toHaveBeenCalledOnce();
  });

  it("are told apart where the site has saved one of them", async () => {
    const site = siteWithBoth([
      [phone.id, "off"],
      [email.id, "on"],
    ]);
    const { changes } = await changeSettings(site, both, 1, signal, progress);
    expect(changes.map(({ failure }) => failure)).toEqual([null, "not-saved"]);
  });

  it("are each left alone where it is another account by then", async () => {
    const site = siteWithBoth([
      [phone.id, "on"],
      [email.id, "on"],
    ]);
    vi.mocked(visitPage).mockResolvedValue(told("eve"));
    const { changes } = await changeSettings(site, both, 1, signal, progress);
    expect(changes.map(({ failure }) => failure)).toEqual(["account-changed", "account-changed"]);
    expect(visitPage).toHaveBeenCalledOnce();
    expect(runInTab).not.toHaveBeenCalled();
  });

  it("are not both pressed where the person stops between them", async () => {
    const site = siteWithBoth([
      [phone.id, "off"],
      [email.id, "on"],
    ]);
    const stop = new AbortController();
    vi.mocked(runInTab).mockImplementation(async () => {
      stop.abort("by-the-person");
      return "pressed";
    });
    const { changes, unanswered } = await changeSettings(site, both, 1, stop.signal, progress);
    expect(runInTab).toHaveBeenCalledOnce();
    expect(changes.map(({ failure }) => failure)).toEqual(["cancelled", "cancelled"]);
    expect(unanswered).toMatchObject([{ setting: phone.id }]);
  });
});

describe("a switch on a page whose memory cannot be read", () => {
  it("is pressed in a tab of our own once the page was loaded anew, and somebody listened", async () => {
    vi.mocked(visitPage).mockResolvedValueOnce({ kind: "unread", look: null });
    const site = siteWithSwitch();
    expect(await throwSwitch(site, order, ownTab, unlisted, write, signal)).toMatchObject({ failure: null });
    expect(vi.mocked(visitPage).mock.calls.map(([, , tab, way]) => [tab, way])).toEqual([
      [7, "first"],
      [7, "overhearing"],
    ]);
    expect(update).toHaveBeenCalledExactlyOnceWith(7, { url: "https://site.example/first" });
    expect(endOverhearing).toHaveBeenCalledOnce();
  });

  it("does not listen any longer where that fails", async () => {
    vi.mocked(visitPage).mockResolvedValueOnce({ kind: "unread", look: null }).mockRejectedValueOnce("tab-closed");
    await expect(throwSwitch(siteWithSwitch(), order, ownTab, unlisted, write, signal)).rejects.toBe("tab-closed");
    expect(endOverhearing).toHaveBeenCalledOnce();
  });

  it("is looked at as it is in the person's own tab, which nobody loads anew", async () => {
    await throwSwitch(siteWithSwitch(), order, theirTab, unlisted, write, signal);
    expect(vi.mocked(visitPage).mock.calls.map(([, , tab, way]) => [tab, way])).toEqual([[8, "plain"]]);
    expect(overhear).not.toHaveBeenCalled();
    expect(update).not.toHaveBeenCalled();
  });
});

describe("a switch that the person has thrown", () => {
  it.each<[string, string | null, string | null]>([
    ["they were shown the account", "ada", "ada"],
    ["the page names no account", "ada", null],
    ["they were shown no account, and the page names none", null, null],
  ])("is theirs where %s: it is waited for, and nothing is pressed", async (_name, account, named) => {
    vi.mocked(visitPage).mockResolvedValue(told(named));
    const thrown = await throwSwitch(siteWithSwitch(), { ...order, account }, theirTab, person, write, signal);
    expect(thrown).toEqual({ from: "on", failure: null });
    expect(gather).toHaveBeenCalledOnce();
    expect(runInTab).not.toHaveBeenCalled();
  });

  it.each<[string, string | null, string]>([
    ["another account than they were shown", "ada", "eve"],
    ["an account, where they were shown none", null, "ada"],
  ])("is not taken for theirs on the page of %s", async (_name, account, named) => {
    vi.mocked(visitPage).mockResolvedValue(told(named));
    const thrown = await throwSwitch(siteWithSwitch(), { ...order, account }, theirTab, person, write, signal);
    expect(thrown).toEqual({ from: null, failure: "account-changed" });
  });

  it.each<[string, "on" | "off", object | null]>([
    ["as the page says", "on", { from: "on", failure: null }],
    ["not, as the page says", "off", null],
  ])("was found thrown, or %s", async (_name, state, thrown) => {
    const found = { who: "person", at: null } as const;
    expect(await throwSwitch(siteWithSwitch(), { ...order, state }, theirTab, found, write, signal)).toEqual(thrown);
    expect(gather).not.toHaveBeenCalled();
  });
});
