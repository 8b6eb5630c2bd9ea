import type { CheckResult } from "../../src/audit/check-result";
import { conclude, concludeFailure } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import { addPage, type Observation, observe } from "../../src/audit/observation";
import { type SawLook, sayFindings } from "../../src/audit/saw";
import type { Assessment, Evidence, Site } from "../../src/audit/site";

/** A look as a check makes it. */
export interface Look extends Omit<SawLook, "saw"> {
  readonly evidence: Evidence;
}

/**
 * What a check makes of its looks, oldest first: of a site's first page that was looked at once more, or a check that was
 * made once more, the later one counts.
 *
 * @returns `null` where the looks do not tell: then the check was ended by something that is not in them
 */
function judgeLooks(site: Site, looks: readonly Look[]): CheckResult | null {
  let first: Assessment = { kind: "waiting" };
  let observation: Observation | null = null;
  for (const { visit: id, evidence, steadyFor, isLast, way } of looks) {
    const visit = site.visits.find((one) => one.id === id);
    if (!visit) continue;
    const assessment = visit.assess(evidence, steadyFor, isLast, way);
    if (visit === site.visits[0]) {
      first = assessment;
      observation = first.kind === "told" ? observe(first.testimony) : null;
    } else if (observation) observation = addPage(observation, assessment);
  }
  if (first.kind === "failed") return concludeFailure(site.id, site.settings, causeOf(first.detail), 0);
  return observation && conclude(site.id, site.settings, observation);
}

/** Goes through what was seen once more, as far as that is told, and says in words what comes of it. */
export function replay(site: Site, looks: readonly SawLook[]): Record<string, string> | null {
  const nothing: Evidence = { memory: null, page: null, answers: null };
  const recalled = looks.map(({ saw, ...look }) => ({ ...look, evidence: site.recall(saw) ?? nothing }));
  const result = judgeLooks(site, recalled);
  return result && sayFindings(result);
}

/** The looks of a check as they are kept, and in words what it finds: what `replay` undoes. */
export function record(
  site: Site,
  looks: readonly Look[],
): { readonly looks: readonly SawLook[]; readonly findings: Record<string, string> } {
  const result = judgeLooks(site, looks);
  if (!result) throw new Error("The looks do not tell what a check finds.");
  return {
    looks: looks.map(({ evidence, ...look }) => ({ ...look, saw: site.describe(evidence) })),
    findings: sayFindings(result),
  };
}
