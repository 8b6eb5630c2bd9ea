import metadata from "libphonenumber-js/metadata.full.json";
import * as z from "zod/mini";

/** What a region's numbering plan allows for mobile phones. */
export interface MobilePlan {
  /** Regular expressions: a mobile number matches each of them from end to end. */
  readonly patterns: readonly string[];
  /** How many digits a number may have, without the calling code. */
  readonly lengths: readonly number[];
  /** Whether the plan allows longer numbers too, which are left out here. */
  readonly isCut: boolean;
  /** What fixed lines match, which may be the very same; `null` where there are none. */
  readonly fixedLines: string | null;
}

/**
 * Where operators may lengthen numbers as they like (Austria, Indonesia), each further digit makes ten times as many
 * numbers and not one more phone: a count of those would say nothing.
 */
const mostDigits = 11;

/**
 * Every region's plan for mobile phones, by the region's two letters; `null` for a region without mobile numbers. From
 * the metadata of libphonenumber, as libphonenumber-js packs it: each plan is a list without names.
 *
 * @throws where the metadata has another form than version 4
 */
export function readPlans(): ReadonlyMap<string, MobilePlan | null> {
  return new Map(Object.entries(metadata.countries).map(([region, plan]) => [region, readPlan(plan)]));
}

function readPlan(packed: readonly unknown[]): MobilePlan | null {
  const { pattern, lengths, types } = PackedPlan.parse({ pattern: packed[2], lengths: packed[3], types: packed[11] });
  const [fixedLines, mobile] = types;
  if (!mobile) return null;
  const [fixedPattern] = fixedLines || [null];
  // The library leaves the mobile pattern empty where it is the fixed lines' as well.
  const [ownPattern, ownLengths] = mobile[0] === "" && fixedLines ? fixedLines : mobile;
  const allowed = ownLengths ?? lengths;
  const counted = allowed.filter((length) => length <= mostDigits);
  return {
    patterns: [pattern, ownPattern],
    lengths: counted,
    isCut: counted.length < allowed.length,
    fixedLines: fixedPattern,
  };
}

/** Numbers of one type: their pattern, and their lengths where these are not those of all types; 0 for none. */
const PackedType = z.union([z.literal(0), z.tuple([z.string(), z.optional(z.array(z.number()))])]);

const PackedPlan = z.object({
  pattern: z.string(),
  lengths: z.array(z.number()),
  types: z.tuple([PackedType, z.optional(PackedType)], z.unknown()),
});
