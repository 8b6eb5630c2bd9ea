import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { shareSession } from "./session";

const session = shareSession();

describe("a page of the site", () => {
  it("cannot fetch any file of the extension", async () => {
    const { driven } = session();
    const entries = await readdir(`dist/${driven.name}`, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`dist/${driven.name}/`.length));
    expect(paths).toContain("manifest.json");
    // A page of the site without a content security policy: what stops the fetch must be the browser's own rule.
    const page = await session().openSitePage("/no-such-page");
    const fetched = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map((address) =>
            fetch(address).then(
              () => address,
              () => null,
            ),
          ),
        ),
      ["/no-such-page", ...paths.map((path) => driven.extensionAddress + path)],
    );
    expect(fetched.filter((address) => address !== null)).toEqual(["/no-such-page"]);
    // Firefox complains of each in the page's console, a moment later; Chromium's complaints are of the site's own.
    const complaints: string[] = [];
    const expected = driven.name === "firefox" ? paths.length : 0;
    await expect.poll(() => complaints.push(...session().takeComplaints())).toBe(expected);
    for (const complaint of complaints) expect(complaint).toContain("may not load or link to moz-extension:");
  });

  it("holds nothing of the extension before a click", async () => {
    const page = await session().openSitePage("/settings/contacts");
    await page.waitForSelector("input[type=checkbox]");
    const traces = await page.evaluate(
      () => document.documentElement.outerHTML.match(/-extension:|unlisted/gi)?.length ?? 0,
    );
    expect(traces).toBe(0);
  });
});
