import { type Numbering, parseNumbering } from "./numbering";
import { numberingTable } from "./numbering-table";

/** Every region that has a numbering plan of its own, in the order of their letters, with its mobile numbers. */
export const regions: Numbering = parseNumbering(numberingTable);

/**
 * Guesses where somebody's phone number is from, by the language that their browser speaks.
 *
 * @param locale a BCP 47 tag such as `en-GB`; from a language alone, the region where most of its speakers are
 * @returns one of `regions`, or `null` where the tag names no such region or is not a tag at all
 */
export function guessRegion(locale: string): string | null {
  const region = findRegion(locale);
  return region !== undefined && regions.has(region) ? region : null;
}

function findRegion(locale: string): string | undefined {
  try {
    const parsed = new Intl.Locale(locale);
    // An undetermined language would be taken for English in the United States.
    return /^und\b/.test(parsed.baseName) ? parsed.region : parsed.maximize().region;
  } catch {
    return undefined;
  }
}
