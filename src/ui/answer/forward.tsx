import { stepWords } from "../text";
import type { AnswerProperties } from "./answer";
import type { Face, Step } from "./face";

interface ForwardProperties extends AnswerProperties {
  /** Where this stands: it is drawn where the step that is put forward belongs there. */
  readonly at: NonNullable<Face["forward"]>["at"];
  /** Another step than the one that is put forward, and so as a link. */
  readonly step?: Step;
  readonly isQuiet?: boolean;
}

/** The button that helps the person on: one on the page is put forward. */
export function Forward({ at, step, isQuiet = false, ...properties }: ForwardProperties) {
  const { face, site } = properties;
  const wanted = step ?? (face.forward?.at === at ? face.forward.step : null);
  if (wanted === null || wanted === "switch-off") return null;
  return (
    <button
      type="button"
      class={isQuiet ? "link" : "button"}
      data-action={actions[wanted]}
      data-forward={isQuiet ? undefined : wanted}
      data-switch={wanted === "guide" ? face.card.settings[0].id : undefined}
      onClick={() => take(wanted, properties)}
    >
      {stepWords(wanted, site.name)}
    </button>
  );
}

const actions: Readonly<Record<Exclude<Step, "switch-off">, string>> = {
  check: "check",
  "look-now": "check",
  guide: "guide",
  remind: "remind",
  "open-setting": "open-setting",
  "sign-in": "open-page",
  home: "open-page",
};

/** Must be called from a click's handler: the browser may ask for permission. */
function take(step: Exclude<Step, "switch-off">, { store, face, result }: AnswerProperties): Promise<void> {
  const [setting] = face.card.settings;
  switch (step) {
    case "check":
    case "look-now":
      return store.check();
    case "guide":
      return store.guide(setting.id, result.account);
    case "remind":
      return store.remind();
    case "open-setting":
      return store.showSetting(setting.id);
    case "sign-in":
    case "home":
      return store.showPage(step);
    default:
      return step satisfies never;
  }
}
