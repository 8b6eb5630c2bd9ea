import { say } from "../../locales/messages";
import type { CheckStore, View } from "../check-store";
import { checkedAgo } from "../text";
import { AfterDrawing } from "./after-drawing";
import type { AnswerProperties } from "./answer";

interface FootProperties {
  readonly store: CheckStore;
  readonly view: View;
  readonly answer: Pick<AnswerProperties, "face" | "result"> | null;
}

/** How old the answer is, and the way to a newer one, where that is not what is put forward already. */
export function Foot({ store, view, answer }: FootProperties) {
  const isRunning = view.phase === "running";
  const step = answer?.face.forward?.step;
  const isAnswered = answer?.result.failure === null;
  return (
    <footer class="foot">
      <p>
        {isAnswered && !isRunning ? (
          <AfterDrawing
            store={store}
            room={say("checked-ago", { ago: say("just-now") })}
            words={() => checkedAgo(answer.result.asOf, store.now.value)}
          />
        ) : (
          say(view.phase === "running" && view.purpose === "check" ? "check.running-how" : "privacy-promise")
        )}
      </p>
      {(isRunning || (answer && step !== "check" && step !== "look-now")) && (
        // Stays where it is while a check runs, so that a second click joins the first and hits nothing else.
        <button
          type="button"
          class="button"
          data-action="check"
          aria-disabled={isRunning}
          onClick={() => store.check()}
        >
          {say("check-again")}
        </button>
      )}
    </footer>
  );
}
