import { parseAst } from "vite";

/** A part of a program, as the parser tells it. */
export interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** @param lang what the code is written in: TypeScript unless told otherwise */
export function parseCode(code: string, lang: "js" | "ts" | "tsx" = "ts"): Node {
  return parseAst(code, { lang }) as unknown as Node;
}

/** The parts that a part directly consists of. */
export function partsOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((inner) => (Array.isArray(inner) ? inner : [inner]).filter(isNode));
}

/** A part and all that is in it. */
export function* walk(node: Node): Generator<Node> {
  // Built code nests deeper than calls may.
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...partsOf(next));
  }
}

/** What a string, or a template without anything filled in, says; `null` where it is neither. */
export function textOf(node: Node): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral") return null;
  const [first, ...others] = node.quasis as readonly { value: { cooked: string } }[];
  return first && others.length === 0 ? first.value.cooked : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
