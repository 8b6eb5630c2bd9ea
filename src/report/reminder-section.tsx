export function ReminderSection() {
  return null;
}
