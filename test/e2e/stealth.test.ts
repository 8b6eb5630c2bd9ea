import { describe, expect, it } from "vitest";
import { countTraces, listFetched, listFiles, survivesOrderFromPage } from "./seeing";
import { shareSession } from "./session";

const session = shareSession();

describe("a page of the site", () => {
  it("cannot fetch any file of the extension", async () => {
    const paths = await listFiles(session());
    expect(paths).toContain("manifest.json");
    expect(await listFetched(session(), paths)).toEqual(["/no-such-page"]);
    // Firefox complains of each in the page's console, a moment later; Chromium's complaints are of the site's own.
    const complaints: string[] = [];
    const expected = session().driven.name === "firefox" ? paths.length : 0;
    await expect
      .poll(async () => complaints.push(...(await session().takeComplaints())), { timeout: 15_000 })
      .toBe(expected);
    for (const complaint of complaints) expect(complaint).toContain("may not load or link to moz-extension:");
  });

  it("holds nothing of the extension before a click", async () => {
    expect(await countTraces(session())).toBe(0);
  });

  it("can order nothing, not even by a script of the extension's own in it", async () => {
    expect(await survivesOrderFromPage(session())).toBe(true);
  });
});
