import { parseArgs } from "node:util";
import { asItIs, fuzz } from "./fuzz";
import { fuzzSequences } from "./sequences";

/** `npm run fuzz`: many changed pages, a summary, and a failure with the smallest case where one is judged wrongly. */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    cases: { type: "string", default: "20000" },
    path: { type: "string" },
  },
});
const { seed, cases, path } = values;
const { totals, seconds, fault } = fuzz(asItIs, {
  seed: Number(seed),
  cases: Number(cases),
  ...(path ? { path } : {}),
});

const byCount = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, one], [, other]) => other - one);
for (const [name, times] of byCount(totals.mutations)) console.log(`  ${name.padEnd(36)} ${times}`);
for (const [what, parts] of Object.entries({ page: totals.assessments, verdict: totals.verdicts })) {
  for (const [play, counts] of parts) {
    for (const [name, times] of byCount(counts))
      console.log(`  ${play.padEnd(44)} ${what} ${name.padEnd(10)} ${times}`);
  }
}
console.log(`seed ${seed}: ${totals.cases} cases in ${seconds.toFixed(1)} s, false reassurances: ${fault ? 1 : 0}`);
const mostSequences = 10_000;
const sequence = fuzzSequences({ seed: Number(seed), cases: Math.min(mostSequences, Number(cases)) });
console.log(`sequences of events: false reassurances: ${sequence ? 1 : 0}`);
for (const found of [fault, sequence]) {
  if (!found) continue;
  console.error(found);
  process.exitCode = 1;
}
