import { describe, expect, it } from "vitest";
import { readOutcome } from "../outcome";
import { shareSession } from "../session";
import { allowAtPrompt, ToolbarPopup, waitForPrompt } from "./toolbar";

const session = shareSession({ isAllowed: false });

describe("the real toolbar popup in Firefox", () => {
  it("goes on by itself when it has closed over the browser's question, and that is answered then", async () => {
    const { driven } = session();
    const page = await session().openSitePage("/home");
    const watching = await session().openPopup();
    await page.bringToFront();
    const popup = await ToolbarPopup.open(driven);
    await popup.click('[data-action="check"]');
    await waitForPrompt(driven);
    await popup.close();
    await allowAtPrompt(driven);
    await watching.page.bringToFront();
    await watching.waitFor("done");
    expect(await readOutcome(watching)).toBe("exposed");
  });

  // Later: what was allowed before cannot be taken back by this file's tests.
  it("has room for all that it says beside its scroll bar", async () => {
    const watching = await session().openPopup();
    await watching.check();
    const page = await session().openSitePage("/home");
    await page.bringToFront();
    const popup = await ToolbarPopup.open(session().driven);
    const { phase, width, contentWidth } = await popup.readRoom();
    expect(phase).toBe("done");
    expect(width).toBeLessThanOrEqual(360);
    expect(contentWidth).toBe(width);
    await popup.close();
  });
});
