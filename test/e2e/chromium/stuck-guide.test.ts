import { expect, it } from "vitest";
import { beginGuide } from "../guide-page";
import { shareSession } from "../session";

const session = shareSession();

/** Has the page do nothing else than wait for an answer: in Firefox it would go on meanwhile. Runs in the page. */
const keepBusy = `{
  const request = new XMLHttpRequest();
  request.open("GET", "/i/wait/60000", false);
  request.send();
}`;

it("a guide whose page is busy keeps no check waiting, also after the background was stopped", async () => {
  const guide = await beginGuide(session());
  await guide.waitFor(({ light }) => light !== null);
  guide.page.evaluate(keepBusy).catch(() => undefined);
  await expect.poll(() => session().site.requests.map(({ path }) => path)).toContain("/i/wait/60000");
  await session().driven.stopBackground();
  const popup = await session().openPopup();
  await popup.check();
  expect((await popup.findings())["x.phone"]).toBe("exposed");
  await guide.page.close();
  await guide.waitForEnd();
});

it("a guide whose permission is taken back says that it is over, though nobody can tell it so", async () => {
  const guide = await beginGuide(session());
  await guide.waitFor(({ light }) => light !== null);
  session().play({ save: { kind: "never" } });
  await guide.press("switch-off");
  await guide.waitForTitle("Looking whether X has saved it…");
  await guide.control.evaluate(`chrome.permissions.remove({ origins: ["https://x.com/*"] })`);
  // Without the permission the extension cannot look into the page either; what a screen reader is given is there.
  const isSaid = async () => JSON.stringify(await guide.page.accessibility.snapshot());
  await expect.poll(isSaid, { timeout: 60_000 }).toContain("The check was interrupted.");
  expect(await isSaid()).not.toContain("Looking whether X has saved it…");
});
