import { effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { CheckResult } from "../audit/check-result";
import type { CheckStore, View } from "../ui/check-store";

/** The last check that had an answer, or `null`; while another runs, still the one before. */
export function followAnswer({ view }: CheckStore): ReadonlySignal<CheckResult | null> {
  const answer = signal<CheckResult | null>(null);
  effect(() => {
    if (view.value.phase !== "running") answer.value = answerIn(view.value);
  });
  return answer;
}

function answerIn(view: Exclude<View, { phase: "running" }>): CheckResult | null {
  if (view.shown?.failure === null) return view.shown;
  return view.phase === "done" ? view.earlier : null;
}
