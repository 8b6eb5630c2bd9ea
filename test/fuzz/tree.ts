/** Where something lies in a tree of plain JSON: the keys that lead to it. */
export type Path = readonly string[];

/** Every place in a tree but its root, parents before children. */
export function placesIn(tree: unknown, from: Path = []): Path[] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, child]) => [[...from, key], ...placesIn(child, [...from, key])]);
}

/** What lies at a place, by its own properties alone; `undefined` where there is nothing or a getter throws. */
export function valueAt(tree: unknown, path: Path): unknown {
  let found = tree;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    try {
      found = (found as Readonly<Record<string, unknown>>)[key];
    } catch {
      return undefined;
    }
  }
  return found;
}

export function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}

/** Puts a value at a place whose parent is there; does nothing otherwise. */
export function put(tree: unknown, path: Path, value: unknown): void {
  const parent = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) return;
  // Defined, so that `__proto__` is a key like any other.
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

function remove(tree: unknown, path: Path): void {
  const parent = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) return;
  const index = Number(key);
  if (Array.isArray(parent) && index in parent) {
    // `splice` would make an array by the constructor, which may have been changed before.
    parent.copyWithin(index, index + 1);
    parent.length -= 1;
  } else Reflect.deleteProperty(parent, key);
}

/** A key or a word as somebody else might write it; never as it was. */
function rewrite(word: string, style: number): string {
  const camel = word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const others = [`${word}_v2`, `_${word}`, word.toUpperCase(), camel, `${word} `, "__proto__", "constructor"];
  const fitting = others.filter((other) => other !== word);
  return fitting[style % fitting.length] ?? `${word}_`;
}

/** Values of other types, among them those that a careless reader takes for `false`. Never a boolean. */
const strangers = [null, 0, 1, "", "false", "true", "off", "[]", "null", {}, { value: false }, ["false"], -1, 1.5];

export const treeChanges = [
  "drop",
  "rename",
  "retype",
  "duplicate",
  "nest",
  "reorder",
  "swap",
  "change case",
  "move",
  "cut short",
] as const;
export type TreeChange = (typeof treeChanges)[number];

/** Those that can make a tree say something else, where the others make it say less or the same. */
export const lyingChanges: ReadonlySet<TreeChange> = new Set(["swap", "move"]);

/** Changes a tree in place, and tells the places that it has touched: none where the change does not fit there. */
export function changeTree(tree: unknown, change: TreeChange, at: Path, to: Path, style: number): readonly Path[] {
  const value = valueAt(tree, at);
  const key = at.at(-1) ?? "";
  const beside = (name: string) => [...at.slice(0, -1), name];
  const isObject = typeof value === "object" && value !== null;
  switch (change) {
    case "drop":
      remove(tree, at);
      return [at];
    case "rename":
      remove(tree, at);
      put(tree, beside(rewrite(key, style)), value);
      return [at];
    case "retype": {
      const others = strangers.filter((other) => typeof other !== typeof value || other === null);
      put(tree, at, structuredClone(others[style % others.length]));
      return [at];
    }
    case "duplicate": {
      const parent = valueAt(tree, at.slice(0, -1));
      const copy = typeof value === "boolean" && style % 2 === 0 ? !value : structuredClone(value);
      if (Array.isArray(parent)) parent.push(copy);
      else put(tree, beside(rewrite(key, style)), copy);
      return Array.isArray(parent) ? [at] : [];
    }
    case "nest":
      put(tree, at, style % 2 === 0 ? { value } : [value]);
      return [at];
    case "reorder": {
      if (!isObject) return [];
      const turned = Object.entries(value).reverse();
      put(tree, at, Array.isArray(value) ? [...value].reverse() : Object.fromEntries(turned));
      return [];
    }
    case "swap":
      if (startsWith(at, to) || startsWith(to, at)) return [];
      put(tree, at, valueAt(tree, to));
      put(tree, to, value);
      return [at, to];
    case "change case":
      if (typeof value !== "string" || value.toUpperCase() === value) return [];
      put(tree, at, value.toUpperCase());
      return [at];
    case "move": {
      if (startsWith(to, at)) return [];
      remove(tree, at);
      const goal = [...to.slice(0, -1), key];
      put(tree, goal, value);
      return [at, goal];
    }
    case "cut short": {
      if (!isObject) return [];
      const entries = Object.entries(value);
      const left = entries.slice(0, style % (entries.length + 1));
      put(tree, at, Array.isArray(value) ? left.map(([, entry]) => entry) : Object.fromEntries(left));
      return [at];
    }
  }
}
