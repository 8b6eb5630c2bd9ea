import type { Change, CheckResult } from "../../src/audit/check-result";
import { conclude, concludeFailure, keep } from "../../src/audit/conclude";
import { observe } from "../../src/audit/observation";
import type { Evidence } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { mutate } from "./mutations";
import { openStage } from "./stage";
import { type AnyScene, contactsPage, declared, numberPage, type Truth } from "./world";

const gather = openStage();
const values = (side: "open" | "closed") =>
  Object.fromEntries(Object.values(declared).map((setting) => [setting.field, setting[side][0]]));
const truths: readonly Truth[] = [
  { body: values("closed"), hasNumber: true },
  { body: values("open"), hasNumber: false },
];
const scenes: readonly AnyScene["scene"][] = ["loaded", "undrawn", "early", "loading", "unreachable", "signed out"];
const spoiled = ["memory: pending write", "account: other session", "memory: write without a name"];

/** What the gatherers return of pages as they are, with all switches on and with all off. */
export const contactsEvidence: readonly Evidence[] = truths.flatMap((truth) => [
  ...scenes.map((scene) => gather(contactsPage(truth, { scene, store: "in fibers", language: "en" }))),
  ...spoiled.map((name) => {
    const page = contactsPage(truth, { scene: "loaded", store: "in fibers", language: "en" });
    return gather(mutate(page, [{ name, at: 0, to: 0 }]).page);
  }),
]);

export const numberEvidence: readonly Evidence[] = truths.flatMap((truth) =>
  [true, false].map((isLoaded) => gather(numberPage(truth, "in fibers", isLoaded))),
);

/** When the sample checks ended, in milliseconds since 1970. */
export const endedAt = 1_700_000_001_000;

/** What checks of those pages find. */
export const results: readonly CheckResult[] = [
  ...contactsEvidence.flatMap((evidence) => {
    const assessment = x.visits[0].assess(evidence, 9000, true);
    return assessment.kind === "told" ? [conclude(x.id, x.settings, observe(assessment.testimony))] : [];
  }),
  ...contactsEvidence.flatMap((evidence) => {
    const glanced = x.glance(evidence);
    return glanced ? [conclude(x.id, x.settings, glanced)] : [];
  }),
  concludeFailure(x.id, x.settings, "signed-out", endedAt),
];

export const changes: readonly Change[] = [
  { setting: "x.phone", account: "ada_example", from: "on", to: "off", at: endedAt, failure: null },
  { setting: "x.email", account: null, from: "off", to: "on", at: endedAt, failure: "not-saved" },
];

export const keptResults = results.map((result, index) =>
  keep(keep(null, result, null), results.at(-1 - index) ?? result, changes[index] ?? null),
);
