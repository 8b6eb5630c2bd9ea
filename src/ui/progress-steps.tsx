import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import { StepIcon } from "./step-icon";
import { progressTitle } from "./text";
import "./progress-steps.css";

interface ProgressProperties {
  readonly site: SiteProfile;
  readonly purpose: "check" | "change";
  /** Counts from 0; `null` while the browser asks for permission. */
  readonly step: number | null;
  cancel(): void;
}

/** Where a running check or change stands. */
export function ProgressSteps({ site, purpose, step, cancel }: ProgressProperties) {
  const visits = site.steps.map((step) => say(step));
  const steps = purpose === "change" ? [say("throwing-switch", { site: site.name }), ...visits] : visits;
  const current = step ?? -1;
  return (
    <section class="progress">
      <h2>{progressTitle({ purpose, step }, site.name)}</h2>
      <ol>
        {steps.map((words, index) => {
          const state = index < current ? "done" : index === current ? "current" : "waiting";
          return (
            <li key={words} class="step" data-step={state} aria-current={state === "current" ? "step" : undefined}>
              <StepIcon state={state} />
              <span>{words}</span>
            </li>
          );
        })}
      </ol>
      {/* The second click of a double-click was meant for what stood here before. */}
      <button type="button" class="button" data-action="cancel" onClick={({ detail }) => detail < 2 && cancel()}>
        {say("cancel")}
      </button>
    </section>
  );
}
