import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conclude } from "../../src/audit/conclude";
import { judge } from "../../src/audit/judge";
import { observe } from "../../src/audit/observation";
import type { Evidence, Way } from "../../src/audit/site";
import { LoggedCheck, toLog } from "../../src/history/logged-check";
import { sites } from "../../src/sites";
import { x } from "../../src/sites/x";
import { parseEvidence } from "../../src/sites/x/evidence";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { anyJson, damaged } from "./damage";
import { contactsEvidence, endedAt, numberEvidence } from "./samples";
import { put, valueAt } from "./tree";
import { declared } from "./world";

const samples = [...contactsEvidence, ...numberEvidence];
const partsOf = (all: unknown): Evidence => ({
  memory: valueAt(all, ["memory"]),
  page: valueAt(all, ["page"]),
  answers: valueAt(all, ["answers"]),
});
const anyEvidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({ memory: anyJson, page: anyJson, answers: anyJson }),
  { weight: 4, arbitrary: damaged(samples).map(partsOf) },
  {
    weight: 4,
    arbitrary: fc.record({
      memory: damaged(samples.map(({ memory }) => memory)),
      page: damaged(samples.map(({ page }) => page)),
      answers: damaged(samples.map(({ answers }) => answers)),
    }),
  },
);
const anySteadiness = fc.constantFrom(0, 999, 1000, 2000, 9000);
const anyWay = fc.constantFrom<Way>("plain", "first", "overhearing");
const runs = { numRuns: 1000 };
/** Far more than is needed, for machines with much else to do. */
const timeout = 60_000;

/** The settings that a first page would have called protected by now. */
function protectedBy(evidence: Evidence, steadyFor: number, way: Way = "overhearing"): readonly string[] {
  const assessment = x.visits[0].assess(evidence, steadyFor, true, way);
  if (assessment.kind !== "told") return [];
  const observation = observe(assessment.testimony);
  return x.settings.filter((setting) => judge(setting, observation).verdict === "protected").map(({ id }) => id);
}

/** Whether data proves it, read with no more than the rules in `docs/architecture.md`: a box alone never does. */
function isProven(setting: string, { memory, page, answers }: Evidence): boolean {
  const { field = "", closed = [] } = declared[setting] ?? {};
  const isLoaded = valueAt(memory, ["status"]) === "loaded" && valueAt(memory, ["hasPendingWrite"]) === false;
  const isOfSomebody = valueAt(memory, ["viewer"]) === "signed-in" && valueAt(memory, ["cookie"]) !== "other";
  if (isLoaded && isOfSomebody && closed.includes(valueAt(memory, ["values", field]))) return true;
  if (valueAt(answers, ["writes"]) !== 0 || valueAt(answers, ["hasMore"]) !== false) return false;
  const all = valueAt(answers, ["answers"]);
  const values = (Array.isArray(all) ? all : []).flatMap((answer) => {
    const status = Number(valueAt(answer, ["status"]));
    const isGood = valueAt(answer, ["kind"]) === "settings" && status >= 200 && status < 300;
    return isGood ? [valueAt(answer, ["says", "values", field])] : [];
  });
  const isAnswered = values.some((value) => closed.includes(value));
  if (!isAnswered || values.some((value) => value !== undefined && !closed.includes(value))) return false;
  const boxes = valueAt(page, ["boxes"]);
  const shown = labelFingerprints.has(setting as `x.${string}`) ? [setting] : [...labelFingerprints.keys()];
  return shown.every((id) => {
    const labels = labelFingerprints.get(id as `x.${string}`);
    const named = Array.isArray(boxes) ? boxes.filter((box) => labels?.has(String(valueAt(box, ["label"])))) : [];
    return named.length === 1 && (id !== setting || valueAt(named[0], ["isChecked"]) === false);
  });
}

describe("whatever comes from a page", { timeout }, () => {
  it("is assessed without a throw, and called protected only by strong evidence in it", () => {
    fc.assert(
      fc.property(anyEvidence, anySteadiness, anyWay, (evidence, steadyFor, way) => {
        for (const site of sites) {
          for (const visit of site.visits) {
            visit.assess(evidence, steadyFor, false, way);
            const { kind } = visit.assess(evidence, steadyFor, true, way);
            expect(["told", "failed", ...(way === "first" ? ["unread", "again"] : [])]).toContain(kind);
          }
          const glanced = site.glance(evidence, endedAt);
          for (const setting of glanced ? site.settings : []) {
            if (glanced) expect(["exposed", "unknown"]).toContain(judge(setting, glanced).verdict);
          }
        }
        for (const setting of protectedBy(evidence, steadyFor, way)) {
          expect(isProven(setting, evidence), setting).toBe(true);
        }
      }),
      runs,
    );
  });

  it("parses the same when it is parsed again", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const parsed = parseEvidence(evidence);
        if (parsed) expect(parseEvidence(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
      }),
      runs,
    );
  });

  it("leaves a check in the log that can be read again, whenever it is said to have come", () => {
    const anyTime = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(8.64e15, 8.64e15 + 1, -1, -0, 0.5));
    fc.assert(
      fc.property(anyEvidence, anyTime, anyTime, (evidence, loadedAt, settingsArrivedAt) => {
        const { page } = evidence;
        if (typeof page === "object") evidence = { ...evidence, page: { ...page, loadedAt, settingsArrivedAt } };
        const assessment = x.visits[0].assess(evidence, 9000, true, "overhearing");
        if (assessment.kind !== "told") return;
        const check = toLog(conclude(x.id, x.settings, observe(assessment.testimony)), [], endedAt);
        // A zero below nothing, which comes from numbers alone, is none any more where it is stored.
        const stored = JSON.parse(JSON.stringify(check));
        expect(LoggedCheck.safeParse(stored)).toEqual({ success: true, data: stored });
      }),
      runs,
    );
  });

  it("says the same in another order, where boxes carry their labels", () => {
    fc.assert(
      fc.property(damaged(samples), anySteadiness, (all, steadyFor) => {
        const evidence = partsOf(all);
        const turned = structuredClone(evidence);
        const boxes = valueAt(turned, ["page", "boxes"]);
        const known = [...labelFingerprints.values()];
        const isLabelled = (box: unknown) => known.some((labels) => labels.has(String(valueAt(box, ["label"]))));
        if (Array.isArray(boxes) && boxes.some(isLabelled)) boxes.reverse();
        for (const path of [["memory", "values"], ["memory"], ["page"], ["answers"]]) {
          const value = valueAt(turned, path);
          if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
          put(turned, path, Object.fromEntries(Object.entries(value).reverse()));
        }
        expect(protectedBy(turned, steadyFor)).toEqual(protectedBy(evidence, steadyFor));
      }),
      runs,
    );
  });

  /** What may be taken from evidence that is understood: where something is, what it is, and what is left of it. */
  const weakenings: readonly (readonly [path: readonly string[], is: unknown, left: unknown])[] = [
    [["memory", "hasPendingWrite"], false, true],
    [["memory", "hasPendingWrite"], false, null],
    [["memory", "cookie"], "same", "other"],
    [["memory", "viewer"], "signed-in", "unknown"],
    [["memory", "viewer"], "signed-in", "signed-out"],
    [["memory", "status"], "loaded", "loading"],
    [["memory", "status"], "loaded", "failed"],
    [["memory", "values", "discoverable_by_email"], false, { type: "string" }],
    [["memory", "values", "allow_media_tagging"], "none", "nobody"],
    [["memory", "handles", "session"], "ada_example", "eve_example"],
    [["memory", "handles", "settings"], "ada_example", "<b>ada</b>"],
    [["page", "settingsArrivedAt"], 1_700_000_000_101, null],
    [["answers", "writes"], 0, 1],
    [["answers", "hasMore"], false, true],
    [["answers", "answers", "0", "status"], 200, 500],
    [["answers", "answers", "0", "body"], "read", "cut"],
    [["answers", "answers", "0", "says", "isWhole"], true, false],
    [["answers", "answers", "0", "says", "handle"], "ada_example", "<b>ada</b>"],
    [["answers", "answers", "0", "says", "values", "discoverable_by_email"], false, { type: "several" }],
    [["page", "hasMoreBoxes"], false, true],
    [["page", "status"], 200, 503],
    [["page", "page"], "contacts", "other"],
  ];

  it("reassures no more when it is weaker", () => {
    fc.assert(
      fc.property(
        anyEvidence,
        anySteadiness,
        fc.constantFrom(...weakenings),
        (evidence, steadyFor, [path, is, left]) => {
          const understood = parseEvidence(evidence);
          if (!understood || valueAt(understood, path) !== is) return;
          const weaker = structuredClone(understood);
          put(weaker, path, left);
          const before = protectedBy(understood, steadyFor);
          for (const setting of protectedBy(weaker, steadyFor)) expect(before).toContain(setting);
        },
      ),
      runs,
    );
  });

  it("reassures no more when it was seen for a shorter time", () => {
    fc.assert(
      fc.property(anyEvidence, anySteadiness, anySteadiness, (evidence, one, other) => {
        const longer = protectedBy(evidence, Math.max(one, other));
        const assessment = x.visits[0].assess(evidence, Math.max(one, other), true, "overhearing");
        // What a longer look refuses altogether, such as a page where nobody is signed in, is no reassurance either.
        const shorter = protectedBy(evidence, Math.min(one, other));
        if (assessment.kind === "told") for (const setting of shorter) expect(longer).toContain(setting);
      }),
      runs,
    );
  });
});
