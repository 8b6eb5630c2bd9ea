import { say } from "../locales/messages";
import type { HistoryStore } from "./history-store";

/** What can be set of Unlisted itself, beyond the reminder. */
export function SettingsSection({ store }: { store: HistoryStore }) {
  return (
    <section id="settings" class="section history-controls" aria-labelledby="settings-title">
      <h2 id="settings-title">{say("settings.title")}</h2>
      <label class="history-tick">
        <input
          type="checkbox"
          data-choice="plain-button"
          checked={store.isButtonPlain.value}
          onChange={({ currentTarget }) => store.keepButtonPlain(currentTarget.checked)}
        />
        <span>
          {say("plain-button")}
          <small>{say("plain-button.words")}</small>
        </span>
      </label>
    </section>
  );
}
