import { describe, expect, it } from "vitest";
import { shareSession } from "./session";

const session = shareSession({ isAllowed: false });

describe("before the site was ever allowed", () => {
  it("opens nothing, and says what is missing to a person who left the prompt unanswered", async () => {
    const asking = await session().openPopup();
    await asking.press("check");
    await asking.waitFor("running");
    const later = await session().openPopup();
    await later.waitFor("done");
    expect((await later.findings())["x.phone"]).toBe("unknown: permission-denied");
    expect(await later.text()).toContain("choose “Allow”");
    expect(session().site.requests.filter(({ host }) => host === "x.com")).toEqual([]);
  });
});
