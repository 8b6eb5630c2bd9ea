import { expect, it } from "vitest";
import { shareSession } from "../session";

const session = shareSession();

it.each(["local", "session"])("what is kept is closed to whatever runs in a site's page: storage.%s", async (area) => {
  await session().openSitePage("/home");
  const popup = await session().openPopup();
  await popup.check();
  const read = await popup.page.evaluate(`chrome.tabs
    .query({ url: "https://x.com/home" })
    .then(([{ id }]) => chrome.scripting.executeScript({
      target: { tabId: id },
      args: ["${area}"],
      func: (area) => chrome.storage[area].get().then((kept) => Object.keys(kept).join(), (error) => error.message),
    }))
    .then(([{ result }]) => result)`);
  expect(read).toMatch(/^Access to storage is not allowed/);
  expect(await popup.page.evaluate(`chrome.storage.local.get().then((kept) => Object.keys(kept).length)`)).not.toBe(0);
});
