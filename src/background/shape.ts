/**
 * What a value must look like, as plain data.
 *
 * Pages that must open fast read their records by shapes. The schemas that the shapes are made of (`npm run shapes`) are
 * the same, and come with a library that is larger than all that such a page needs.
 *
 * @template Value what a value that fits is
 */
export type Shape<Value = unknown> = (
  | { readonly is: readonly unknown[] }
  | { readonly type: "string" | "number" | "boolean" }
  | { readonly any: readonly Shape[] }
  | { readonly each: Shape }
  /** `may`: what need not be there. */
  | { readonly has: Readonly<Record<string, Shape>>; readonly may?: Readonly<Record<string, Shape>> }
) & {
  /** Never there: it only ties the shape to its type. */
  readonly fits?: Value;
};

/** Whether a value, such as storage and messages hold, has a shape. What it has beyond that is no matter. */
export function fits<Value>(shape: Shape<Value>, value: unknown): value is Value {
  if ("is" in shape) return shape.is.includes(value);
  if ("any" in shape) return shape.any.some((choice) => fits(choice, value));
  if ("each" in shape) return Array.isArray(value) && value.every((item) => fits(shape.each, item));
  if ("has" in shape) {
    if (!isRecord(value)) return false;
    const isThere = (name: string) => Object.hasOwn(value, name);
    return (
      Object.entries(shape.has).every(([name, part]) => isThere(name) && fits(part, value[name])) &&
      Object.entries(shape.may ?? {}).every(([name, part]) => value[name] === undefined || fits(part, value[name]))
    );
  }
  return shape.type === "number" ? Number.isFinite(value) : typeof value === shape.type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
