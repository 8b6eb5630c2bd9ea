/** Two ways measured side by side in one run: machines are noisy, ratios and differences less so. */
interface Plan {
  readonly name: string;
  readonly unit: "ms";
  /** Whether `subject` may be so many times the baseline, or so much more than it. */
  readonly kind: "ratio" | "difference";
  readonly most: number;
  baseline(): Promise<number>;
  subject(): Promise<number>;
}

export interface Comparison extends Pick<Plan, "name" | "unit" | "kind" | "most"> {
  /** Medians. */
  readonly baseline: number;
  readonly subject: number;
  readonly result: number;
  readonly isMet: boolean;
}

const warmUps = 3;
const runs = 15;

/** Takes turns, after a warm-up, and compares the medians. */
export async function compare(plan: Plan): Promise<Comparison> {
  const baselines: number[] = [];
  const subjects: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const [baseline, subject] = [await plan.baseline(), await plan.subject()];
    if (run < 0) continue;
    baselines.push(baseline);
    subjects.push(subject);
  }
  const [baseline, subject] = [median(baselines), median(subjects)];
  const result = plan.kind === "ratio" ? subject / baseline : subject - baseline;
  const { name, unit, kind, most } = plan;
  return { name, unit, kind, most, baseline, subject, result, isMet: result <= most };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
