import type { ComponentChildren } from "preact";
import { say } from "../locales/messages";
import { Mark } from "./icons";

interface MastheadProperties {
  /** Whether the name is the page's first heading: else one follows below. */
  readonly isTitle?: boolean;
  readonly leave: () => void;
  readonly children?: ComponentChildren;
}

/** The head of each page in a tab. *Leave* stays in sight: whoever needs it has no time to look for it. */
export function Masthead({ isTitle = false, leave, children }: MastheadProperties) {
  return (
    <header class="masthead">
      <Mark />
      {isTitle ? <h1>Unlisted</h1> : <p class="name">Unlisted</p>}
      {children}
      <button type="button" class="button leave" data-action="leave" onClick={leave}>
        {say("leave")}
      </button>
    </header>
  );
}
