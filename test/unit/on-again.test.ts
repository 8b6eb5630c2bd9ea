import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, expect, it, vi } from "vitest";
import type { CheckResult } from "../../src/audit/check-result";
import { conclude } from "../../src/audit/conclude";
import type { Reading } from "../../src/audit/reading";
import { endCheck, noteSign } from "../../src/background/end-check";
import { onAgainKey } from "../../src/background/subject";
import { x } from "../../src/sites/x";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));
vi.mock("../../src/background/toolbar", () => ({ drawToolbar: async () => undefined }));

const subject = { site: "x", context: "regular" } as const;
let now = Date.now() - 1_000_000;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

function found(says: "on" | "off", account = "ada"): CheckResult {
  const reading: Reading = { strength: "strong", witness: "memory", says };
  return conclude(x.id, x.settings, {
    account,
    readings: new Map([["x.phone", [reading]]]),
    numberOnFile: { answer: "yes" },
    asOf: now,
    isFresh: true,
  });
}

async function check(result: CheckResult): Promise<void> {
  now += 1000;
  vi.spyOn(Date, "now").mockReturnValue(now);
  await endCheck(subject, { result: { ...result, asOf: now }, looks: [], close: async () => undefined }, []);
}

async function warned(): Promise<readonly string[]> {
  const kept = (await fakeBrowser.storage.local.get(onAgainKey("x")))[onAgainKey("x")] ?? [];
  return (kept as { account: string; setting: string }[]).map(({ account, setting }) => `${account} ${setting}`);
}

it("is a switch that was off, whatever was checked in between, until it is off", async () => {
  await check(found("off"));
  await check(found("on", "bob"));
  expect(await warned()).toEqual([]);
  await check(found("on"));
  expect(await warned()).toEqual(["ada x.phone"]);
  await check(found("on"));
  expect(await warned()).toEqual(["ada x.phone"]);
  await check(found("off"));
  expect(await warned()).toEqual([]);
});

it("is one that an open tab had shown before the check did", async () => {
  await check(found("off"));
  await noteSign(subject, { setting: "x.phone", account: "ada", kind: "open", state: "on", until: now + 500 });
  await check(found("on"));
  expect(await warned()).toEqual(["ada x.phone"]);
});

it("reads a long log only where a switch has moved: the verdict waits for that", async () => {
  await check(found("off"));
  await check(found("on"));
  const get = vi.spyOn(fakeBrowser.storage.local, "get");
  const reads = () => get.mock.calls.filter((call) => JSON.stringify(call).includes("history:checks"));
  await check(found("on"));
  expect(reads()).toEqual([]);
  await check(found("off"));
  expect(reads()).not.toEqual([]);
});
