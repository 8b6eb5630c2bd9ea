import type { Detail } from "../../audit/detail";
import { doubt, type NumberOnFile, type Reading } from "../../audit/reading";
import type { SettingId } from "../../audit/setting";
import type { AnswersEvidence, FieldValues, SettingsAnswer } from "./evidence";
import { keptSettings } from "./fields";
import { handleShape, readValues } from "./read-memory";

const isGood = ({ status }: { readonly status: number }) => status >= 200 && status <= 299;

/** The good answers with settings; `null` answers are none. */
export function settingsAnswers(answers: AnswersEvidence | null): readonly SettingsAnswer[] {
  return (answers?.answers ?? []).filter((answer) => answer.kind === "settings").filter(isGood);
}

/** When the last of the settings were answered, in milliseconds since 1970; `null` where they were not. */
export function settingsAnsweredAt(answers: AnswersEvidence | null): number | null {
  return settingsAnswers(answers).at(-1)?.at ?? null;
}

/** The account that the answers name; `null` where they name none, several, or something that cannot be a handle. */
export function accountInAnswers(answers: AnswersEvidence | null): string | null {
  const [handle] = handlesIn(answers);
  return handle !== undefined && handleShape.test(handle) && !namesTwoInAnswers(answers) ? handle : null;
}

/** Whether the answers speak of more than one account. */
export function namesTwoInAnswers(answers: AnswersEvidence | null): boolean {
  const named = new Set(handlesIn(answers).map((handle) => handle.toLowerCase()));
  return named.size > 1 || settingsAnswers(answers).some(({ says }) => says?.isWhole === false);
}

function handlesIn(answers: AnswersEvidence | null): readonly string[] {
  return settingsAnswers(answers).flatMap(({ says }) => says?.handle ?? []);
}

/**
 * What X's server said of each setting; nothing at all where no good answer was heard. Several good answers must say the
 * same: what one of them lacks, another may say.
 *
 * @param doubtful why they cannot reassure, where the page or the memory gives a reason; `null` where they give none
 */
export function readAnswers(
  answers: AnswersEvidence | null,
  doubtful: ReadonlyMap<SettingId, Detail>,
): ReadonlyMap<SettingId, Reading> {
  const good = settingsAnswers(answers);
  if (!answers || good.length === 0) return new Map();
  // An answer that was not understood may have said anything.
  if (answers.hasMore || good.some(({ says }) => says === null)) return doubtAll("answer-not-understood");
  const general = whyWeak(answers);
  const values: FieldValues = {};
  const readings = new Map<SettingId, Reading>();
  for (const { id, field } of keptSettings) {
    const said = good.flatMap(({ says }) => says?.values[field] ?? []);
    const [first, ...others] = said;
    if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) {
      // One of them may say that it is open.
      readings.set(id, doubt("answer", "answers-differ"));
    } else if (first !== undefined) values[field] = first;
  }
  for (const setting of keptSettings) {
    if (readings.has(setting.id)) continue;
    const one = readValues("answer", values, general ?? doubtful.get(setting.id) ?? null).get(setting.id);
    if (one) readings.set(setting.id, one);
  }
  return readings;
}

/** Why good answers cannot reassure, or `null` when they can. */
function whyWeak(answers: AnswersEvidence): Detail | null {
  if (answers.writes > 0) return "write-pending";
  if (namesTwoInAnswers(answers)) return "two-accounts";
  return handlesIn(answers).every((handle) => handleShape.test(handle)) ? null : "answer-not-understood";
}

function doubtAll(detail: Detail): ReadonlyMap<SettingId, Reading> {
  return new Map(keptSettings.map(({ id }) => [id, doubt("answer", detail)]));
}

/** Whether a number is on file, by X's answer to its page's question for them; `null` where it does not say. */
export function devicesInAnswers(answers: AnswersEvidence | null): NumberOnFile | null {
  const lists = (answers?.answers ?? []).filter((answer) => answer.kind === "devices");
  const counts = lists.filter(isGood).map(({ says }) => says?.numbers ?? null);
  if (counts.some((count) => count !== null && count > 0)) return { answer: "yes" };
  // One that is not kept may have listed another.
  const areAllEmpty = counts.every((count) => count === 0) && answers?.hasMore === false;
  if (counts.length > 0) return areAllEmpty ? { answer: "no" } : null;
  return lists.length > 0 ? { answer: "unknown", reason: "site-error" } : null;
}
