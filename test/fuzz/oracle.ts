import { type Path, placesIn, valueAt } from "./tree";
import { type Answer, type Box, declared, type Page } from "./world";

/**
 * Says which reassurances a page justifies, by the rules of `docs/architecture.md` alone: it looks at the page itself,
 * and shares no line with what reads, parses and judges it.
 */
export interface Oracle {
  /** Why a setting may not be called protected, or `null` where it may. */
  whyNotProtected(setting: string): string | null;
  /** The account that the page speaks of beyond doubt, or `null`. */
  readonly account: string | null;
  /** Whether it is proven, for that account, that no number is on file. */
  readonly provesNoNumber: boolean;
}

/** What there is to be known of a page. */
export interface Access {
  /** Whether a way leads to its memory, if it has one. */
  readonly toMemory: boolean;
  /** Whether somebody listens to what it is answered. */
  readonly toAnswers: boolean;
}

/** A log of writes that is longer than this is not known to its beginning. */
const longestLog = 3000;
/** More answers than this are not known to the last. */
const mostAnswers = 20;

export function consult(page: Page, access: Access): Oracle {
  const isThere = access.toMemory && page.store !== "nowhere" && page.store !== "throwing";
  const memory = isThere ? recall(page) : null;
  const answers = access.toAnswers ? listen(page) : null;
  const boxes = page.boxes.filter(({ shape }) => shape === "row" || shape === "misleading attribute");
  const isAnswer = page.path.replace(/\/+$/, "") === "/settings/contacts" && page.status < 400;
  const isSpoiled = memory !== null && (memory.isPending || memory.namesTwo || memory.viewer === "nobody");
  const names = [memory?.account, answers?.account].flatMap((name) => name ?? []);
  const areTwo = memory?.namesTwo === true || answers?.namesTwo === true || !areAllOne(names);

  function whyNotProtected(setting: string): string | null {
    if (!isAnswer) return "this is not the page with the settings";
    if (isSpoiled) return "the memory is not of one account that is signed in, with nothing left to save";
    if (areTwo) return "memory and answers are not of one account";
    const { field, closed, open } = declared[setting] ?? { field: "", closed: [], open: [] };
    const remembered = memory?.isLoaded ? standing(memory.value(field), closed, open) : "nothing";
    const answered = answers?.hasAny ? standing(answers.value(field), closed, open) : "nothing";
    for (const [who, says] of [
      ["memory", remembered],
      ["answer", answered],
    ] as const) {
      if (says === "open") return `the ${who} says that it is open`;
      if (says === "not understood") return `the ${who}'s word for it is not understood`;
    }
    const named = boxes.filter(({ names }) => names === setting);
    if (named.length > 1) return "more than one box carries its label";
    if (named.some(({ isChecked }) => isChecked)) return "its box is checked";
    if (isWarnedByPosition(boxes, setting)) return "the box in its place is checked";

    if (remembered === "closed" && memory?.isWhole) return null;
    if (answered !== "closed" || !answers) return remembered === "closed" ? "nobody proves it" : "no data says so";
    if (answers.hasWrite) return "something was written after it was answered, or before";
    if (!answers.isNamedWell) return "the answer is not of one account";
    if (memory?.isEarly) return "the memory says that the settings are not there yet";
    const isShown = setting in buttons ? isDrawn(setting) : Object.keys(buttons).every(isDrawn);
    return isShown ? null : "nothing draws what was answered";
  }

  /** Whether exactly one box with its label shows what was answered. */
  function isDrawn(setting: string): boolean {
    const [box, other] = boxes.filter(({ names }) => names === setting);
    return box !== undefined && other === undefined && box.isChecked === answers?.value(buttons[setting] ?? "");
  }

  const numbers = valueAt(page.state, ["devices", "devices", "data", "phone_numbers"]);
  const isListed = valueAt(page.state, ["devices", "devices", "fetchStatus"]) === "loaded" && Array.isArray(numbers);
  const isKnown = memory?.isOfOne === true && memory.viewer === "somebody";
  const isRefuted = (isKnown && Array.isArray(numbers) && numbers.length > 0) || answers?.listsNumber === true;
  return {
    whyNotProtected,
    account: areTwo ? null : (names[0] ?? null),
    provesNoNumber:
      page.path === "/settings/phone" &&
      page.status < 400 &&
      !page.showsNumber &&
      !areTwo &&
      !isRefuted &&
      ((isKnown && isListed) || answers?.listsNone === true),
  };
}

/** The settings that have a box, and the field by which it is known whether it is checked. */
const buttons: Readonly<Record<string, string>> = {
  "x.phone": "discoverable_by_mobile_phone",
  "x.email": "discoverable_by_email",
};

function standing(value: unknown, closed: readonly unknown[], open: readonly unknown[]) {
  if (closed.includes(value)) return "closed";
  return open.includes(value) ? "open" : "not understood";
}

/** Two boxes without a label that is known: email comes first, phone second. */
function isWarnedByPosition(boxes: readonly Box[], setting: string): boolean {
  if (boxes.length !== 2 || boxes.some(({ names }) => names !== null)) return false;
  const index = ["x.email", "x.phone"].indexOf(setting);
  return boxes[index]?.isChecked === true;
}

const areAllOne = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase())).size <= 1;
const isName = (name: string) => name.length <= 20 && !/\W/.test(name) && name !== "";

/** What X's memory holds, as far as it can be read. */
function recall({ state, cookie }: Page) {
  const read = (...path: Path) => valueAt(state, path);
  const status = read("settings", "remote", "fetchStatus");
  const userId = read("session", "user_id");
  const isSomebody = typeof userId === "string" && userId !== "";
  const viewer = isSomebody
    ? "somebody"
    : userId === undefined && read("session", "isLoaded") === true
      ? "nobody"
      : "?";
  const inCookie = /u(?:%3D|=)(\d+)/.exec(cookie)?.[1];
  const ofSettings = read("settings", "remote", "settings", "screen_name");
  const ofSession = isSomebody ? read("entities", "users", "entities", userId, "screen_name") : undefined;
  const names = [ofSession, ofSettings].filter((name) => typeof name === "string");
  const namesTwo = !areAllOne(names) || (isSomebody && inCookie !== undefined && inCookie !== userId);

  const log = read("optimist");
  const hasLog = log !== undefined;
  const isPending = hasLog && !(Array.isArray(log) && log.length <= longestLog && log.every(isNoPendingWrite));
  const isLoaded = status === "loaded";
  const isOfOne = !namesTwo && names.every(isName);
  return {
    isLoaded,
    isEarly: status === "none" || status === "loading" || status === "failed",
    isPending,
    namesTwo,
    viewer,
    isOfOne,
    account: isOfOne ? (names[0] ?? null) : null,
    /** Whether it may be believed by itself. */
    isWhole: isLoaded && hasLog && isOfOne && isSomebody,
    value: (field: string) => read("settings", "remote", "settings", field),
  };
}

/** An entry of the log of writes that is understood, and is no change of the settings that awaits its answer. */
function isNoPendingWrite(entry: unknown): boolean {
  const type = valueAt(entry, ["action", "type"]);
  if (typeof type !== "string") return false;
  const isOpen = typeof entry === "object" && entry !== null && Object.hasOwn(entry, "beforeState");
  return !(isOpen && type === "rweb/settings/UPDATE_REQUEST");
}

/** What X's server has said, as far as it was heard. */
function listen({ answers, writes }: Page) {
  const good = answers.filter(({ status }) => status >= 200 && status < 300);
  const ofSettings = good.filter(({ of }) => of === "settings");
  const ofDevices = good.filter(({ of }) => of === "devices");
  const isWhole = answers.length <= mostAnswers && ofSettings.every(({ fate }) => fate === "whole");
  const names = ofSettings.flatMap(namesBesideSettings);
  const lists = ofDevices.map((answer) => ({ answer, found: valuesOf(answer, "phone_numbers") }));
  const isList = (value: unknown, isEmpty: boolean) => Array.isArray(value) && (value.length === 0) === isEmpty;
  return {
    hasAny: ofSettings.length > 0,
    hasWrite: writes > 0,
    namesTwo: !areAllOne(names),
    isNamedWell: names.every(isName),
    account: areAllOne(names) && names.every(isName) ? (names[0] ?? null) : null,
    /** The one value that all answers have for a field; nothing where one was not understood, or they differ. */
    value(field: string): unknown {
      const [first, ...others] = isWhole ? ofSettings.flatMap((answer) => valuesOf(answer, field)) : [];
      return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
    },
    listsNumber: lists.some(({ found }) => found.length === 1 && isList(found[0], false)),
    listsNone:
      answers.length <= mostAnswers &&
      lists.length > 0 &&
      lists.every(({ answer, found }) => answer.fate === "whole" && found.length === 1 && isList(found[0], true)),
  };
}

/** Every value that an answer has under a name, however deep it lies. */
function valuesOf({ body, fate }: Answer, name: string): unknown[] {
  if (fate !== "whole") return [];
  const places = placesIn(body).filter(
    (path) => path.at(-1) === name && !Array.isArray(valueAt(body, path.slice(0, -1))),
  );
  return places.map((path) => valueAt(body, path));
}

/** The names that stand beside a setting, in one and the same object. */
function namesBesideSettings({ body, fate }: Answer): string[] {
  if (fate !== "whole") return [];
  const fields = new Set(Object.values(declared).map(({ field }) => field));
  const owners = new Set(
    placesIn(body)
      .flatMap((path) => (fields.has(path.at(-1) ?? "") ? [path.slice(0, -1)] : []))
      .map((path) => JSON.stringify(path)),
  );
  return [...owners].flatMap((owner) => {
    const name = valueAt(body, [...(JSON.parse(owner) as string[]), "screen_name"]);
    return typeof name === "string" ? [name] : [];
  });
}
