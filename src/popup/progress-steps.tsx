import type { Site } from "../audit/site";
import { StepIcon } from "../ui/icons";
import { phrases } from "../ui/text";

/** Where a running check stands. `visit` counts from 0; `null` while the browser asks for permission. */
export function ProgressSteps({ site, visit }: { site: Site; visit: number | null }) {
  const steps = site.visits.map(({ step }) => step);
  const current = visit ?? -1;
  return (
    <section class="progress">
      <h2>{visit === null ? phrases.askingPermission : phrases.checking(site.name)}</h2>
      <ol>
        {steps.map((step, index) => {
          const state = index < current ? "done" : index === current ? "current" : "waiting";
          return (
            <li key={step} class="step" data-step={state} aria-current={state === "current" ? "step" : undefined}>
              <StepIcon state={state} />
              <span>{step}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
