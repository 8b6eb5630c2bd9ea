import { say } from "../locales/messages";
import type { CheckStore } from "./check-store";
import { later } from "./later";

const sawText = later(async () => (await import("./saw-text")).SawText);

/** What the check saw, for those who help to mend Unlisted: closed until somebody asks. What is shown is what is saved. */
export function Saw({ store }: { store: CheckStore }) {
  const saw = store.saw.value;
  return (
    <details class="saw" onToggle={({ currentTarget }) => currentTarget.open && store.readSaw()}>
      <summary data-action="saw">{say("saw.title")}</summary>
      {saw?.text === null && <p data-saw="gone">{say("saw.gone")}</p>}
      {saw && saw.text !== null && <sawText.Part text={saw.text} />}
    </details>
  );
}
