import type { Detail } from "../../audit/detail";
import type { Reading } from "../../audit/reading";
import type { SettingId } from "../../audit/setting";
import type { AnswersEvidence, XEvidence } from "./evidence";
import { accountInAnswers, namesTwoInAnswers, readAnswers, settingsAnswers } from "./read-answers";
import { readBoxes } from "./read-boxes";
import { namesTwoAccounts, readAccount, readMemory } from "./read-memory";
import { momentLater } from "./refusals";
import { settings } from "./settings";

type Readings = ReadonlyMap<SettingId, Reading>;

/** What each of the three says. */
export interface Witnesses {
  readonly memory: Readings;
  readonly answers: Readings;
  readonly boxes: Readings;
}

/**
 * @param weakness why unchecked boxes mean nothing yet
 * @param doubtful why a loaded memory proves nothing either
 */
export function hearWitnesses(seen: XEvidence, weakness: Detail | null, doubtful: Detail | null = null): Witnesses {
  const boxes = readBoxes(seen.page, weakness);
  return { memory: readMemory(seen.memory, doubtful), answers: hearAnswers(seen, boxes, doubtful), boxes };
}

/** What X's answers say: they reassure where the page is shown to draw what they say. */
function hearAnswers({ memory, answers }: XEvidence, boxes: Readings, doubtful: Detail | null): Readings {
  const said = readAnswers(answers, new Map());
  const isDrawn = (setting: SettingId) => {
    const box = boxes.get(setting);
    const answer = said.get(setting);
    const isPlain = box?.strength === "strong" || box?.strength === "tacit";
    return isPlain && answer !== undefined && answer.strength !== "doubt" && answer.says === box.says;
  };
  const general = doubtful ?? whyNotThisAccount({ memory, answers });
  const awaited = areAwaited(answers) ? "still-loading" : null;
  const areAllDrawn = boxIds.every(isDrawn);
  const whyWeak = (setting: SettingId): Detail | null => {
    const isShown = boxIds.includes(setting) ? isDrawn(setting) : areAllDrawn;
    return general ?? awaited ?? (isShown ? null : "answer-not-used");
  };
  const weaknesses = settings.flatMap(({ id }) => {
    const weakness = whyWeak(id);
    return weakness === null ? [] : [[id, weakness] as const];
  });
  return readAnswers(answers, new Map(weaknesses));
}

const boxIds: readonly SettingId[] = ["x.phone", "x.email"];

/** Why what was answered may be another account's than the one that the page shows. */
function whyNotThisAccount({ memory, answers }: Pick<XEvidence, "memory" | "answers">): Detail | null {
  if (memory.store !== "found") return null;
  if (memory.hasPendingWrite) return "write-pending";
  if (namesTwoAccounts(memory)) return "two-accounts";
  return whoseAreThey({ memory, answers }) === "two" ? "two-accounts" : null;
}

/** The account that memory and answers name; `null` where they name none, or two. */
export function accountOf(seen: Pick<XEvidence, "memory" | "answers">): string | null {
  const whose = whoseAreThey(seen);
  return whose === "two" ? null : (whose?.handle ?? null);
}

function whoseAreThey({ memory, answers }: Pick<XEvidence, "memory" | "answers">): { handle: string } | "two" | null {
  if (namesTwoInAnswers(answers) || (memory.store === "found" && namesTwoAccounts(memory))) return "two";
  const [ofMemory, ofAnswers] = [readAccount(memory), accountInAnswers(answers)];
  if (ofMemory !== null && ofAnswers !== null && ofMemory.toLowerCase() !== ofAnswers.toLowerCase()) return "two";
  const handle = ofMemory ?? ofAnswers;
  return handle === null ? null : { handle };
}

/** All readings, by setting. */
export function gatherReadings({ memory, answers, boxes }: Witnesses): ReadonlyMap<SettingId, readonly Reading[]> {
  const all = new Map<SettingId, Reading[]>();
  for (const witness of [memory, answers, boxes]) {
    for (const [setting, reading] of witness) {
      const known = all.get(setting);
      if (known) known.push(reading);
      else all.set(setting, [reading]);
    }
  }
  return all;
}

/**
 * Why an unchecked box means nothing yet: X draws boxes unchecked before it knows the settings. They are shown to have
 * arrived by the memory, by an answer that was overheard or, where there is neither, by the browser's record of a
 * finished request for them and a box that is the same a moment later.
 */
export function whyUnproven({ memory, page, answers }: XEvidence, steadyFor: number): Detail | null {
  if (memory.store === "found") {
    if (memory.hasPendingWrite) return "write-pending";
    if (namesTwoAccounts(memory)) return "two-accounts";
    if (memory.viewer === "signed-out") return "nobody-signed-in";
    if (memory.status === "loaded" && memory.hasPendingWrite === false) return null;
    if (memory.status !== "loaded" && memory.status !== "other") return "box-too-early";
  }
  if (areAwaited(answers)) return "still-loading";
  if (settingsAnswers(answers).length > 0) return null;
  if (page.settingsArrivedAt === null) return "box-before-settings";
  return steadyFor >= momentLater ? null : "box-too-early";
}

/**
 * Whether settings were heard, and were asked for more often than that: where X's own program is the one that waits, what it
 * draws is not what another has got.
 */
export function areAwaited(answers: AnswersEvidence | null): boolean {
  return settingsAnswers(answers).length > 0 && answers?.awaited?.includes("settings") === true;
}

/** Whether X's memory cannot be read here, or is not as it is known: no waiting changes that. */
export function isUnread({ memory }: XEvidence): boolean {
  if (memory.store !== "found" || memory.status === "other") return true;
  const phone = readMemory(memory).get("x.phone");
  return phone?.strength === "weak" && phone.detail === "memory-not-understood";
}

/** Whether this is a page of X's newer client, whose memory nobody knows, and whose boxes may be the server's drawing. */
export function isNewClient({ memory }: XEvidence): boolean {
  return memory.store !== "found" && memory.app === "new";
}
