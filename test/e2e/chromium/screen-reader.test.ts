import type { Page, SerializedAXNode } from "puppeteer-core";
import { expect, it } from "vitest";
import { shareSession } from "../session";

const session = shareSession();

/** What a screen reader would read of a page, line by line: the role, and the words. */
async function read(page: Page): Promise<readonly string[]> {
  const root = await page.accessibility.snapshot({ interestingOnly: true });
  return root ? linesOf(root).filter((line) => !line.startsWith("RootWebArea")) : [];
}

function linesOf({ role, name = "", children = [], ...rest }: SerializedAXNode): readonly string[] {
  const level = rest.level === undefined ? "" : ` ${rest.level}`;
  const state = rest.disabled ? ", unavailable" : rest.expanded === false ? ", closed" : "";
  return [`${role}${level}: ${name}${state}`, ...children.flatMap(linesOf)];
}

/** What it would say of its own accord. */
function announcement(page: Page): Promise<string> {
  return page.$eval('[role="status"].announcement', (status) => status.textContent ?? "");
}

it("walks a person who cannot see the popup through the main job", async () => {
  session().play({ settings: { discoverable_by_email: false }, save: { kind: "saves", delay: 1500 } });
  const popup = await session().openPopup();
  const { page } = popup;
  expect(await read(page)).toEqual(
    inOrder(
      "heading 1: Unlisted",
      "heading 2: Who can find you by your phone number?",
      /StaticText: One click looks at your settings on X/,
      "button: Check now",
      "StaticText: Everything stays on this device.",
    ),
  );

  await popup.check();
  expect(await announcement(page)).toBe("People who have your phone number can find you on X.");
  expect(await read(page)).toEqual(
    inOrder(
      "heading 2: People who have your phone number can find you on X.",
      /StaticText: @ada_example · checked/,
      /StaticText: Anyone who has your number, or guesses it, can find this account\./,
      "button: Switch it off for me",
      /StaticText: This unticks “Let people who have your phone number find you on X” for @ada_example/,
      "button: Show me where",
      /Why does this matter\?/,
      /StaticText: People who have your email address can’t use it to find you on X\./,
      "StaticText: Your X account has a phone number.",
      "button: Remove it, carefully",
      /7 of 11 other settings could be more private/,
      "link: History",
      "button: Check again",
    ),
  );

  await popup.press("switch-off");
  // Before that it is the browser's permission that is waited for, for a moment.
  await expect.poll(() => announcement(page)).toBe("Changing a setting on X…");
  expect(await read(page)).toEqual(
    inOrder("heading 2: Changing a setting on X…", /StaticText: Unlisted clicks on X’s own page/, "button: Cancel"),
  );

  await popup.waitFor("done");
  const bothOff = "People who have your phone number or email address can’t use them to find you on X.";
  expect(await announcement(page)).toBe(bothOff);
  expect(await read(page)).toEqual(
    inOrder(
      /StaticText: Phone number: switched off with Unlisted just now/,
      "button: Undo: let people find me this way again",
      `heading 2: ${bothOff}`,
      "button: Remind me in 3 months",
    ),
  );
});

/** Matches lines among which these stand in this order. */
function inOrder(...wanted: readonly (string | RegExp)[]) {
  return {
    asymmetricMatch(lines: readonly string[]): boolean {
      let at = 0;
      for (const line of lines) {
        const next = wanted[at];
        if (next !== undefined && (typeof next === "string" ? line === next : next.test(line))) at += 1;
      }
      return at === wanted.length;
    },
    toString: () => `lines in order: ${wanted.join(" | ")}`,
  };
}
