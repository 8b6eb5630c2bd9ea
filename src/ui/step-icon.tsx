import { Icon } from "./icons";

/** Beside a step of a running check. */
export function StepIcon({ state }: { state: "done" | "current" | "waiting" }) {
  return (
    <Icon>
      {state === "done" ? (
        <path d="m5 12.5 4.5 4.5L19 7.5" />
      ) : (
        <circle cx="12" cy="12" r={state === "current" ? 6 : 3} />
      )}
    </Icon>
  );
}
