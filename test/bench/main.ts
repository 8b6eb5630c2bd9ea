import { mkdir, writeFile } from "node:fs/promises";
import { buildExtension } from "../harness/build-extension";
import { launchBrowser } from "../harness/launch";
import { scenario } from "../practice-site/scenario";
import { startPracticeSite } from "../practice-site/server";
import type { Comparison } from "./measure";
import { measureOverlay } from "./overlay";
import { addPlainPage, measureReport } from "./report";

/** `npm run bench`: measures against baselines of the same run, prints a table, and fails where a budget is not met. */
await buildExtension();
await addPlainPage();
const site = await startPracticeSite();
site.play(scenario());
const driven = await launchBrowser("chrome", { port: site.port, headless: true, answersPrompts: true });
await driven.allowSites();

const comparisons: Comparison[] = [await measureOverlay(driven), await measureReport(driven)];

await driven.close();
await site.close();
console.table(
  comparisons.map(({ name, unit, kind, baseline, subject, result, most, isMet }) => ({
    measured: name,
    baseline: `${baseline.toFixed(2)} ${unit}`,
    ours: `${subject.toFixed(2)} ${unit}`,
    [kind]: result.toFixed(2),
    "at most": most,
    "": isMet ? "met" : "NOT MET",
  })),
);
await mkdir("artifacts", { recursive: true });
await writeFile("artifacts/bench.json", `${JSON.stringify(comparisons, null, 2)}\n`);
if (comparisons.some(({ isMet }) => !isMet)) process.exitCode = 1;
