import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { concludeFailure, keep } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { SawLook } from "../../src/audit/saw";
import { forgetResults, writeLooks, writeResults, writeResultsInMemory } from "../../src/background/records";
import { readSaw } from "../../src/background/saw";
import { x } from "../../src/sites/x";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));

const regular = { site: x.id, context: "regular" } as const;
const inPrivate = { site: x.id, context: "private" } as const;
const look: SawLook = { visit: "contacts", way: "first", steadyFor: 5, isLast: true, saw: { page: null } };
const results = keep(null, concludeFailure(x.id, x.settings, causeOf("nothing-known"), 5), []);

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({
    manifest_version: 3,
    name: "Unlisted",
    version: "1.2",
  });
  vi.spyOn(fakeBrowser.runtime, "getURL").mockReturnValue("chrome-extension://unlisted/");
});

describe("what the last check saw", () => {
  it("is a file with its looks, and what was found", async () => {
    await Promise.all([writeLooks(regular, [look]), writeResults(regular, results)]);
    expect(JSON.parse((await readSaw(x, regular)) ?? "")).toEqual({
      format: "unlisted-saw",
      version: 1,
      site: "x",
      unlisted: "1.2",
      browser: "chrome",
      looks: [look],
      findings: Object.fromEntries(x.settings.map(({ id }) => [id, "unknown: nothing-known"])),
    });
  });

  it("says in which browser that was", async () => {
    vi.mocked(fakeBrowser.runtime.getURL).mockReturnValue("moz-extension://unlisted/");
    await Promise.all([writeLooks(regular, [look]), writeResults(regular, results)]);
    expect(JSON.parse((await readSaw(x, regular)) ?? "")).toMatchObject({ browser: "firefox" });
  });

  it("is a private window's own", async () => {
    await Promise.all([writeLooks(inPrivate, [look]), writeResultsInMemory(inPrivate, results)]);
    expect(await readSaw(x, inPrivate)).not.toBeNull();
    expect(await readSaw(x, regular)).toBeNull();
  });

  it("is nothing where no check was made since the browser was started", async () => {
    await writeResults(regular, results);
    expect(await readSaw(x, regular)).toBeNull();
  });

  it("is nothing where the last check did not see anything", async () => {
    await Promise.all([writeLooks(regular, []), writeResults(regular, results)]);
    expect(await readSaw(x, regular)).toBeNull();
  });

  it("is forgotten with the results", async () => {
    await Promise.all([writeLooks(regular, [look]), writeResults(regular, results)]);
    await forgetResults(regular);
    await writeResults(regular, results);
    expect(await readSaw(x, regular)).toBeNull();
  });
});
