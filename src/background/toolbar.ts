import browser from "webextension-polyfill";
import type { Verdict } from "../audit/finding";
import { findingOf } from "../audit/shown";
import { isDue } from "../history/reminder";
import { say } from "../locales/messages";
import { sites } from "../sites";
import { oneAtATime } from "./one-at-a-time";
import { readPlainButton } from "./plain-button-record";
import { hasNotice, readResults } from "./records";
import { readReminder } from "./reminder-record";
import { drawToolbarIcon } from "./toolbar-icon";

const inTurn = oneAtATime();

/**
 * Draws the toolbar button as things stand: nobody else writes to it. Its icon and its title tell the last verdict; a
 * badge is there only when something needs the person, and what they must be told goes before a check that is due. A
 * button that is kept plain tells nothing of all that: others may see the screen.
 */
export function drawToolbar(): Promise<void> {
  // Otherwise one that began with an older verdict might end last, and leave it standing.
  return inTurn(draw);
}

async function draw(): Promise<void> {
  const isPlain = await readPlainButton();
  const { verdict, title, badge } = isPlain ? plain() : await readFace();
  await Promise.all([
    browser.action.setBadgeText({ text: badge }),
    browser.action.setTitle({ title }),
    // Firefox for Android has no icon to set: there the button is a line of a menu.
    browser.action.setIcon?.({ imageData: drawToolbarIcon(verdict) }),
  ]);
}

/** What the button shows: a verdict's shape or, for `null`, the mark; its title; its badge. */
interface Face {
  readonly verdict: Verdict | null;
  readonly title: string;
  readonly badge: string;
}

function plain(): Face {
  return { verdict: null, title: browser.runtime.getManifest().action?.default_title ?? "", badge: "" };
}

async function readFace(): Promise<Face> {
  const [reminder, isNoticed, verdict] = await Promise.all([readReminder(), hasNotice(), readVerdict()]);
  const isCheckDue = isDue(reminder, Date.now());
  const title = verdict === null ? plain().title : say(`action.title.${verdict}`);
  return {
    verdict,
    title: isCheckDue ? say("reminder.due-title") : title,
    badge: isNoticed ? "!" : isCheckDue ? "1" : "",
  };
}

/** From what needs the person most to what needs nobody. */
const bySeverity = ["exposed", "dormant", "unknown", "protected"] as const satisfies readonly Verdict[];

/** The worst of what the last checks say of being found; `null` before the first. Private windows leave no trace here. */
async function readVerdict(): Promise<Verdict | null> {
  const found = new Set<Verdict>();
  for (const { id, settings } of sites) {
    const kept = await readResults({ site: id, context: "regular" });
    if (!kept) continue;
    for (const setting of settings) {
      if (setting.kind === "discoverability") found.add(findingOf(kept.latest, setting).verdict);
    }
  }
  return bySeverity.find((verdict) => found.has(verdict)) ?? null;
}
