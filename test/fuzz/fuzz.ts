import fc from "fast-check";
import { judge } from "../../src/audit/judge";
import { addTestimony, type Observation, observe } from "../../src/audit/observation";
import type { Evidence, Way } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import type { Changing } from "./changing";
import { anyMutations, type Mutation, mutate } from "./mutations";
import { consult } from "./oracle";
import { type Gathered, openStage } from "./stage";
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
  /** How many verdicts of each kind there were, about all settings, at every look, by the way of looking. */
  readonly verdicts: Map<string, Map<string, number>>;
  /** What first pages came to, by the way of looking. */
  readonly assessments: Map<string, Map<string, number>>;
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
  [1, false],
  [999, false],
  [1000, false],
  [2000, false],
  [9000, false],
  [9000, true],
] as const;

/** A way of looking at the pages of a case, and what there is to be known then. */
interface Play {
  readonly name: string;
  readonly way: Way;
  readonly toMemory: boolean;
  /** `silence`: somebody listens, and hears nothing. */
  readonly hears: "nobody" | "silence" | "answers";
}

/** Every page is looked at with its memory, and as if no way led to one. */
export const plays: readonly Play[] = [
  { name: "plain", way: "plain", toMemory: true, hears: "nobody" },
  { name: "first", way: "first", toMemory: true, hears: "nobody" },
  { name: "overhearing", way: "overhearing", toMemory: true, hears: "answers" },
  { name: "plain, no memory", way: "plain", toMemory: false, hears: "nobody" },
  { name: "first, no memory", way: "first", toMemory: false, hears: "nobody" },
  { name: "overhearing, no memory", way: "overhearing", toMemory: false, hears: "answers" },
  { name: "overhearing silence, no memory", way: "overhearing", toMemory: false, hears: "silence" },
  { name: "overhearing, but nobody listens, no memory", way: "overhearing", toMemory: false, hears: "nobody" },
];

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
  const totals: Totals = { cases: 0, mutations: new Map(), verdicts: new Map(), assessments: new Map() };
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

function countIn(all: Map<string, Map<string, number>>, part: string, name: string): void {
  const counts = all.get(part) ?? new Map<string, number>();
  all.set(part, counts);
  count(counts, name);
}

/** @throws Error where a verdict reassures without a right to, or anything throws */
function examine(one: Case, subject: Subject, gather: ReturnType<typeof openStage>, totals: Totals): void {
  for (const { name } of [...one.contacts, ...(one.number?.mutations ?? [])]) count(totals.mutations, name);
  const contacts = mutate(contactsPage(one.truth, one.scene), one.contacts);
  const number =
    one.number && mutate(numberPage(one.truth, one.scene.store, one.number.isLoaded), one.number.mutations);
  const [seen, seenNext] = [gather(contacts.page), number && gather(number.page)];
  for (const play of plays) {
    const scene: Scene = {
      play,
      truth: one.truth,
      contacts,
      number,
      evidence: subject.distort(evidenceOf(seen, play)),
      next: seenNext && subject.distort(evidenceOf(seenNext, play)),
    };
    const glanced = x.glance(scene.evidence, Date.now());
    if (glanced) holdGlance(glanced, subject);
    holdPlay(scene, subject, totals);
  }
}

function evidenceOf({ memory, noMemory, page, answers }: Gathered, { toMemory, hears }: Play): Evidence {
  const silence = { writes: 0, hasMore: false, answers: [] };
  return {
    memory: toMemory ? memory : noMemory,
    page,
    answers: hears === "nobody" ? null : hears === "silence" ? silence : answers,
  };
}

/** A case as it is looked at in one way. */
interface Scene {
  readonly play: Play;
  readonly truth: Truth;
  readonly contacts: Changing;
  readonly number: Changing | null;
  readonly evidence: Evidence;
  /** What is seen of the page with the number. */
  readonly next: Evidence | null;
}

function holdPlay({ play, truth, contacts, number, evidence, next }: Scene, subject: Subject, totals: Totals): void {
  const access = { toMemory: play.toMemory, toAnswers: play.hears === "answers" };
  const oracle = consult(contacts.page, access);
  const nextOracle = number && consult(number.page, access);
  const isNoNumberProven =
    nextOracle?.provesNoNumber === true && oracle.account !== null && oracle.account === nextOracle.account;
  for (const [steadyFor, isLast] of looks) {
    const assessment = x.visits[0].assess(evidence, steadyFor, isLast, play.way);
    countIn(totals.assessments, play.name, assessment.kind);
    if (assessment.kind === "unread" && play.way !== "first") throw new Error(`${play.name} was not to be the last`);
    if (assessment.kind !== "told") continue;
    const observation = observeNext(observe(assessment.testimony), next, steadyFor, isLast, play.way);
    for (const setting of x.settings) {
      const { verdict } = subject.judge(setting, observation);
      countIn(totals.verdicts, play.name, verdict);
      const about = `${setting.id} was called ${verdict} after ${steadyFor} ms (${play.name})`;
      if (verdict === "protected") {
        const why = oracle.whyNotProtected(setting.id);
        if (why !== null) throw new Error(`${about}, though ${why}`);
        const { field = "", closed = [] } = declared[setting.id] ?? {};
        const isClosed = closed.includes(truth.body[field]);
        if (isHonest(contacts, play) && !isClosed) throw new Error(`${about}, though it is open`);
      }
      if (verdict !== "dormant") continue;
      if (!isNoNumberProven) throw new Error(`${about}, though the absence of a number is not proven`);
      const isHidden = truth.hasNumber && number && isHonest(number, play);
      if (isHidden) throw new Error(`${about}, though a number is on file`);
    }
  }
}

/** Whether the page lets one see what it is: neither a lie nor a secret that nothing gives away. */
function isHonest({ lies, secret, isDisguised, page: { store } }: Changing, { toMemory }: Play): boolean {
  const isHidden = secret !== "none" && (isDisguised || !toMemory || store === "nowhere" || store === "throwing");
  return !lies && !isHidden;
}

/** What a check would have learned by now, with what the second page has told. */
function observeNext(
  observation: Observation,
  next: Evidence | null,
  steadyFor: number,
  isLast: boolean,
  way: Way,
): Observation {
  const later = next && x.visits[1]?.assess(next, steadyFor, isLast, way);
  return later?.kind === "told" ? addTestimony(observation, later.testimony) : observation;
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
