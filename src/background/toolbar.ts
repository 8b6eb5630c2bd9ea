import browser from "webextension-polyfill";
import { ageOf, newFor } from "../audit/age";
import { answerIn } from "../audit/conclude";
import type { Verdict } from "../audit/finding";
import { bySeverity, findingOf } from "../audit/shown";
import { isDue } from "../history/due";
import { say } from "../locales/messages";
import { sites } from "../sites";
import { oneAtATime } from "./one-at-a-time";
import { readPlainButton } from "./plain-button-record";
import { hasNotice, readResults } from "./records";
import { readReminder } from "./reminder-record";
import { drawToolbarIcon } from "./toolbar-icon";

const inTurn = oneAtATime();

/** Goes off when the sign on the button is to lose its green. */
export const ageAlarm = "age";

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
  const { sign, title, badge } = isPlain ? plain() : await readFace();
  await Promise.all([
    browser.action.setBadgeText({ text: badge }),
    browser.action.setTitle({ title }),
    // Firefox for Android has no icon to set: there the button is a line of a menu.
    browser.action.setIcon?.({ imageData: drawToolbarIcon(sign.verdict, sign.isAged) }),
  ]);
}

/** What the button's icon tells: the worst verdict, and whether that is a reassurance that was proven too long ago. */
interface Sign {
  /** `null` for the mark: before the first check, and where the button is kept plain. */
  readonly verdict: Verdict | null;
  readonly isAged: boolean;
}

interface Face {
  readonly sign: Sign;
  readonly title: string;
  readonly badge: string;
}

function plain(): Face {
  const title = browser.runtime.getManifest().action?.default_title ?? "";
  return { sign: { verdict: null, isAged: false }, title, badge: "" };
}

async function readFace(): Promise<Face> {
  const [reminder, isNoticed, sign] = await Promise.all([readReminder(), hasNotice(), readSign()]);
  const isCheckDue = isDue(reminder, Date.now());
  const title = sign.verdict === null ? plain().title : say(`action.title.${sign.verdict}`);
  return {
    sign,
    title: isCheckDue ? say("reminder.due-title") : title,
    badge: isNoticed ? "!" : isCheckDue ? "1" : "",
  };
}

/**
 * The worst of what the last answers say of being found: a check that did not get through takes none of them away. Private
 * windows leave no trace here.
 */
async function readSign(): Promise<Sign> {
  const found = new Set<Verdict>();
  let isAged = false;
  let fadesAt = Number.POSITIVE_INFINITY;
  const now = Date.now();
  for (const { id, settings } of sites) {
    const kept = await readResults({ site: id, context: "regular" });
    if (!kept) continue;
    const answer = answerIn(kept);
    for (const setting of settings) {
      if (setting.kind === "discoverability") found.add(findingOf(answer, setting).verdict);
    }
    if (ageOf(answer.asOf, now) !== "new") isAged = true;
    else fadesAt = Math.min(fadesAt, answer.asOf + newFor);
  }
  const verdict = bySeverity.find((known) => found.has(known)) ?? null;
  if (verdict !== "protected") return { verdict, isAged: false };
  // A minute later it is surely so.
  if (fadesAt < Number.POSITIVE_INFINITY) browser.alarms.create(ageAlarm, { when: fadesAt + 60_000 });
  return { verdict, isAged };
}
