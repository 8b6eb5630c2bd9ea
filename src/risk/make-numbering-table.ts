import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { countNumbers } from "./count-numbers";
import { type Caveat, formatNumbering, type MobileNumbers, type Numbering, parseNumbering } from "./numbering";
import { type MobilePlan, readPlans } from "./numbering-plans";
import { numberingTable } from "./numbering-table";

/**
 * Writes `numbering-table.ts` anew: `npm run numbering`, for instance after an update of libphonenumber-js, whose plans
 * it counts exactly. What operators were assigned stays as it is in the table, or comes from a file where one is named:
 * `npm run numbering -- operators.json`.
 *
 * The file says how many numbers were assigned: `{ "regions": { "GB": { "low": 517600000, "flags": [] } } }`. A `low`
 * that is `null`, or has the flag `no-operator-list` or `operator-list-incomplete`, counts as not known.
 */
async function makeTable(path: string | undefined): Promise<void> {
  const assigned = path === undefined ? readAssigned(parseNumbering(numberingTable)) : await readAssignedFrom(path);
  const numbering: Numbering = new Map(
    [...readPlans()].map(([region, plan]) => [region, plan && countRegion(plan, assigned.get(region) ?? null)]),
  );
  await writeFile(fileURLToPath(new URL("numbering-table.ts", import.meta.url)), source(numbering));
  console.log(`${numbering.size} regions`);
}

/** @param assigned how many numbers operators were assigned, or `null` where that is not known */
function countRegion(plan: MobilePlan, assigned: number | null): MobileNumbers {
  const high = countNumbers(plan.patterns, plan.lengths);
  const shared = plan.fixedLines === null ? 0 : countNumbers([...plan.patterns, plan.fixedLines], plan.lengths);
  const caveats: Caveat[] = [];
  if (shared > high / 2) caveats.push("fixed-lines-too");
  if (assigned === null) caveats.push("operators-unknown");
  if (plan.isCut) caveats.push("longer-numbers-left-out");
  // Operators' lists are some years old, and may hold ranges that the plan no longer has.
  return { low: Math.min(assigned ?? high, high), high, caveats };
}

/** How many numbers operators were assigned, by region. A region that is not known is missing. */
type Assigned = ReadonlyMap<string, number>;

function readAssigned(numbering: Numbering): Assigned {
  const assigned = new Map<string, number>();
  for (const [region, numbers] of numbering) {
    if (numbers && !numbers.caveats.includes("operators-unknown")) assigned.set(region, numbers.low);
  }
  return assigned;
}

async function readAssignedFrom(path: string): Promise<Assigned> {
  const { regions } = OperatorFile.parse(JSON.parse(await readFile(path, "utf8")));
  const assigned = new Map<string, number>();
  for (const [region, { low, flags }] of Object.entries(regions)) {
    const isUnknown = flags.some((flag) => flag === "no-operator-list" || flag === "operator-list-incomplete");
    if (low !== null && !isUnknown) assigned.set(region, low);
  }
  return assigned;
}

const OperatorFile = z.object({
  regions: z.record(z.string(), z.object({ low: z.nullable(z.number()), flags: z.array(z.string()) })),
});

function source(numbering: Numbering): string {
  return `/** Each region's mobile numbers: see \`parseNumbering\`. Written by \`npm run numbering\`. */
export const numberingTable = \`${formatNumbering(numbering)}\`;
`;
}

const [path] = process.argv.slice(2);
await makeTable(path);
