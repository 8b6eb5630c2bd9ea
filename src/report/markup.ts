/** A piece of HTML in which every text that came from outside has been escaped. Only this file makes any. */
export class Markup {
  private constructor(readonly source: string) {}

  /** An element; strings among its children are text. */
  static element(
    name: ElementName,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly (Markup | string)[]
  ): Markup {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
    const inside = children.map((child) => (typeof child === "string" ? escapeText(child) : child.source));
    const end = name === "meta" ? "" : `</${name}>`;
    return new Markup(`<${name}${written.join("")}>${inside.join("")}${end}`);
  }

  /** A style sheet: the one thing that is written as it is, so it must be the program's own. */
  static style(rules: string): Markup {
    return new Markup(`<style>${rules}</style>`);
  }
}

type ElementName =
  | "html"
  | "head"
  | "meta"
  | "title"
  | "body"
  | "main"
  | "h1"
  | "h2"
  | "h3"
  | "p"
  | "section"
  | "article"
  | "ul"
  | "li"
  | "strong"
  | "span"
  | "svg"
  | "path";

/** Text as it may stand between tags and in quoted attributes. */
function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
