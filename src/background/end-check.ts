import { type Change, type CheckResult, keep } from "../audit/check-result";
import { toLog } from "../history/logged-check";
import { logCheck, writeAtCostOfHistory } from "./history-records";
import { forgetRunning, readResults, writeResults, writeResultsInMemory } from "./records";
import { countFromCheck } from "./reminders";
import type { Subject } from "./subject";
import { drawToolbar } from "./toolbar";

/**
 * Ends a check: its result first, so that nobody sees a check that is neither running nor answered, then what is
 * remembered of it. Nothing that goes wrong with the latter loses the result.
 */
export async function endCheck(subject: Subject, result: CheckResult, change: Change | null): Promise<void> {
  try {
    await keepResult(subject, result, change);
    // What was seen in a private window leaves no trace on the disk.
    if (subject.context === "private") return;
    const endedAt = Date.now();
    await Promise.allSettled([
      logCheck(toLog(result, change, endedAt)),
      // The mark of a check that was due goes before the button is drawn.
      countFromCheck(endedAt)
        .catch(() => undefined)
        .then(drawToolbar),
    ]);
  } finally {
    await forgetRunning(subject);
  }
}

async function keepResult(subject: Subject, result: CheckResult, change: Change | null): Promise<void> {
  const kept = keep(await readResults(subject), result, change);
  const attempt = () => writeResults(subject, kept);
  try {
    await (subject.context === "private" ? attempt() : writeAtCostOfHistory(attempt));
  } catch {
    await writeResultsInMemory(subject, kept);
  }
}
