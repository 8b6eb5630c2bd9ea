import { type Path, valueAt } from "./tree";
import { type Box, declared, type Page } from "./world";

/**
 * Says which reassurances a page justifies, by the rules of `docs/architecture.md` alone: it looks at the page itself,
 * and shares no line with what reads, parses and judges it.
 */
export interface Oracle {
  /** Why a setting may not be called protected, or `null` where it may. */
  whyNotProtected(setting: string, steadyFor: number): string | null;
  /** The account that the page's memory speaks of beyond doubt, or `null`. */
  readonly account: string | null;
  /** Whether it is proven, for that account, that no number is on file. */
  readonly provesNoNumber: boolean;
}

/** A wish to be believed that came too early is none, in milliseconds. */
const aMoment = 1000;
/** A log of writes that is longer than this is not known to its beginning. */
const longestLog = 3000;

export function consult(page: Page): Oracle {
  const memory = page.store === "nowhere" || page.store === "throwing" ? null : recall(page);
  const boxes = page.boxes.filter(({ shape }) => shape === "row" || shape === "misleading attribute");
  const isAnswer = page.path.replace(/\/+$/, "") === "/settings/contacts" && page.status < 400;
  const hasArrived = page.requests.some(
    ({ url, status, isFinished }) =>
      isFinished && status >= 200 && status < 300 && new URL(url).pathname.endsWith("/account/settings.json"),
  );
  const isSpoiled = memory !== null && (memory.isPending || memory.namesTwo || memory.viewer === "nobody");

  function whyNotProtected(setting: string, steadyFor: number): string | null {
    if (!isAnswer) return "this is not the page with the settings";
    if (isSpoiled) return "the memory is not of one account that is signed in, with nothing left to save";
    const { field, closed, open } = declared[setting] ?? { field: "", closed: [], open: [] };
    const says = memory?.isLoaded ? standing(memory.value(field), closed, open) : "nothing";
    if (says === "open") return "the memory says that it is open";
    if (says === "not understood") return "the memory's word for it is not understood";

    const named = boxes.filter(({ names }) => names === setting);
    if (named.length > 1) return "more than one box carries its label";
    if (named.some(({ isChecked }) => isChecked)) return "its box is checked";
    if (isWarnedByPosition(boxes, setting)) return "the box in its place is checked";

    if (says === "closed" && memory?.isWhole) return null;
    if (named.length === 0) return "nobody proves it";
    if (memory?.isLoaded && memory.hasLog) return null;
    if (memory?.isEarly) return "the memory says that the settings are not there yet";
    if (!hasArrived) return "nothing shows that the settings had come when its box was drawn";
    return steadyFor >= aMoment ? null : "its box was seen only once";
  }

  const numbers = valueAt(page.state, ["devices", "devices", "data", "phone_numbers"]);
  const isListed = valueAt(page.state, ["devices", "devices", "fetchStatus"]) === "loaded" && Array.isArray(numbers);
  return {
    whyNotProtected,
    account: memory?.isOfOne ? memory.account : null,
    provesNoNumber:
      page.path === "/settings/phone" &&
      page.status < 400 &&
      !page.showsNumber &&
      memory?.isOfOne === true &&
      memory.viewer === "somebody" &&
      isListed &&
      numbers.length === 0,
  };
}

function standing(value: unknown, closed: readonly unknown[], open: readonly unknown[]) {
  if (closed.includes(value)) return "closed";
  return open.includes(value) ? "open" : "not understood";
}

/** Two boxes without a label that is known: e-mail comes first, phone second. */
function isWarnedByPosition(boxes: readonly Box[], setting: string): boolean {
  if (boxes.length !== 2 || boxes.some(({ names }) => names !== null)) return false;
  const index = ["x.email", "x.phone"].indexOf(setting);
  return boxes[index]?.isChecked === true;
}

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
  const isNameless = (name: string) => name.length > 20 || /\W/.test(name) || name === "";
  const namesTwo =
    new Set(names.map((name) => name.toLowerCase())).size > 1 ||
    (isSomebody && inCookie !== undefined && inCookie !== userId);

  const log = read("optimist");
  const hasLog = log !== undefined;
  const isPending = hasLog && !(Array.isArray(log) && log.length <= longestLog && log.every(isNoPendingWrite));
  const isLoaded = status === "loaded";
  const isOfOne = !namesTwo && !names.some(isNameless);
  return {
    isLoaded,
    isEarly: status === "none" || status === "loading" || status === "failed",
    isPending,
    hasLog,
    namesTwo,
    viewer,
    isOfOne,
    account: names[0] ?? null,
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
