/** How many values of an answer are looked at: far more than any real one has. */
const mostValues = 20_000;
const deepest = 40;

/**
 * Finds all objects in a JSON value that have one of these fields, wherever they stand: what is known of an answer is how
 * its fields are called, not how they lie in it.
 *
 * @returns `null` where the value is too large to be gone through
 */
export function findOwners(
  value: unknown,
  fields: ReadonlySet<string>,
): readonly Readonly<Record<string, unknown>>[] | null {
  const owners: Readonly<Record<string, unknown>>[] = [];
  const waiting: (readonly [value: unknown, depth: number])[] = [[value, 0]];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [current, depth] = next;
    seen += 1;
    if (seen > mostValues || depth > deepest) return null;
    if (typeof current !== "object" || current === null) continue;
    const entries = Object.entries(current);
    if (!Array.isArray(current) && entries.some(([name]) => fields.has(name))) owners.push(Object.fromEntries(entries));
    for (const [, child] of entries) waiting.push([child, depth + 1]);
  }
  return owners;
}
