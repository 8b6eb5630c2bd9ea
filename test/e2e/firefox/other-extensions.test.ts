import { describe, expect, it } from "vitest";
import type { Scenario } from "../../practice-site/scenario";
import { readOutcome } from "../outcome";
import { inBackground, type Parts, shareSecondExtension } from "../second-extensions";
import { shareSession } from "../session";

const session = shareSession();
const install = shareSecondExtension(session);

const filterPermissions = ["webRequest", "webRequestBlocking", "webRequestFilterResponse"];

/** Puts something in the place of what the site answers to its page, with the good status that it had. */
const answersInstead = (text: string) =>
  inBackground(
    `chrome.webRequest.onBeforeRequest.addListener(
      ({ requestId }) => {
        const filter = chrome.webRequest.filterResponseData(requestId);
        filter.onstop = () => {
          filter.write(new TextEncoder().encode(${JSON.stringify(text)}));
          filter.close();
        };
      },
      { urls: ["https://api.x.com/1.1/account/settings.json*"] },
      ["blocking"],
    );`,
    ...filterPermissions,
  );

const on = { discoverable_by_mobile_phone: true };

/** Takes every new page of the site into a container of its own. */
const inContainer = inBackground(
  `chrome.webRequest.onBeforeRequest.addListener(
    ({ tabId, url, cookieStoreId }) => {
      if (cookieStoreId !== "firefox-default") return {};
      chrome.contextualIdentities
        .create({ name: "Work", color: "blue", icon: "briefcase" })
        .then(({ cookieStoreId }) => chrome.tabs.create({ url, cookieStoreId, active: false }))
        .then(() => chrome.tabs.remove(tabId));
      return { cancel: true };
    },
    { urls: ["https://x.com/settings/*"], types: ["main_frame"] },
    ["blocking"],
  );`,
  "webRequest",
  "webRequestBlocking",
  "cookies",
  "contextualIdentities",
);

const cases: Record<string, readonly [Parts, Partial<Scenario>, string]> = {
  "answers the site's page with nothing": [
    answersInstead(""),
    { settings: on, viewer: "known-late" },
    "unknown, site-error, settings-blocked",
  ],
  "answers it with nothing where only that can be heard": [
    answersInstead(""),
    { settings: on, viewer: "known-late", memory: "unreachable" },
    "unknown, page-changed, answer-not-understood",
  ],
  "answers it with an empty object": [answersInstead("{}"), { settings: on }, "unknown, page-changed, field-missing"],
  "answers it with an empty object where only that can be heard": [
    answersInstead("{}"),
    { settings: on, memory: "unreachable" },
    "unknown, page-changed, field-missing",
  ],
  "takes the site's pages into a container": [inContainer, {}, "unknown, interrupted, tab-closed"],
};

describe("a check beside an extension that", () => {
  it.each(Object.entries(cases))("%s", async (_name, [parts, changes, outcome]) => {
    await install(parts);
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check(30_000);
    expect(await readOutcome(popup)).toBe(outcome);
  });
});
