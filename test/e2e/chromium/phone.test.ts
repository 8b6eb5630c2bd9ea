import { mkdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { findOverflow } from "../overflow";
import { shareSession } from "../session";

const session = shareSession();

it("fills a phone's screen, where the popup is a page of its own", async () => {
  const popup = await session().openPopup();
  await popup.page.setViewport({ width: 412, height: 840, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await popup.check();
  const { left, right } = await popup.page.$eval("main", (main) => main.getBoundingClientRect().toJSON());
  expect({ left, right }).toEqual({ left: 0, right: 412 });
  expect(await findOverflow(popup.page)).toEqual([]);
  // Fingers need room: 24 pixels, but for links within a line of text.
  const small = await popup.page.$$eval("button, a:not(.sources a), summary", (controls) =>
    controls
      .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height < 24)
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
  await mkdir("artifacts", { recursive: true });
  await popup.page.screenshot({ optimizeForSpeed: true, path: "artifacts/popup-phone.png" });
});
