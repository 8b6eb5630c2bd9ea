import { effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { CheckResult } from "../audit/check-result";
import type { CheckStore } from "../ui/check-store";

/** The last check that had an answer, or `null`; while another runs, still the one before. */
export function followAnswer({ view }: CheckStore): ReadonlySignal<CheckResult | null> {
  const answer = signal<CheckResult | null>(null);
  effect(() => {
    if (view.value.phase === "running") return;
    const { shown } = view.value;
    answer.value = shown?.failure === null ? shown : null;
  });
  return answer;
}
