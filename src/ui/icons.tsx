import type { ComponentChildren } from "preact";
import type { Verdict } from "../audit/finding";
import { markShape, verdictShapes } from "./shapes";

/** The mark: a dotted line where a number would be listed. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={markShape.outline} fill="currentColor" />
      <path d={markShape.strokes} fill="none" stroke="var(--surface)" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}

/** A drawing of strokes in a square of 24. */
export function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <g stroke-linecap="round" stroke-linejoin="round">
        {children}
      </g>
    </svg>
  );
}

/** A verdict's shape: told apart without colour. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const { outline, strokes } = verdictShapes[verdict];
  return (
    <Icon>
      <path d={outline} stroke-dasharray={verdict === "unknown" ? "3.5 3.57" : undefined} />
      <path d={strokes} />
    </Icon>
  );
}

/** Beside what is never done. */
export function NeverIcon() {
  return (
    <Icon>
      <path d="m6 6 12 12M18 6 6 18" />
    </Icon>
  );
}

/** Beside what a person should know before they go on. No verdict: those have shapes of their own. */
export function NoticeIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.5v5.5M12 16.4h.01" stroke-linecap="round" />
    </svg>
  );
}

/** Beside a plain fact. */
export function FactIcon() {
  return (
    <Icon>
      <rect x="7" y="2.5" width="10" height="19" rx="2.5" />
      <path d="M11 18.3h2" />
    </Icon>
  );
}

/** At the end of a row that leads out, to the site's own page. */
export function OutIcon() {
  return (
    <Icon>
      <path d="M13 5h6v6M19 5l-8 8M9 6H5v13h13v-4" />
    </Icon>
  );
}

/** Beside a setting that is no alarm: hollow where it could be more private. Triangle and shield belong to being found. */
export function QuietMark({ verdict }: { verdict: Verdict }) {
  return (
    <Icon>
      <circle
        cx="12"
        cy="12"
        r="5"
        fill={verdict === "protected" ? "currentColor" : undefined}
        stroke-dasharray={verdict === "unknown" ? "2.6 2.64" : undefined}
      />
    </Icon>
  );
}
