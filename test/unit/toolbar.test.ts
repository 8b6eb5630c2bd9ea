import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, expect, it, vi } from "vitest";
import { concludeFailure, keep } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { Verdict } from "../../src/audit/finding";
import { writePlainButton } from "../../src/background/plain-button-record";
import { writeResults } from "../../src/background/records";
import { drawToolbar } from "../../src/background/toolbar";
import { sites } from "../../src/sites";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
// Node draws nothing: the icon's place is taken by its verdict.
vi.mock("../../src/background/toolbar-icon", () => ({ drawToolbarIcon: (verdict: Verdict | null) => verdict }));

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

it("shows the mark, the name and no badge where it is kept plain", async () => {
  const [site] = sites;
  const result = concludeFailure(site.id, site.settings, causeOf("no-answer"), 1);
  await writeResults({ site: site.id, context: "regular" }, keep(null, result, null));
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
  await writeResults({ site: site.id, context: "regular" }, keep(null, result, null));
  const quick = drawToolbar();
  // As far as it gets while the first is held up.
  await new Promise((resolve) => setImmediate(resolve));
  letGo();
  await Promise.all([slow, quick]);
  expect(icon).toBe("unknown");
});
