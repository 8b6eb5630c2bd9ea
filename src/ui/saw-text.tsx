import { say } from "../locales/messages";
import { saveFile } from "./save-file";

/** What a check saw, word for word as it is saved. */
export function SawText({ text }: { text: string }) {
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
