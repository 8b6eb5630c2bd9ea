import * as z from "zod/mini";
import type { CheckResult } from "../../src/audit/check-result";
import { conclude } from "../../src/audit/conclude";
import { x } from "../../src/sites/x";
import type { MemoryEvidence, PageEvidence } from "../../src/sites/x/evidence";
import { keptSettings } from "../../src/sites/x/fields";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { scenario } from "../practice-site/scenario";
import { buildSettingsBody } from "../practice-site/settings-body";
import { memory, page } from "../unit/x-evidence";
import { compare, type Measured } from "./measure";

/** How often each is done in one run: once is too short for any clock. */
const repetitions = 5000;

/**
 * How long it takes to parse and judge what was gathered of a full settings body, against the engine's own parsing of
 * that body's JSON text.
 *
 * Ours is the way from what the gatherers returned to a finding for every setting: the schemas, the readings, and the
 * judge. It runs the product's own modules in Node, whose engine is Chromium's, and without the code that the schemas'
 * library makes for itself where it may: the extension's policy lets no page do that.
 */
export async function measureJudging(): Promise<Measured[]> {
  z.config({ jitless: true });
  const body = buildSettingsBody(scenario());
  const text = JSON.stringify(body);
  const evidence = gatheredFrom(body);
  const judged = parseAndJudge(evidence);
  if (judged.findings.some(({ verdict }) => verdict === "unknown")) throw new Error("Not every setting was judged.");
  return [
    await compare({
      name: `judge: parse and judge a full body of ${text.length} characters`,
      unit: "µs",
      kind: "ratio",
      most: 3,
      runs: 51,
      baseline: async () => timeOnce(() => JSON.parse(text)),
      subject: async () => timeOnce(() => parseAndJudge(evidence)),
    }),
  ];
}

function parseAndJudge(evidence: { memory: MemoryEvidence; page: PageEvidence }): CheckResult {
  const [visit] = x.visits;
  const assessment = visit.assess({ ...evidence, answers: null }, 0, false, "plain");
  if (assessment.kind !== "told") throw new Error("The evidence did not tell.");
  const { account, readings = new Map(), asOf } = assessment.testimony;
  return conclude(x.id, x.settings, { account, readings, asOf, numberOnFile: { answer: "yes" }, isFresh: true });
}

/** What the gatherers return of a page that has loaded this body and drawn it. */
function gatheredFrom(body: Readonly<Record<string, unknown>>): { memory: MemoryEvidence; page: PageEvidence } {
  const handle = String(body.screen_name);
  const fields = keptSettings.map(({ field }) => field).filter((field) => field in body);
  const values = Object.fromEntries(fields.map((field) => [field, body[field] as boolean | string]));
  const boxes = keptSettings.flatMap(({ id, field }) => {
    const [label] = labelFingerprints.get(id) ?? [];
    return label === undefined ? [] : [{ label, isChecked: body[field] === true, isPlain: true }];
  });
  return { memory: memory({ handles: { settings: handle, session: handle }, values }), page: page(boxes) };
}

/** Microseconds of processor time that one repetition takes: what else the machine does meanwhile does not count. */
function timeOnce(act: () => unknown): number {
  const before = process.cpuUsage();
  for (let repetition = 0; repetition < repetitions; repetition += 1) act();
  return process.cpuUsage(before).user / repetitions;
}
