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

/** A verdict's shape: told apart without colour. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const { outline, strokes } = verdictShapes[verdict];
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <g stroke-linecap="round" stroke-linejoin="round">
        <path d={outline} stroke-dasharray={verdict === "unknown" ? "3.5 3.57" : undefined} />
        <path d={strokes} />
      </g>
    </svg>
  );
}

/** Beside what is never done. */
export function NeverIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <path d="m6 6 12 12M18 6 6 18" stroke-linecap="round" />
    </svg>
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
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <rect x="7" y="2.5" width="10" height="19" rx="2.5" />
      <path d="M11 18.3h2" stroke-linecap="round" />
    </svg>
  );
}

/** At the end of a row that leads to the site's own page. */
export function OpenIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <path d="m9 6 6 6-6 6" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

/** Beside a step of a running check. */
export function StepIcon({ state }: { state: "done" | "current" | "waiting" }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      {state === "done" ? (
        <path d="m5 12.5 4.5 4.5L19 7.5" stroke-linecap="round" stroke-linejoin="round" />
      ) : (
        <circle cx="12" cy="12" r={state === "current" ? 6 : 3} />
      )}
    </svg>
  );
}
