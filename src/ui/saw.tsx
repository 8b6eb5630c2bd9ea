import { say } from "../locales/messages";
import type { CheckStore } from "./check-store";
import { saveFile } from "./save-file";

/** What the check saw, for those who help to mend Unlisted: closed until somebody asks. What is shown is what is saved. */
export function Saw({ store }: { store: CheckStore }) {
  const saw = store.saw.value;
  return (
    <details class="saw" onToggle={({ currentTarget }) => currentTarget.open && store.readSaw()}>
      <summary data-action="saw">{say("saw.title")}</summary>
      {saw?.text === null && <p data-saw="gone">{say("saw.gone")}</p>}
      {saw && saw.text !== null && <SawText text={saw.text} />}
    </details>
  );
}

function SawText({ text }: { text: string }) {
  return (
    <>
      <p>{say("saw.words")}</p>
      <textarea data-saw="seen" dir="ltr" lang="en" rows={12} readOnly aria-label={say("saw.title")} value={text} />
      <button
        type="button"
        class="link"
        data-action="save-saw"
        onClick={() => saveFile({ name: "unlisted-saw.json", type: "application/json", content: text })}
      >
        {say("saw.save")}
      </button>
    </>
  );
}
