import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeCode, changeManifest } from "../harness/copy-extension";
import { countTraces, listFetched, survivesOrderFromPage } from "./seeing";
import { arrived, listForeignRequests, openRooms, secretPlace, send } from "./sending";
import { shareSession } from "./session";

/** A copy in which what keeps the promises is broken: the tests of them must see it. */
const session = shareSession({
  tamper: async (folder) => {
    await changeManifest(folder, (manifest) => ({
      ...manifest,
      content_security_policy: { extension_pages: "script-src 'self'" },
      web_accessible_resources: [{ resources: ["manifest.json"], matches: ["https://x.com/*"] }],
      content_scripts: [{ matches: ["https://x.com/*"], js: ["trace.js"] }],
    }));
    await writeFile(join(folder, "trace.js"), 'document.documentElement.dataset.by = "unlisted";');
    await changeCode(folder, /document\.getElementById\(.react-root.\)/, (found) => {
      return `(fetch("${secretPlace}gathered").catch(() => null),${found})`;
    });
    // The background believes every sender, not only the extension's own pages.
    await changeCode(folder, /\.startsWith\([\w.]+\.runtime\.getURL\(``\)\)/, () => '.startsWith("")');
  },
});

describe("a copy of the extension that breaks its promises is found out", () => {
  it("when its pages or its background may send something", async () => {
    for await (const { name, ways, evaluate } of openRooms(session())) {
      session().play();
      await evaluate(send);
      await expect.poll(() => arrived(session()).sort(), { message: name, timeout: 15_000 }).toEqual([...ways].sort());
    }
    await session().takeComplaints();
  });

  it("when a gatherer asks the site for something", async () => {
    expect(await listForeignRequests(session())).toEqual(["GET x.com/secret/gathered"]);
    await session().takeComplaints();
  });

  it("when the site can fetch a file of it", async () => {
    expect(await listFetched(session(), ["manifest.json"])).toContain("manifest.json");
  });

  it("when it leaves a trace in the site's pages", async () => {
    expect(await countTraces(session())).toBeGreaterThan(0);
  });

  it("when the background takes orders from the site's pages", async () => {
    expect(await survivesOrderFromPage(session())).toBe(false);
  });
});
