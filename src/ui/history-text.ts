import type { Setting } from "../audit/setting";
import type { ImportOutcome } from "../background/history-records";
import type { SettingChange } from "../history/changes";
import { type ImportRefusal, largestFile } from "../history/export-file";
import { mostChecks } from "../history/log";
import type { LoggedCheck } from "../history/logged-check";
import type { ReminderInterval } from "../history/reminder";
import { joinSentences, language, say, sayCount } from "../locales/messages";
import { earlierOf } from "./days";
import { type NamedSite, whyUnknown } from "./text";

/** What changed in a setting since the check before, as sentences. A setting that is not known any more has an id only. */
export function changeWords({ kind, before, now, isOwn }: SettingChange, setting: Setting | string): string {
  const own = isOwn ? say("history.own") : "";
  const since = earlierOf(before.time, now.time);
  if (typeof setting !== "string" && setting.kind === "discoverability") {
    const moved = kind === "opened" ? "opened" : "closed";
    return joinSentences([say(`history.${moved}.${setting.identifier}`, { day: since }), own]);
  }
  const wordsOf = (state: string) => {
    const known = typeof setting === "string" ? undefined : setting.states[state];
    return known ? say(known.words) : state;
  };
  const words = say("history.moved", {
    setting: typeof setting === "string" ? setting : say(setting.title),
    day: since,
    now: wordsOf(now.state),
    before: wordsOf(before.state),
  });
  return joinSentences([words, own]);
}

/** The label of a change: whether it leaves the person more to themselves. */
export function changeLabel(kind: SettingChange["kind"], isSwitch: boolean): string {
  switch (kind) {
    case "opened":
      return isSwitch ? say("history.on-again") : say("history.less-private");
    case "closed":
      return isSwitch ? say("history.off-now") : say("history.more-private");
    case "moved":
      return say("history.changed");
    default:
      return kind satisfies never;
  }
}

/** What is added to a check where there is more to say of it. */
export function checkNotes({ source, numberOnFile, change, failure }: LoggedCheck, site: NamedSite): readonly string[] {
  const notes: string[] = [];
  if (source === "open-tab") notes.push(say("history.from-open-tab"));
  if (failure === null && numberOnFile.answer === "yes") notes.push(say("history.number-on-file"));
  if (failure === null && numberOnFile.answer === "no") notes.push(say("history.no-number-on-file"));
  if (change && change.failure !== null) {
    notes.push(say("history.change-unconfirmed"));
    if (change.failure !== failure) notes.push(whyUnknown({ reason: change.failure }, site));
  }
  return notes;
}

/**
 * What came of an import, in sentences.
 *
 * @param file the file's name
 */
export function importWords(outcome: ImportOutcome, file: string): string {
  if (outcome.outcome === "refused") {
    return joinSentences([
      say("import.refused", { file }),
      say(`import.refused.${outcome.refusal}`, { size: fileSize(largestFile) }),
      whatNow(outcome.refusal),
    ]);
  }
  const { added, known, leftOut } = outcome;
  return joinSentences([
    added === 0 ? say("import.none-added") : sayCount("import.added", added, {}),
    known > 0 ? sayCount("import.known", known, {}) : "",
    leftOut > 0 ? sayCount("import.left-out", leftOut, { most: mostChecks }) : "",
  ]);
}

/** What a person can do about a file that was refused; nothing where the reason has said so. */
function whatNow(refusal: ImportRefusal): string {
  switch (refusal) {
    case "not-ours":
    case "too-large":
    case "damaged":
      return say("import.try-another", { button: say("take-along.file") });
    case "no-room":
      return say("import.make-room");
    case "newer-version":
      return "";
    default:
      return refusal satisfies never;
  }
}

function fileSize(bytes: number): string {
  return new Intl.NumberFormat(language(), { style: "unit", unit: "megabyte" }).format(bytes / (1024 * 1024));
}

export function everyMonths(months: ReminderInterval | null): string {
  return months === null ? say("reminder.never") : sayCount("reminder.months", months, {});
}
