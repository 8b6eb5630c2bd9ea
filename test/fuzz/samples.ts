import type { Change, CheckResult } from "../../src/audit/check-result";
import { conclude, concludeFailure, keep } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import { observe } from "../../src/audit/observation";
import type { Evidence } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { type Mutation, mutate } from "./mutations";
import { openStage } from "./stage";
import { type AnyScene, contactsPage, declared, numberPage, type Page, type Truth } from "./world";

const gather = openStage();
const values = (side: "open" | "closed") =>
  Object.fromEntries(Object.values(declared).map((setting) => [setting.field, setting[side][0]]));
const truths: readonly Truth[] = [
  { body: values("closed"), hasNumber: true },
  { body: values("open"), hasNumber: false },
];
const scenes: readonly AnyScene["scene"][] = ["loaded", "undrawn", "early", "loading", "unreachable", "signed out"];
const spoiled = ["memory: pending write", "account: other session", "memory: write without a name"];
/** What may become of answers on a page whose memory cannot be read. */
const overheard: readonly (readonly Mutation[])[] = [
  [],
  ...["answers: refused", "answers: not whole", "answers: two accounts", "answers: beside a write"].map((name) => [
    { name, at: 0, to: 4 },
  ]),
];

/** What comes of a page where nobody listens to what it is answered. */
function gatherUnheard(page: Page): Evidence {
  return { ...gatherHeard(page), answers: null };
}

function gatherHeard(page: Page): Evidence {
  const { memory, page: drawn, answers } = gather(page);
  return { memory, page: drawn, answers };
}

/** What the gatherers return of pages as they are, with all switches on and with all off. */
export const contactsEvidence: readonly Evidence[] = truths.flatMap((truth) => {
  const pageIn = (scene: AnyScene["scene"]) => contactsPage(truth, { scene, store: "in fibers", language: "en" });
  return [
    ...scenes.map((scene) => gatherUnheard(pageIn(scene))),
    ...spoiled.map((name) => gatherUnheard(mutate(pageIn("loaded"), [{ name, at: 0, to: 0 }]).page)),
    ...overheard.map((mutations) => gatherHeard(mutate(pageIn("unreachable"), mutations).page)),
    gatherHeard(pageIn("loaded")),
  ];
});

export const numberEvidence: readonly Evidence[] = truths.flatMap((truth) => {
  const pages = [true, false].map((isLoaded) => numberPage(truth, "in fibers", isLoaded));
  return pages.flatMap((page) => [gatherUnheard(page), gatherHeard({ ...page, store: "nowhere" })]);
});

/** When the sample checks ended, in milliseconds since 1970. */
export const endedAt = 1_700_000_001_000;

/** What checks of those pages find. */
export const results: readonly CheckResult[] = [
  ...contactsEvidence.flatMap((evidence) => {
    const way = evidence.answers === null ? "plain" : "overhearing";
    const assessment = x.visits[0].assess(evidence, 9000, true, way);
    return assessment.kind === "told" ? [conclude(x.id, x.settings, observe(assessment.testimony))] : [];
  }),
  ...contactsEvidence.flatMap((evidence) => {
    const glanced = x.glance(evidence, endedAt);
    return glanced ? [conclude(x.id, x.settings, glanced)] : [];
  }),
  concludeFailure(x.id, x.settings, causeOf("sign-in-page"), endedAt),
];

export const changes: readonly Change[] = [
  { setting: "x.phone", account: "ada_example", from: "on", to: "off", at: endedAt, failure: null },
  { setting: "x.email", account: null, from: "off", to: "on", at: endedAt, failure: "not-saved" },
];

export const keptResults = results.map((result, index) =>
  keep(keep(null, result, []), results.at(-1 - index) ?? result, changes.slice(index, index + 1)),
);
