/** @jsxImportSource react */
import type { Content } from "./screens";
import classes from "./site.module.css";

/** What stands in for a page's content until the server has answered. */
export function WaitingContent({ content, onRetry }: { content: Exclude<Content, "ready">; onRetry(): void }) {
  switch (content) {
    case "nothing":
      return null;
    case "progress":
      return (
        <div role="progressbar" aria-label="Loading" className={classes.progress}>
          <div className={classes.spinner} />
        </div>
      );
    case "retry":
      return (
        <div className={classes.text}>
          <p>Something went wrong. Try reloading.</p>
          <button type="button" className={classes.button} onClick={onRetry}>
            Retry
          </button>
        </div>
      );
    default:
      return content satisfies never;
  }
}
