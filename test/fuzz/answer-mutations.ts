import { type Change, type Changing, pick } from "./changing";
import { changeTree, lyingChanges, type Path, placesIn, put, treeChanges, valueAt } from "./tree";
import { type Answer, declared, type Page } from "./world";

const fields: ReadonlySet<string> = new Set(Object.values(declared).map(({ field }) => field));

/** Turns every setting of a body to the other side. */
export function turnBody(body: unknown): void {
  for (const { field, closed, open } of Object.values(declared)) {
    const value = valueAt(body, [field]);
    if (value !== undefined) put(body, [field], closed.includes(value) ? open[0] : closed[0]);
  }
}

/** Has a page answered with the settings of somebody else, who has no number. */
export function turnAnswers({ answers }: Page, name: string | null): void {
  for (const { of, body } of answers) {
    turnBody(body);
    if (name !== null) put(body, ["screen_name"], name);
    if (of === "devices") put(body, ["phone_numbers"], []);
  }
}

/** Three times out of four a place that matters. */
function placeIn(body: unknown, by: number): Path | undefined {
  const places = placesIn(body);
  const focused = places.filter(
    (path) => /^(?:screen_name|phone_numbers)$/.test(path.at(-1) ?? "") || fields.has(path.at(-1) ?? ""),
  );
  return by % 4 === 0 || focused.length === 0 ? pick(places, by >> 2) : pick(focused, by >> 2);
}

const countNumbers = ({ body }: Answer) =>
  placesIn(body).filter((path) => path.at(-2) === "phone_numbers" && Array.isArray(valueAt(body, path.slice(0, -1))))
    .length;

/** Does something to one of a page's answers, if it has any. */
const toOne =
  (change: (answer: Answer, to: number, changing: Changing) => void): Change =>
  (changing, at, to) => {
    const answer = pick(changing.page.answers, at);
    if (answer) change(answer, to, changing);
  };

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const bodyChanges = Object.fromEntries(
  treeChanges.map((change): [string, Change] => [
    `answers: ${change}`,
    toOne((answer, to, changing) => {
      const [place, goal] = [placeIn(answer.body, to), placeIn(answer.body, to >> 3)];
      if (!place || !goal) return;
      const count = countNumbers(answer);
      const touched = changeTree(answer.body, change, place, goal, to);
      if (touched.length > 0 && lyingChanges.has(change)) changing.lies = true;
      if (touched.some((path) => path.includes("screen_name"))) changing.isDisguised = true;
      // A number that is taken off the list is a number that nobody knows of.
      if (countNumbers(answer) < count) changing.lies = true;
    }),
  ]),
);

/** The opposite of an answer, as another script may have been given it, or has made it up. */
function forge(answer: Answer, name: string | null | undefined): Answer {
  const body = isObject(answer.body) ? { ...structuredClone(answer.body) } : {};
  turnBody(body);
  if (name !== undefined) put(body, ["screen_name"], name);
  return { ...answer, status: 200, fate: "whole", body };
}

export const answerChanges: Readonly<Record<string, Change>> = {
  ...bodyChanges,
  "answers: lose one": ({ page }, at) => {
    page.answers.splice(at % Math.max(1, page.answers.length), 1);
  },
  "answers: empty": toOne((answer, to) => {
    if (to % 2 === 0) answer.body = {};
    else answer.fate = "empty";
  }),
  "answers: not whole": toOne((answer, to) => {
    answer.fate = pick(["broken", "cut", "too large"] as const, to) ?? "cut";
  }),
  "answers: nothing but a word": toOne((answer, to) => {
    answer.body = pick([null, "ok", 7, true, [], [[]]], to);
  }),
  "answers: refused": toOne((answer, to) => {
    answer.status = pick([0, 199, 300, 304, 401, 403, 404, 429, 500], to) ?? 0;
  }),
  "answers: good again": toOne((answer, to) => {
    answer.status = pick([200, 204, 299], to) ?? 200;
  }),
  "answers: elsewhere": toOne((answer, to) => {
    const { body } = answer;
    answer.body = pick(
      [{ data: { viewer: { settings: body } } }, [1, [body]], { meta: { screen_name: "eve_example" }, body }],
      to,
    );
  }),
  "answers: twice, and different": toOne((answer, to, changing) => {
    const setting = pick(Object.values(declared), to);
    if (!setting) return;
    const { field, closed, open } = setting;
    const { body } = answer;
    const place = placesIn(body).find((path) => path.at(-1) === field);
    const part = { [field]: closed.includes(place && valueAt(body, place)) ? open[0] : closed[0] };
    answer.body = isObject(body) && !Array.isArray(body) ? { ...body, later: part } : [body, part];
    // It may be the only one that is left.
    changing.lies = true;
  }),
  "answers: once more": ({ page }, at) => {
    const answer = pick(page.answers, at);
    if (answer) page.answers.push(structuredClone(answer));
  },
  "answers: once more, the opposite": (changing, at, to) => {
    const { answers } = changing.page;
    const answer = pick(answers, at);
    if (!answer) return;
    answers.splice(to % (answers.length + 1), 0, forge(answer, undefined));
    // It may be the only one that is left.
    changing.lies = true;
  },
  "answers: forged": (changing, at, to) => {
    const { answers } = changing.page;
    const answer = pick(answers, at);
    if (!answer) return;
    answers.splice(to % (answers.length + 1), 0, forge(answer, to % 2 === 0 ? null : "eve_example"));
    changing.lies = true;
  },
  "answers: very many": ({ page }, at, to) => {
    const answer = pick(page.answers, at);
    if (answer) page.answers.push(...Array.from({ length: 15 + (to % 10) }, () => structuredClone(answer)));
  },
  "answers: other account": toOne((answer, _to, changing) => {
    for (const path of placesIn(answer.body)) if (path.at(-1) === "screen_name") put(answer.body, path, "eve_example");
    changing.isDisguised = true;
  }),
  "answers: two accounts": toOne((answer, _to, changing) => {
    if (isObject(answer.body)) answer.body = [answer.body, { ...answer.body, screen_name: "eve_example" }];
    changing.isDisguised = true;
  }),
  "answers: strange name": toOne((answer, to, changing) => {
    put(answer.body, ["screen_name"], pick(["<b>ada</b>", "", "a".repeat(30), "ada example"], to));
    changing.isDisguised = true;
  }),
  "answers: at the other address": toOne((answer) => {
    answer.of = answer.of === "settings" ? "devices" : "settings";
  }),
  "answers: beside a write": ({ page }, at) => {
    page.writes += 1 + (at % 2);
  },
  "answers: no number": toOne((answer, _to, changing) => {
    if (countNumbers(answer) > 0) changing.lies = true;
    if (answer.of === "devices") answer.body = { emails: [], phone_numbers: [] };
  }),
};
