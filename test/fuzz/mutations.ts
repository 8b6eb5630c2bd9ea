import fc from "fast-check";
import { contactsWordings } from "../practice-site/languages";
import { answerChanges, turnAnswers, turnBody } from "./answer-mutations";
import { type Change, type Changing, pick } from "./changing";
import { changeTree, lyingChanges, type Path, placesIn, put, startsWith, treeChanges, valueAt } from "./tree";
import { type Box, declared, type Page, userId } from "./world";

const body: Path = ["settings", "remote", "settings"];
const identity: readonly Path[] = [["session"], ["entities"], [...body, "screen_name"]];
const lookedAt = new Set([
  ...Object.values(declared).map(({ field }) => field),
  "settings",
  "remote",
  "fetchStatus",
  "session",
  "user_id",
  "entities",
  "screen_name",
  "optimist",
  "devices",
  "phone_numbers",
]);

/** Three times out of four a place that matters. */
function placeIn(state: unknown, by: number): Path | undefined {
  const places = placesIn(state);
  const focused = places.filter((path) => lookedAt.has(path.at(-1) ?? ""));
  return by % 4 === 0 || focused.length === 0 ? pick(places, by >> 2) : pick(focused, by >> 2);
}

function touch(changing: Changing, path: Path): void {
  const isIdentity = identity.some((one) => startsWith(one, path) || startsWith(path, one));
  if (isIdentity || path[0] === "optimist") changing.isDisguised = true;
  // A number that is taken off the list is a number that nobody knows of.
  const numbers = path.indexOf("phone_numbers");
  if (numbers !== -1 && numbers < path.length - 1) changing.lies = true;
}

const memoryChanges = Object.fromEntries(
  treeChanges.map((change): [string, Change] => [
    `memory: ${change}`,
    (changing, at, to) => {
      const { state } = changing.page;
      const place = placeIn(state, at);
      const goal = placeIn(state, to);
      if (!place || !goal) return;
      const before = valueAt(state, ["devices", "devices", "data", "phone_numbers"]);
      const count = Array.isArray(before) ? before.length : 0;
      for (const path of changeTree(state, change, place, goal, to)) {
        touch(changing, path);
        if (lyingChanges.has(change)) changing.lies = true;
      }
      const after = valueAt(state, ["devices", "devices", "data", "phone_numbers"]);
      if (Array.isArray(after) && after.length < count) changing.lies = true;
    },
  ]),
);

const invisible = ["\u200b", "\u00ad", "\u200f", "\u2066", "\ufeff", "\ufe0f", "\u{e0001}"];

/** Ways to write a label anew by which it stays the same to a reader. */
const faithful: readonly ((label: string, by: number) => string)[] = [
  (label, by) => label.slice(0, by % label.length) + pick(invisible, by) + label.slice(by % label.length),
  (label) => `  ${label.replaceAll(" ", " \u00a0 ")}\n`,
  (label) => label.normalize("NFD"),
];

/** Ways by which it becomes another one, which may mean anything. */
const unfaithful: readonly ((label: string, by: number) => string)[] = [
  (label) => label.slice(0, -1),
  (label) => `Don’t ${label}`,
  (label) => `${label}: off`,
  (label) => label.replace(/[aeiouаеиіوי人]/u, "ı"),
  (label) => label.replace("o", "\u043e").replace("e", "\u0435"),
  (label, by) => label.slice(0, by % label.length) + label.slice((by % label.length) + 2),
  () => "",
];

/** What is left of a label for the eye. */
const bare = (label: string) => label.normalize("NFKC").replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");

const boxChanges: Readonly<Record<string, Change>> = {
  "boxes: drop": ({ page }, at) => {
    page.boxes.splice(at % Math.max(1, page.boxes.length), 1);
  },
  "boxes: duplicate": (changing, at, to) => {
    const { boxes } = changing.page;
    const box = pick(boxes, at);
    if (!box) return;
    const isOther = to % 3 === 0;
    boxes.splice(to % (boxes.length + 1), 0, { ...box, isChecked: box.isChecked !== isOther });
    // It may be the only one that is left.
    changing.lies ||= isOther;
  },
  "boxes: reorder": ({ page }) => {
    page.boxes.reverse();
  },
  "boxes: crowd": (changing, at, to) => {
    const { page } = changing;
    const box = pick(page.boxes, at);
    const others = Array.from({ length: 1 + (to % 70) }, (_, index): Box => {
      return { label: `Something else ${index}`, names: null, isChecked: index % 2 === 0, shape: "row" };
    });
    page.boxes.push(...others);
    if (!box || to % 2 === 0) return;
    page.boxes.push({ ...box, isChecked: !box.isChecked });
    changing.lies = true;
  },
  "boxes: relabel faithfully": ({ page }, at, to) => {
    const box = pick(page.boxes, at);
    if (box && box.label !== "") box.label = pick(faithful, to)?.(box.label, to) ?? box.label;
  },
  "boxes: relabel": ({ page }, at, to) => {
    for (const box of to % 2 === 0 ? page.boxes : page.boxes.slice(at % 2, (at % 2) + 1)) {
      const label = box.label === "" ? "" : pick(unfaithful, to)?.(box.label, to);
      if (label === undefined) continue;
      if (bare(label) !== bare(box.label)) box.names = null;
      box.label = label;
    }
  },
  "boxes: other language": ({ page }, at, to) => {
    const box = pick(page.boxes, at);
    const wording = pick(Object.values(contactsWordings), to);
    if (box?.names && wording) box.label = box.names === "x.phone" ? wording.byPhone : wording.byEmail;
  },
  "boxes: swap labels": (changing) => {
    const [one, other] = changing.page.boxes;
    if (!one || !other) return;
    [one.label, other.label, one.names, other.names] = [other.label, one.label, other.names, one.names];
    changing.lies = true;
  },
  "boxes: retype": ({ page }, at, to) => {
    const box = pick(page.boxes, at);
    if (box) box.shape = pick(["radio", "bare", "misleading attribute"] as const, to) ?? "radio";
  },
  "boxes: drawn before the settings": (changing) => {
    for (const box of changing.page.boxes) box.isChecked = false;
    changing.lies = true;
  },
};

const pageChanges: Readonly<Record<string, Change>> = {
  "page: elsewhere": ({ page }, at) => {
    const paths = ["/settings/contacts/", "/settings/contact", "/settings", "/home", "/login", "/settings/phone"];
    page.path = pick(paths, at) ?? "/";
  },
  "page: status": ({ page }, at) => {
    page.status = pick([0, 204, 304, 403, 404, 500, 503], at) ?? 0;
  },
  "page: half loaded": ({ page }, at) => {
    page.isComplete = at % 2 === 0;
    page.isBusy = at % 3 === 0;
  },
  "page: no app": ({ page }, at) => {
    page.app = at % 3 === 0 ? "failure" : "newer client";
  },
  "page: asks for the password": ({ page }) => {
    page.asksForPassword = true;
  },
  "record: drop": ({ page }, at) => {
    page.requests.splice(at % Math.max(1, page.requests.length), 1);
  },
  "record: status": ({ page }, at, to) => {
    const request = pick(page.requests, at);
    if (request) request.status = pick([0, 199, 302, 403, 429, 500], to) ?? 0;
  },
  "record: unfinished": ({ page }, at) => {
    const request = pick(page.requests, at);
    if (request) request.isFinished = false;
  },
  "record: other address": ({ page }, at, to) => {
    const request = pick(page.requests, at);
    const paths = ["account/settings.json.map", "account/settings_v2.json", "help/settings.json", "account/settings"];
    if (request) request.url = `https://api.x.com/1.1/${pick(paths, to)}?next=/account/settings.json`;
  },
};

function turnSettings(state: unknown): void {
  turnBody(valueAt(state, body));
}

function turnBoxes({ boxes }: Page): void {
  for (const box of boxes) box.isChecked = !box.isChecked;
}

const sceneChanges: Readonly<Record<string, Change>> = {
  "memory: trap": (changing, at) => {
    const place = placeIn(changing.page.state, at);
    if (!place) return;
    changing.page.traps.push(place);
    touch(changing, place);
  },
  "memory: stale copy": ({ page }) => {
    page.staleState = structuredClone(page.state);
    turnSettings(page.staleState);
  },
  "memory: throwing store": ({ page }) => {
    page.store = "throwing";
  },
  "memory: pending write": (changing, at, to) => {
    const { page } = changing;
    if (changing.secret !== "none" || valueAt(page.state, ["settings", "remote", "fetchStatus"]) !== "loaded") return;
    const other = () => ({ action: { type: "rweb/urt/FETCH_SUCCESS" } });
    const around = (count: number) => Array.from({ length: count }, other);
    const write = { beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } };
    put(page.state, ["optimist"], [...around(at % 3), write, ...around(pick([0, 0, 1, 30, 600, 4000], to) ?? 0)]);
    turnSettings(page.state);
    turnBoxes(page);
    changing.secret = "pending write";
  },
  "memory: unrelated write": ({ page }, at) => {
    const log = valueAt(page.state, ["optimist"]);
    if (!Array.isArray(log)) return;
    log.push({ beforeState: {}, action: { type: pick(["rweb/likes/ADD", "rweb/dm/SEND"], at) } });
    log.push({ action: { type: "rweb/settings/UPDATE_REQUEST" } });
  },
  "memory: write without a name": ({ page }, at) => {
    const log = valueAt(page.state, ["optimist"]);
    const entries = [
      { beforeState: {} },
      { beforeState: {}, action: {} },
      { beforeState: {}, action: { type: 7 } },
      null,
    ];
    if (Array.isArray(log)) log.push(pick(entries, at));
  },
  "account: other settings": (changing) => {
    const { page } = changing;
    if (changing.secret !== "none" || typeof valueAt(page.state, [...body, "screen_name"]) !== "string") return;
    put(page.state, [...body, "screen_name"], "eve_example");
    put(page.state, ["devices", "devices", "data", "phone_numbers"], []);
    turnSettings(page.state);
    turnBoxes(page);
    turnAnswers(page, "eve_example");
    changing.secret = "other account";
  },
  "account: other session": (changing, at) => {
    const { page } = changing;
    if (changing.secret !== "none" || page.cookie === "") return;
    page.cookie = at % 2 === 0 ? "guest_id=1; twid=u%3D777" : 'twid="u=777"; lang=en';
    put(page.state, ["devices", "devices", "data", "phone_numbers"], []);
    turnSettings(page.state);
    turnBoxes(page);
    turnAnswers(page, null);
    changing.secret = "other account";
  },
  "account: strange name": (changing, at) => {
    for (const path of [
      [...body, "screen_name"],
      ["entities", "users", "entities", userId, "screen_name"],
    ]) {
      put(changing.page.state, path, pick(["<b>ada</b>", "", "a".repeat(30), "ada example"], at));
    }
    changing.isDisguised = true;
  },
};

const changes = { ...memoryChanges, ...answerChanges, ...boxChanges, ...pageChanges, ...sceneChanges };

/** Everything that can be done to a page, by name. */
export const mutationNames: readonly string[] = Object.keys(changes);

/** One change: plain data, so that a case can be printed, shrunk and done again. */
export interface Mutation {
  readonly name: string;
  readonly at: number;
  readonly to: number;
}

const number = fc.nat({ max: 100_000 });
export const anyMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ name: fc.constantFrom(...mutationNames), at: number, to: number }),
  { maxLength: 4 },
);

/** Does all the changes to a page, in place, and tells what became of its honesty. */
export function mutate(page: Page, mutations: readonly Mutation[]): Changing {
  const changing: Changing = { page, lies: false, secret: "none", isDisguised: false };
  for (const { name, at, to } of mutations) changes[name]?.(changing, at, to);
  return changing;
}
