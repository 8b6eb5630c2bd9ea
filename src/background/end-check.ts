import { type Change, type CheckResult, type KeptResults, keep } from "../audit/check-result";
import { toLog } from "../history/logged-check";
import { logCheck } from "./history-records";
import { forgetRunning, readResults, writeResults, writeResultsInMemory } from "./records";
import { countFromCheck } from "./reminders";
import { resultsKey, type Subject } from "./subject";
import { drawToolbar } from "./toolbar";

/**
 * Ends a check: its result is kept first, so that nobody sees a check that is neither running nor answered, in one
 * write with what is remembered of it. Nothing that goes wrong with the latter loses the result.
 *
 * @param closed resolves when the check's tab is gone: until then it is not over
 */
export async function endCheck(
  subject: Subject,
  result: CheckResult,
  change: Change | null,
  closed = Promise.resolve(),
): Promise<void> {
  let isOnDisk = false;
  try {
    const kept = keep(await readResults(subject), result, change);
    // What was seen in a private window leaves no trace on the disk.
    if (subject.context === "private") await writeResultsInMemory(subject, kept);
    else isOnDisk = await keepOnDisk(subject, kept, change);
  } finally {
    await closed;
    await forgetRunning(subject, isOnDisk);
  }
}

/** Whether the disk had room at least for the result; otherwise it is kept in memory. */
async function keepOnDisk(subject: Subject, kept: KeptResults, change: Change | null): Promise<boolean> {
  const log = toLog(kept.latest, change, Date.now());
  try {
    await logCheck(log, { [resultsKey(subject)]: kept }).catch(() => writeResults(subject, kept));
    return true;
  } catch {
    await writeResultsInMemory(subject, kept);
    return false;
  }
}

/** Tells by the button what the last check said, and counts the time to the next one from it. */
export async function showEnded({ context }: Subject): Promise<void> {
  if (context === "private") return;
  // The mark of a check that was due goes before the button is drawn.
  await countFromCheck(Date.now()).catch(() => undefined);
  await drawToolbar().catch(() => undefined);
}
