import { describe, expect, it } from "vitest";
import { shareSession } from "../session";
import { openToolbarPopup } from "./toolbar";

const session = shareSession();

describe("a private window", () => {
  it("is checked in itself, and leaves nothing on the disk", async () => {
    const { driven } = session();
    const control = await session().openPopup();
    const opened = driven.browser.waitForTarget((target) => target.url() === "https://x.com/home");
    const window = await control.page.evaluate(
      `chrome.windows.create({ incognito: true, url: "https://x.com/home" }).then(({ id }) => id)`,
    );
    const page = await (await opened).asPage();
    const popup = await openToolbarPopup(driven, page);
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("exposed");

    const stored = await control.page.evaluate(
      `Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then((areas) => areas.map(Object.keys))`,
    );
    expect(stored).toEqual([[], ["looks:private:x", "results:private:x", "signs:private:x"]]);

    // With the last private window goes what was seen in it.
    const forgotten = control.page.evaluate(
      `new Promise((resolve) => chrome.storage.onChanged.addListener((changes) => resolve(Object.keys(changes))))`,
    );
    await control.page.evaluate(`chrome.windows.remove(${window})`);
    expect(await forgotten).toEqual(["looks:private:x", "results:private:x", "signs:private:x"]);
  });
});
