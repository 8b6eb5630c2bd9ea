import { isDue } from "../history/due";
import { type Reminder, type ReminderInterval, reminderIntervals } from "../history/reminder";
import { say } from "../locales/messages";
import { day } from "../ui/days";
import { everyMonths } from "../ui/history-text";
import type { HistoryStore } from "./history-store";

const choices: readonly (ReminderInterval | null)[] = [null, ...reminderIntervals];

/** Whether, how often and how to be reminded of checking again. */
export function ReminderSection({ store }: { store: HistoryStore }) {
  const reminder = store.reminder.value;
  const { reminderMonths, allowsNotifications } = store.policy.value;
  return (
    <section id="reminder" class="section history-controls" aria-labelledby="reminder-title">
      <h2 id="reminder-title">{say("reminder.title")}</h2>
      <p class="lead">{say("reminder.words")}</p>
      <fieldset class="history-radios" disabled={reminderMonths !== null}>
        <legend>{say("reminder.question")}</legend>
        {choices.map((months) => (
          <label key={String(months)}>
            <input
              type="radio"
              name="reminder"
              value={months ?? 0}
              checked={reminder.months === months}
              onChange={() => store.remind(months)}
            />
            <span>{everyMonths(months)}</span>
          </label>
        ))}
      </fieldset>
      {reminderMonths !== null && <p class="history-quiet">{say("policy.reminder")}</p>}
      <DueTime reminder={reminder} />
      {reminder.months !== null && (
        <>
          <label class="history-tick">
            <input
              type="checkbox"
              data-choice="notify"
              checked={reminder.notifies && allowsNotifications}
              disabled={!allowsNotifications}
              onClick={async (event) => {
                const { currentTarget } = event;
                const isWanted = currentTarget.checked;
                await store.setNotifying(isWanted);
                currentTarget.checked = store.reminder.value.notifies;
              }}
            />
            <span>
              {say("reminder.notify")}
              <small>{say(allowsNotifications ? "reminder.notify.words" : "policy.notifications")}</small>
            </span>
          </label>
          <p class="history-quiet">{say("reminder.private")}</p>
        </>
      )}
      <p class="history-result" role="status" data-notify={store.isNotifyingRefused.value ? "refused" : undefined}>
        {store.isNotifyingRefused.value && say("reminder.notify.refused")}
      </p>
    </section>
  );
}

function DueTime({ reminder }: { readonly reminder: Reminder }) {
  if (reminder.dueAt === null) return null;
  const isNow = isDue(reminder, Date.now());
  return (
    <p class="history-due" data-due={isNow}>
      {isNow ? say("reminder.due") : say("reminder.due-on", { day: day(reminder.dueAt) })}
    </p>
  );
}
