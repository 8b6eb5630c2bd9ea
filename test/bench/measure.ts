/** What a measure came to, and what it was held to. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  /** How the result is made: `subject / baseline`, `subject - baseline`, or what was measured as it is. */
  readonly kind: "ratio" | "difference" | "value";
  readonly baseline: Spread | null;
  readonly subject: Spread;
  readonly result: number;
  readonly most: number;
  readonly isMet: boolean;
  /** What lies behind the result: medians of each part by itself, which need not add up. */
  readonly parts?: readonly { readonly name: string; readonly baseline?: number; readonly subject: number }[];
}

/** A median, with the quartiles beside it: how far apart they are tells how noisy the machine was. */
interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly runs: number;
}

interface Plan {
  readonly name: string;
  readonly unit: string;
  readonly most: number;
  /** How many runs count, after the warm-up. */
  readonly runs?: number;
  subject(): Promise<number>;
}

interface Comparison extends Plan {
  readonly kind: "ratio" | "difference";
  baseline(): Promise<number>;
}

const warmUps = 3;
const fewestRuns = 15;

/**
 * Measures two ways side by side, in turns, so that what else the machine does falls on both, and compares the medians.
 * Which of the two goes first changes with every run.
 */
export async function compare({ runs = fewestRuns, kind, ...plan }: Comparison): Promise<Measured> {
  const baselines: number[] = [];
  const subjects: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const isBaselineFirst = run % 2 === 0;
    const early = isBaselineFirst ? await plan.baseline() : undefined;
    const subject = await plan.subject();
    const baseline = early ?? (await plan.baseline());
    if (run < 0) continue;
    baselines.push(baseline);
    subjects.push(subject);
  }
  const [baseline, subject] = [spread(baselines), spread(subjects)];
  const result = kind === "ratio" ? subject.median / baseline.median : subject.median - baseline.median;
  return { ...describe(plan, subject, result), kind, baseline };
}

/** Measures one way and holds its median to a budget of its own. */
export async function measure({ runs = fewestRuns, ...plan }: Plan): Promise<Measured> {
  const subjects: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const subject = await plan.subject();
    if (run >= 0) subjects.push(subject);
  }
  const subject = spread(subjects);
  return { ...describe(plan, subject, subject.median), kind: "value", baseline: null };
}

/** Holds to a budget what was measured once. */
export function hold(name: string, unit: string, most: number, value: number): Measured {
  return { ...describe({ name, unit, most }, spread([value]), value), kind: "value", baseline: null };
}

function describe({ name, unit, most }: Pick<Plan, "name" | "unit" | "most">, subject: Spread, result: number) {
  return { name, unit, most, subject, result, isMet: result <= most };
}

export function median(values: readonly number[]): number {
  return spread(values).median;
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), lower: at(0.25), upper: at(0.75), runs: sorted.length };
}
