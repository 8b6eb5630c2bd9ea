import { isDue, type Reminder, type ReminderInterval, reminderIntervals } from "../history/reminder";
import { day, everyMonths, phrases } from "../ui/history-text";
import type { HistoryStore } from "./history-store";

const choices: readonly (ReminderInterval | null)[] = [null, ...reminderIntervals];

/** Whether, how often and how to be reminded of checking again. */
export function ReminderSection({ store }: { store: HistoryStore }) {
  const reminder = store.reminder.value;
  return (
    <section id="reminder" class="history-part history-controls" aria-labelledby="reminder-title">
      <h2 id="reminder-title">{phrases.reminderTitle}</h2>
      <p class="history-quiet">{phrases.reminderWords}</p>
      <fieldset class="history-radios">
        <legend>{phrases.reminderQuestion}</legend>
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
      <DueTime reminder={reminder} />
      {reminder.months !== null && (
        <>
          <label class="history-tick">
            <input
              type="checkbox"
              data-choice="notify"
              checked={reminder.notifies}
              onClick={async (event) => {
                const { currentTarget } = event;
                const isWanted = currentTarget.checked;
                await store.setNotifying(isWanted);
                currentTarget.checked = store.reminder.value.notifies;
              }}
            />
            <span>
              {phrases.notify}
              <small>{phrases.notifyWords}</small>
            </span>
          </label>
          <p class="history-quiet">{phrases.reminderPrivate}</p>
        </>
      )}
      <p class="history-result" role="status" data-notify={store.isNotifyingRefused.value ? "refused" : undefined}>
        {store.isNotifyingRefused.value && phrases.notifyRefused}
      </p>
    </section>
  );
}

function DueTime({ reminder }: { readonly reminder: Reminder }) {
  if (reminder.dueAt === null) return null;
  const isNow = isDue(reminder, Date.now());
  return (
    <p class="history-due" data-due={isNow}>
      {isNow ? phrases.due : phrases.dueOn(day(reminder.dueAt))}
    </p>
  );
}
