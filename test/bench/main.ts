import { mkdir, writeFile } from "node:fs/promises";
import { buildExtension } from "../harness/build-extension";
import { measureCheck } from "./check";
import { measureGathering } from "./gather";
import { measureIdling } from "./idle";
import { measureJudging } from "./judge";
import type { Measured } from "./measure";
import { measureOverlay } from "./overlay";
import { measurePopup } from "./popup";
import { measureRead } from "./read";
import { addPlainPage, measureReport } from "./report";
import { onStage } from "./stage";

/**
 * `npm run bench`: measures against baselines of the same run, prints a table, and fails where a budget is not met.
 * `npm run bench -- popup check` makes these measures alone.
 */
const measures: Readonly<Record<string, () => Promise<Measured[]>>> = {
  popup: measurePopup,
  check: measureCheck,
  read: measureRead,
  gather: measureGathering,
  judge: measureJudging,
  overlay: () => onStage(async ({ driven }) => [await measureOverlay(driven)]),
  report: () => onStage(async ({ driven }) => [await measureReport(driven)]),
  // Ten minutes: last.
  idle: measureIdling,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  throw new Error(`No such measure: ${unknown.join(", ")}. There are: ${Object.keys(measures).join(", ")}.`);
}

await buildExtension();
await addPlainPage();
const all: Measured[] = [];
for (const [name, take] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const taken = await take();
  console.table(taken.map(describe));
  for (const { parts } of taken) if (parts) console.table(parts);
  all.push(...taken);
}
await mkdir("artifacts", { recursive: true });
await writeFile("artifacts/bench.json", `${JSON.stringify(all, null, 2)}\n`);
if (all.some(({ isMet }) => !isMet)) process.exitCode = 1;

function describe({ name, unit, kind, baseline, subject, result, most, isMet }: Measured) {
  const spoken = ({ median, lower, upper }: Measured["subject"]) =>
    `${median.toFixed(2)} ${unit} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
  return {
    measured: name,
    baseline: baseline ? spoken(baseline) : "",
    ours: spoken(subject),
    result: `${result.toFixed(2)}${kind === "ratio" ? " ×" : kind === "difference" ? ` ${unit} more` : ""}`,
    "at most": most,
    "": isMet ? "met" : "NOT MET",
  };
}
