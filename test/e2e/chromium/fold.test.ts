import { expect, it } from "vitest";
import { readCatalogues } from "../../../src/locales/catalogues";
import { findOverflow } from "../overflow";
import { shareSession } from "../session";

const session = shareSession();

/**
 * Where the button that helps may begin, in pixels from the popup's upper edge, of the 600 that browsers give it: under a
 * warning of one switch, under one of both, whose sentence is longer, and under good news, which have more to say first.
 */
const lowest: Readonly<Record<string, number>> = { one: 260, both: 290, off: 400 };

it("has the button that helps in sight without scrolling, in every language", async () => {
  const { openPopup, driven, speak, play } = session();
  const kept: Record<string, unknown> = {};
  for (const [face, settings] of Object.entries({
    one: { discoverable_by_email: false },
    both: { discoverable_by_email: true },
    off: { discoverable_by_mobile_phone: false, discoverable_by_email: false },
  })) {
    play({ settings });
    const popup = await openPopup();
    await popup.check();
    kept[face] = await popup.page.evaluate(`chrome.storage.local.get("results:regular:x")`);
    await popup.page.close();
  }
  const found: string[] = [];
  for (const language of (await readCatalogues()).keys()) {
    await speak(language);
    const popup = await openPopup();
    await popup.page.setViewport({ width: 360, height: 600 });
    for (const [face, records] of Object.entries(kept)) {
      await popup.page.evaluate(`chrome.storage.local.set(${JSON.stringify(records)})`);
      await popup.waitFor("done");
      await popup.page.waitForFunction(
        (wanted) => document.querySelectorAll(".alike li").length === (wanted === "one" ? 0 : 2),
        {},
        face,
      );
      const place = await popup.page.$eval("[data-forward]", (button) => {
        const { top, bottom } = button.getBoundingClientRect();
        const foot = document.querySelector(".foot")?.getBoundingClientRect().top ?? 0;
        return { top: Math.round(top), isSeen: bottom < foot };
      });
      if (place.top > (lowest[face] ?? 0) || !place.isSeen) found.push(`${language}, ${face}: ${place.top}`);
      for (const words of await findOverflow(popup.page)) found.push(`${language}, ${face}: ${words}`);
    }
    await popup.page.close();
  }
  expect(found).toEqual([]);
  expect(driven.name).toBe("chrome");
});
