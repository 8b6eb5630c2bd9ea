import * as z from "zod/mini";
import { CheckResult } from "../audit/check-result";
import { Reason } from "../audit/reason";
import type { GuideStep, Site } from "../audit/site";

/** Where a step of the guide stands. */
const Phase = z.discriminatedUnion("name", [
  /** Waits for the person. */
  z.object({ name: z.literal("asking") }),
  /** The site is saving, or a fresh check is under way. */
  z.object({ name: z.literal("working") }),
  /** Proven by a fresh check. `undoTo`: the state before, where Unlisted itself has changed it. */
  z.object({ name: z.literal("done"), undoTo: z.nullable(z.string()) }),
  /** Taken back, and that is proven. */
  z.object({ name: z.literal("undone") }),
  z.object({ name: z.literal("failed"), reason: Reason }),
  /** The switches are behind; whether to go on with the step that comes now is asked first. */
  z.object({ name: z.literal("offer") }),
  /** All steps are behind. */
  z.object({ name: z.literal("summary") }),
]);
export type Phase = z.infer<typeof Phase>;

/** A guide under way in one tab. Plain JSON; times in milliseconds since 1970. */
export const GuideSession = z.object({
  tab: z.number(),
  /** The account that the person was shown; `null` where the site did not name it. */
  account: z.nullable(z.string()),
  /** Ids of the site's steps that this guide takes, in order. */
  steps: z.array(z.string()),
  /** Which of them is the current one, counted from 0. */
  at: z.number(),
  phase: Phase,
  /** What was known when it began. */
  before: z.nullable(CheckResult),
  begunAt: z.number(),
  /** When the person last moved, typed or scrolled. */
  lastSignAt: z.number(),
});
export type GuideSession = z.infer<typeof GuideSession>;

/** How long a guide waits for a sign of life, in milliseconds. */
const patience = 10 * 60_000;

/**
 * Which steps a guide takes: the one that the person chose, the site's other switches that stand open, and what they may do
 * beyond them. Who chose something beyond the switches has left these behind.
 */
export function chooseSteps(site: Site, chosen: string, known: CheckResult | null): string[] {
  const first = site.guide.find(({ id }) => id === chosen);
  const isOpen = (id: string) =>
    known?.findings.some(
      (finding) => finding.setting === id && (finding.verdict === "exposed" || finding.verdict === "dormant"),
    ) ?? false;
  const isNeedless = (step: GuideStep) =>
    step.kind === "switch"
      ? first?.kind === "advice" || !isOpen(step.id)
      : step.proof === "number-on-file" && known?.numberOnFile.answer === "no";
  return site.guide
    .filter((step) => step === first || !isNeedless(step))
    .sort((one, other) => Number(other === first) - Number(one === first))
    .map(({ id }) => id);
}

/** The step that the guide stands at, or `null` after the last. */
export function currentStep({ steps, at, phase }: GuideSession, site: Site): GuideStep | null {
  if (phase.name === "summary") return null;
  return site.guide.find(({ id }) => id === steps[at]) ?? null;
}

/** Goes on to the next step. Before the first that is not a switch the person is asked whether they want to go on. */
export function advance(session: GuideSession, site: Site): GuideSession {
  const from = currentStep(session, site);
  const next = { ...session, at: session.at + 1, phase: { name: "asking" } as const };
  const to = currentStep(next, site);
  if (!to) return sumUp(session);
  return to.kind === "advice" && from?.kind === "switch" ? { ...next, phase: { name: "offer" } } : next;
}

export function sumUp(session: GuideSession): GuideSession {
  return { ...session, phase: { name: "summary" } };
}

/** Whether nobody has given a sign of life for too long. */
export function isAbandoned({ lastSignAt }: GuideSession, now: number): boolean {
  return now - lastSignAt > patience;
}
