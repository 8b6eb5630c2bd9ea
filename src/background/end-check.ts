import type { Change, KeptResults } from "../audit/check-result";
import { keep } from "../audit/conclude";
import { toLog } from "../history/logged-check";
import { logCheck } from "./history-records";
import { forgetRunning, readResults, writeLooks, writeResults, writeResultsInMemory } from "./records";
import { countFromCheck } from "./reminders";
import type { Checked } from "./run-check";
import { resultsKey, type Subject } from "./subject";
import { drawToolbar } from "./toolbar";

/**
 * Ends a check: its result is kept first, so that nobody sees a check that is neither running nor answered, in one
 * write with what is remembered of it. Nothing that goes wrong with the latter loses the result.
 *
 * Until the check's tab is gone the check is not over.
 */
export async function endCheck(
  subject: Subject,
  { result, looks, close }: Checked,
  change: Change | null,
): Promise<void> {
  // What was kept before may be lost, what was found now may not.
  const earlier = readResults(subject).catch(() => null);
  const kept = earlier.then((results) => keep(results, result, change));
  // Not sooner: a browser that closes a tab lets those wait who want to read.
  const closed = kept.then(close);
  // For as long as the browser runs: it is there for a person who wants to tell us what went wrong just now.
  const noted = writeLooks(subject, looks).catch(() => undefined);
  let isOnDisk = false;
  try {
    // What was seen in a private window leaves no trace on the disk.
    if (subject.context === "private") await writeResultsInMemory(subject, await kept);
    else isOnDisk = await keepOnDisk(subject, kept, change);
  } finally {
    await Promise.all([closed, noted]);
    await forgetRunning(subject, isOnDisk);
  }
}

/** Whether the disk had room at least for the result; otherwise it is kept in memory. */
async function keepOnDisk(subject: Subject, kept: Promise<KeptResults>, change: Change | null): Promise<boolean> {
  const entry = kept.then((results) => ({
    check: toLog(results.latest, change, Date.now()),
    beside: { [resultsKey(subject)]: results },
  }));
  try {
    await logCheck(entry).catch(async () => writeResults(subject, await kept));
    return true;
  } catch {
    await writeResultsInMemory(subject, await kept);
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
