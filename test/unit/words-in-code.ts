import { type Node, parseCode, partsOf } from "../guards/syntax";

/** Attributes whose values a person reads. */
const readAttributes = new Set(["alt", "aria-label", "aria-description", "aria-valuetext", "placeholder", "title"]);

/**
 * Finds words for people in code: what stands between tags, in attributes that are read out, and strings of more than one
 * word. Names of bugs are for engineers, and `Unlisted` is a name.
 */
export function findWords(code: string, name: string): readonly string[] {
  return wordsIn(parseCode(code, name.endsWith("x") ? "tsx" : "ts"));
}

function wordsIn(node: Node): readonly string[] {
  switch (node.type) {
    case "JSXText":
      return keepWords(node.value, /\p{L}{2}/u);
    case "JSXAttribute":
      return readAttributes.has(String((node.name as Node).name))
        ? wordsOfAttribute(node.value as Node | null)
        : insideOf(node).filter(() => isExpression(node.value));
    case "Literal":
      return keepWords(node.value, /\p{L}{2,} \p{L}+|\p{L} \p{L}{2,}/u);
    case "TemplateElement":
      return keepWords((node.value as { cooked: string }).cooked, /\p{L}{2} | \p{L}{2}/u);
    case "NewExpression":
      return (node.callee as Node).name === "Error" ? [] : insideOf(node);
    case "TSLiteralType":
    case "ImportDeclaration":
      return [];
    default:
      return insideOf(node);
  }
}

function wordsOfAttribute(value: Node | null): readonly string[] {
  if (value?.type === "Literal") return keepWords(value.value, /\p{L}{2}/u);
  return value ? wordsIn(value) : [];
}

function isExpression(value: unknown): boolean {
  return (value as Node | null)?.type === "JSXExpressionContainer";
}

function insideOf(node: Node): readonly string[] {
  return partsOf(node).flatMap(wordsIn);
}

function keepWords(text: unknown, pattern: RegExp): readonly string[] {
  // Selectors, style sheets and markup have their own brackets.
  const isWords =
    typeof text === "string" && pattern.test(text) && !/[[\]{}<>]/.test(text) && text.trim() !== "Unlisted";
  return isWords ? [text] : [];
}
