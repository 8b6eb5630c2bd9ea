import { describe, expect, it } from "vitest";
import { findIdentifiers } from "../guards/identifiers";
import { ordinaryScenario } from "../practice-site/scenario";
import { arrived, listForeignRequests, openRooms, send } from "./sending";
import { shareSession } from "./session";

const session = shareSession();

describe("what the extension knows", () => {
  it("cannot be sent from any of its pages, nor from the background: the browser stops it", async () => {
    for await (const { name, ways, evaluate } of openRooms(session())) {
      await evaluate(send);
      const stopped = () => evaluate("(scope) => [...new Set(scope.stopped)].sort()");
      await expect.poll(stopped, { message: name, timeout: 15_000 }).toEqual([...ways].sort());
    }
    expect(arrived(session())).toEqual([]);
    // The browsers also tell what they have stopped.
    for (const complaint of await session().takeComplaints())
      expect(complaint).toMatch(/Content[- ]Security[- ]Policy|\/secret\/event-source/);
  });

  it("is not asked for by requests of its own: a check loads the site's pages and nothing else", async () => {
    expect(await listForeignRequests(session())).toEqual([]);
  });

  it("holds neither the number nor the address", async () => {
    const popup = await session().openPopup();
    await popup.check();
    expect(await popup.numberOnFile()).toBe("yes");
    const kept = await popup.page.evaluate("Promise.all([chrome.storage.local.get(), chrome.storage.session.get()])");
    expect(JSON.stringify(kept)).toContain("x.phone");
    const { phone, email } = ordinaryScenario.account ?? {};
    expect(findIdentifiers([kept, await popup.text()], { phone: phone ?? "", email: email ?? "" })).toEqual([]);
  });
});
