/** What one of the site's pages consists of. */
export interface PageContent {
  /** Markup. */
  readonly body: string;
  /** What runs in the page, in this order, before its program. */
  readonly scripts: readonly string[];
  /** The address of the page's program, if it has one. */
  readonly program: string | null;
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
