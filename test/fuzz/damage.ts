import fc from "fast-check";
import { changeTree, placesIn, type TreeChange, treeChanges, valueAt } from "./tree";

/** A value of the kind that storage, messages and files hold, and one to three changes to it, as data. */
interface Damage {
  readonly change: TreeChange;
  readonly at: number;
  readonly to: number;
}

const anyDamage: fc.Arbitrary<Damage> = fc.record({
  change: fc.constantFrom(...treeChanges),
  at: fc.nat({ max: 9999 }),
  to: fc.nat({ max: 9999 }),
});

function damage(whole: unknown, damages: readonly Damage[]): unknown {
  // In a box, so that the whole can be changed like any of its parts.
  const box = { whole: structuredClone(whole) };
  for (const { change, at, to } of damages) {
    const places = placesIn(box);
    const place = places[at % Math.max(1, places.length)];
    const goal = places[to % Math.max(1, places.length)];
    if (place && goal) changeTree(box, change, place, goal, to);
  }
  return valueAt(box, ["whole"]);
}

/** One of some values, whole or damaged by a few changes of its structure. */
export function damaged(values: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .record({ whole: fc.constantFrom(...values), damages: fc.array(anyDamage, { maxLength: 3 }) })
    .map(({ whole, damages }) => damage(whole, damages));
}

/** Anything at all that JSON can say. */
export const anyJson: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 4 });
