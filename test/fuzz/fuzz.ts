import fc from "fast-check";
import { judge } from "../../src/audit/judge";
import { addTestimony, type Observation, observe } from "../../src/audit/observation";
import type { Evidence } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { anyMutations, type Changing, type Mutation, mutate } from "./mutations";
import { consult, type Oracle } from "./oracle";
import { openStage } from "./stage";
import { type AnyScene, anyScene, anyTruth, contactsPage, declared, numberPage, type Truth } from "./world";

/** One case: plain data, from which the pages can be built again. */
interface Case {
  readonly truth: Truth;
  readonly scene: AnyScene;
  readonly contacts: readonly Mutation[];
  /** What is done to the page with the number; `null` where the check does not get there. */
  readonly number: { readonly isLoaded: boolean; readonly mutations: readonly Mutation[] } | null;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  truth: anyTruth,
  scene: anyScene,
  contacts: anyMutations,
  number: fc.option(fc.record({ isLoaded: fc.boolean(), mutations: anyMutations }), { freq: 2 }),
});

/** What is put to the test. A test breaks it on purpose, to see that the fuzzer notices. */
export interface Subject {
  /** What becomes of the evidence on its way from the page. */
  readonly distort: (evidence: Evidence) => Evidence;
  readonly judge: typeof judge;
}

export const asItIs: Subject = { distort: (evidence) => evidence, judge };

interface Totals {
  cases: number;
  /** How often each change was made. */
  readonly mutations: Map<string, number>;
  /** How many verdicts of each kind there were, about all settings, at every look. */
  readonly verdicts: Map<string, number>;
}

export interface Outcome {
  readonly totals: Totals;
  readonly seconds: number;
  /** The smallest case that is judged wrongly, and how to do it again; `null` where none is. */
  readonly fault: string | null;
}

/** For how long the page has been the same, in milliseconds, and whether patience has run out. */
const looks = [
  [0, false],
  [0, true],
  [999, false],
  [1000, false],
  [2000, false],
  [9000, false],
  [9000, true],
] as const;

/** Which cases are made. The same seed makes the same cases. */
export interface Plan {
  readonly seed: number;
  readonly cases: number;
  /** Leads straight to one case of the seed, as a fault names it. */
  readonly path?: string;
  /** Whether a smaller case is looked for where one is judged wrongly; it is unless told otherwise. */
  readonly shrinks?: boolean;
}

/**
 * Builds pages, changes them, gathers, parses and judges, and holds every reassurance against the oracle, which knows
 * the page, and against the truth, which only a page that lies may hide.
 */
export function fuzz(subject: Subject, { seed, cases, path = "", shrinks = true }: Plan): Outcome {
  const gather = openStage();
  const totals: Totals = { cases: 0, mutations: new Map(), verdicts: new Map() };
  const startedAt = performance.now();
  const property = fc.property(anyCase, (one) => {
    totals.cases += 1;
    examine(one, subject, gather, totals);
  });
  const details = fc.check(property, { seed, numRuns: cases, path, endOnFailure: !shrinks });
  const seconds = (performance.now() - startedAt) / 1000;
  return { totals, seconds, fault: details.failed ? describe(details) : null };
}

function describe({ seed, counterexamplePath, counterexample, errorInstance }: fc.RunDetails<[Case]>): string {
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return [
    why,
    JSON.stringify(counterexample?.[0], null, 1),
    `Again: npm run fuzz -- --seed ${seed} --path ${counterexamplePath}`,
  ].join("\n");
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** @throws Error where a verdict reassures without a right to, or anything throws */
function examine(one: Case, subject: Subject, gather: ReturnType<typeof openStage>, totals: Totals): void {
  for (const { name } of [...one.contacts, ...(one.number?.mutations ?? [])]) count(totals.mutations, name);
  const contacts = mutate(contactsPage(one.truth, one.scene), one.contacts);
  const number =
    one.number && mutate(numberPage(one.truth, one.scene.store, one.number.isLoaded), one.number.mutations);
  const seen = subject.distort(gather(contacts.page));
  const seenNext = number && subject.distort(gather(number.page));
  const oracle = consult(contacts.page);
  const nextOracle = number && consult(number.page);

  const glanced = x.glance(seen);
  if (glanced) holdGlance(glanced, subject);

  for (const [steadyFor, isLast] of looks) {
    const observation = observeOnce(seen, seenNext, steadyFor, isLast);
    if (!observation) continue;
    const isNoNumberProven =
      nextOracle?.provesNoNumber === true && oracle.account !== null && oracle.account === nextOracle.account;
    for (const setting of x.settings) {
      const { verdict } = subject.judge(setting, observation);
      count(totals.verdicts, verdict);
      const about = `${setting.id} was called ${verdict} after ${steadyFor} ms`;
      if (verdict === "protected") holdProtected(about, setting.id, steadyFor, oracle, contacts, one.truth);
      if (verdict !== "dormant") continue;
      if (!isNoNumberProven) throw new Error(`${about}, though the absence of a number is not proven`);
      if (one.truth.hasNumber && number && isHonest(number)) throw new Error(`${about}, though a number is on file`);
    }
  }
}

function holdProtected(
  about: string,
  setting: string,
  steadyFor: number,
  oracle: Oracle,
  changing: Changing,
  truth: Truth,
): void {
  const why = oracle.whyNotProtected(setting, steadyFor);
  if (why !== null) throw new Error(`${about}, though ${why}`);
  const { field = "", closed = [] } = declared[setting] ?? {};
  if (isHonest(changing) && !closed.includes(truth.body[field])) throw new Error(`${about}, though it is open`);
}

/** Whether the page lets one see what it is: neither a lie nor a secret that nothing gives away. */
function isHonest({ lies, secret, isDisguised, page: { store } }: Changing): boolean {
  const isHidden = secret !== "none" && (isDisguised || store === "nowhere" || store === "throwing");
  return !lies && !isHidden;
}

/** What a check would have learned by now, or `null` while it waits or has failed. */
function observeOnce(seen: Evidence, next: Evidence | null, steadyFor: number, isLast: boolean): Observation | null {
  const [first, second] = x.visits;
  const assessment = first.assess(seen, steadyFor, isLast);
  if (assessment.kind !== "told") return null;
  const observation = observe(assessment.testimony);
  const later = next && second?.assess(next, steadyFor, isLast);
  if (later?.kind === "told") return addTestimony(observation, later.testimony);
  return observation;
}

/** An open tab may warn, and nothing else. */
function holdGlance(observation: Observation, subject: Subject): void {
  for (const setting of x.settings) {
    const { verdict } = subject.judge(setting, observation);
    if (verdict !== "exposed" && verdict !== "unknown") {
      throw new Error(`${setting.id} was called ${verdict} by a tab that was open already`);
    }
  }
}
