import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { conclude, concludeFailure, keep } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { Verdict } from "../../src/audit/finding";
import type { Reading } from "../../src/audit/reading";
import { writePlainButton } from "../../src/background/plain-button-record";
import { writeResults } from "../../src/background/records";
import { drawToolbar } from "../../src/background/toolbar";
import { sites } from "../../src/sites";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
// Node draws nothing: the icon's place is taken by its verdict.
vi.mock("../../src/background/toolbar-icon", () => ({
  drawToolbarIcon: (verdict: Verdict | null, isAged: boolean) => (isAged ? `${verdict}, aged` : verdict),
}));

let icon: unknown = null;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({
    manifest_version: 3,
    name: "Unlisted",
    version: "1",
    action: { default_title: "Unlisted" },
  });
  vi.spyOn(fakeBrowser.action, "setTitle").mockResolvedValue();
  vi.spyOn(fakeBrowser.action, "setIcon").mockImplementation(async ({ imageData }) => {
    icon = imageData;
  });
});

describe("what it tells", () => {
  const [site] = sites;
  const day = 24 * 60 * 60_000;
  const off: Reading = { strength: "strong", witness: "memory", says: "off" };
  const on: Reading = { ...off, says: "on" };
  const answer = (reading: Reading, age: number) =>
    conclude(site.id, site.settings, {
      account: "ada",
      readings: new Map(site.settings.map(({ id }) => [id, [reading]])),
      numberOnFile: { answer: "yes" },
      asOf: Date.now() - age,
      isFresh: true,
    });
  const failed = concludeFailure(site.id, site.settings, causeOf("by-the-person"), Date.now());

  it.each([
    ["a reassurance", keep(null, answer(off, day), []), "protected", "switches were off when you last checked"],
    ["one of a month ago", keep(null, answer(off, 31 * day), []), "protected, aged", "when you last checked"],
    ["a warning, however old", keep(null, answer(on, 200 * day), []), "exposed", "people can find you"],
    [
      "a warning that a later check without an answer does not take away",
      keep(keep(null, answer(on, day), []), failed, []),
      "exposed",
      "people can find you",
    ],
    ["no answer", keep(null, failed, []), "unknown", "not known"],
  ])("is %s", async (_name, kept, drawn, title) => {
    vi.spyOn(fakeBrowser.action, "setBadgeText").mockResolvedValue();
    await writeResults({ site: site.id, context: "regular" }, kept);
    await drawToolbar();
    expect(icon).toBe(drawn);
    expect(fakeBrowser.action.setTitle).toHaveBeenLastCalledWith({ title: expect.stringContaining(title) });
    const faded = await fakeBrowser.alarms.get("age");
    expect(faded !== undefined).toBe(drawn === "protected");
  });
});

it("shows the mark, the name and no badge where it is kept plain", async () => {
  const [site] = sites;
  const result = concludeFailure(site.id, site.settings, causeOf("no-answer"), 1);
  await writeResults({ site: site.id, context: "regular" }, keep(null, result, []));
  const badge = vi.spyOn(fakeBrowser.action, "setBadgeText").mockResolvedValue();
  await writePlainButton(true);
  await drawToolbar();
  expect(icon).toBeNull();
  expect(badge).toHaveBeenLastCalledWith({ text: "" });
  expect(fakeBrowser.action.setTitle).toHaveBeenLastCalledWith({ title: "Unlisted" });
  // What cannot be understood is no choice.
  await fakeBrowser.storage.local.set({ "plain-button": "yes" });
  await drawToolbar();
  expect(icon).toBe("unknown");
});

it("shows what was found last, also where it is drawn anew while it is being drawn", async () => {
  const [site] = sites;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reached: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    reached = resolve;
  });
  vi.spyOn(fakeBrowser.action, "setBadgeText")
    .mockImplementationOnce(async () => {
      reached();
      await held;
    })
    .mockResolvedValue();
  const slow = drawToolbar();
  await hasBegun;
  const result = concludeFailure(site.id, site.settings, causeOf("no-answer"), 1);
  await writeResults({ site: site.id, context: "regular" }, keep(null, result, []));
  const quick = drawToolbar();
  // As far as it gets while the first is held up.
  await new Promise((resolve) => setImmediate(resolve));
  letGo();
  await Promise.all([slow, quick]);
  expect(icon).toBe("unknown");
});
