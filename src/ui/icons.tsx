import type { Verdict } from "../audit/finding";

/** The mark: a dotted line where a number would be listed. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="2" y="2" width="20" height="20" rx="6" fill="currentColor" />
      <g fill="none" stroke="var(--surface)" stroke-width="2" stroke-linecap="round">
        <path d="M7 8h10M7 16h10" />
        <path d="M7 12h.01M10.3 12h.01M13.7 12h.01M17 12h.01" />
      </g>
    </svg>
  );
}

/** A verdict's shape: told apart without colour. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      {shapeOf(verdict)}
    </svg>
  );
}

function shapeOf(verdict: Verdict) {
  switch (verdict) {
    case "exposed":
      return (
        <g stroke-linecap="round" stroke-linejoin="round">
          <path d="M12 3.5 22 20.5H2z" />
          <path d="M12 10v4.5M12 17.4h.01" />
        </g>
      );
    case "dormant":
      return (
        <g stroke-linecap="round">
          <circle cx="12" cy="12" r="9" />
          <path d="M10 9v6M14 9v6" />
        </g>
      );
    case "protected":
      return (
        <g stroke-linecap="round" stroke-linejoin="round">
          <path d="M12 2.8 20 6v5.5c0 4.8-3.3 8-8 9.7-4.7-1.7-8-4.9-8-9.7V6z" />
          <path d="m8.5 12 2.5 2.5 4.5-5" />
        </g>
      );
    case "unknown":
      return (
        <g stroke-linecap="round" stroke-linejoin="round">
          <circle cx="12" cy="12" r="9" stroke-dasharray="3.5 3.57" />
          <path d="M9.5 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.7M12 16.8h.01" />
        </g>
      );
    default:
      return verdict satisfies never;
  }
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
