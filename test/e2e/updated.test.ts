import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { changeManifest } from "../harness/copy-extension";
import { HistoryPage } from "./history-page";
import { shareSession } from "./session";
import { expectWhole, readStanding } from "./wholeness";

const session = shareSession({
  tamper: (folder) => changeManifest(folder, (manifest) => ({ ...manifest, version: "0.0.9" })),
});

const readVersion = "chrome.runtime.getManifest().version";

// Each file is what a version had stored: what the next ones store may look otherwise, and must know these still.
it.each(["storage-0.1.0.json"])("an update over a version that has left %s loses nothing", async (name) => {
  const stored = await readFile(new URL(`../samples/${name}`, import.meta.url), "utf8");
  const { driven } = session();
  const before = await session().openPopup();
  await before.page.evaluate(`chrome.storage.local.set(${stored})`);
  await driven.stopBackground();
  await before.check();
  expect(await before.page.evaluate(readVersion)).toBe("0.0.9");
  const kept = await before.page.evaluate("chrome.storage.local.get()");

  await driven.update();
  const after = await session().openPopup();
  expect(await after.page.evaluate(readVersion)).not.toBe("0.0.9");
  await after.waitFor("done");
  expect((await after.findings())["x.phone"]).toBe("exposed");
  expect(await after.page.evaluate("chrome.storage.local.get()")).toEqual(kept);
  const standing = await readStanding(after);
  expect(standing.remembered).toBe(JSON.parse(stored)["history:checks"].length + 1);
  const report = await HistoryPage.open(driven);
  await report.waitForCount(standing.remembered);
  expect(await report.page.$("[data-unreadable]")).toBeNull();
  await report.page.close();
  await expectWhole(session(), after, standing, 0);
});
