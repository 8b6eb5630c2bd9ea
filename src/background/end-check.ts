import type { Change, CheckResult, KeptResults } from "../audit/check-result";
import { answerIn, keep } from "../audit/conclude";
import type { Sign } from "../audit/sign";
import { addSign, saysSame, signsAfter, whatHolds } from "../audit/validity";
import { toLog } from "../history/logged-check";
import { logCheck } from "./history-records";
import { recordOnAgain } from "./on-again";
import { oneAtATime } from "./one-at-a-time";
import {
  forgetRunning,
  readResults,
  readSigns,
  writeLooks,
  writeResults,
  writeResultsInMemory,
  writeSigns,
} from "./records";
import { countFromCheck } from "./reminders";
import type { Checked } from "./run-check";
import { resultsKey, type Subject } from "./subject";
import { drawToolbar } from "./toolbar";

/** Whoever changes what is kept reads it first: one after the other. */
const inTurn = oneAtATime();

/**
 * Ends a check: its result is kept first, so that nobody sees a check that is neither running nor answered, in one
 * write with what is remembered of it. Nothing that goes wrong with the latter loses the result. What was seen or done
 * since its pages were loaded is held against it. Until the check's tab is gone the check is not over.
 */
export function endCheck(
  subject: Subject,
  { result, looks, close }: Checked,
  changes: readonly Change[],
): Promise<void> {
  return inTurn(async () => {
    // What was kept before may be lost, what was found now may not.
    const signs = readSigns(subject).catch(() => []);
    const earlier = readResults(subject).catch(() => null);
    const kept = Promise.all([earlier, signs]).then(([results, known]) =>
      keep(results, whatHolds(result, known, Date.now()), changes),
    );
    // Not sooner: a browser that closes a tab lets those wait who want to read.
    const closed = kept.then(close);
    // For as long as the browser runs: it is there for a person who wants to tell us what went wrong just now.
    const noted = writeLooks(subject, looks).catch(() => undefined);
    let isOnDisk = false;
    try {
      // What was seen in a private window leaves no trace on the disk.
      if (subject.context === "private") await writeResultsInMemory(subject, await kept);
      else isOnDisk = await keepOnDisk(subject, kept, changes, await earlier);
    } finally {
      await Promise.all([closed, noted, forgetSigns(subject, await signs, result)]);
      await forgetRunning(subject, isOnDisk);
    }
  });
}

/** Forgets the signs that count no more once a check has ended. */
async function forgetSigns(subject: Subject, signs: readonly Sign[], result: CheckResult): Promise<void> {
  const left = signsAfter(signs, result, Date.now());
  if (left.length < signs.length) await writeSigns(subject, left).catch(() => undefined);
}

/**
 * Holds a sign against what is kept, and against what checks find that cannot have refuted it: what was proven private
 * before it is not called so any more, wherever it is shown.
 */
export function noteSign(subject: Subject, sign: Sign): Promise<void> {
  return inTurn(async () => {
    const signs = addSign(await readSigns(subject), sign);
    await writeSigns(subject, signs);
    const kept = await readResults(subject);
    if (!kept) return;
    const now = Date.now();
    const latest = whatHolds(kept.latest, signs, now);
    const earlier = kept.earlier && whatHolds(kept.earlier, signs, now);
    if (latest === kept.latest && earlier === kept.earlier) return;
    if (subject.context === "private") await writeResultsInMemory(subject, { ...kept, latest, earlier });
    else await writeResults(subject, { ...kept, latest, earlier });
    if (subject.context === "regular") await drawToolbar();
  });
}

/**
 * Takes a sign back that was noted before it was known whether it would count.
 *
 * @param known the signs from before that: one that says the same counts as it did
 */
export function takeSignBack(subject: Subject, sign: Sign, known: readonly Sign[]): Promise<void> {
  return inTurn(async () => {
    const others = (await readSigns(subject)).filter((other) => !saysSame(other, sign));
    await writeSigns(subject, [...known.filter((other) => saysSame(other, sign)), ...others]);
  });
}

/** Whether the disk had room at least for the result; otherwise it is kept in memory. */
async function keepOnDisk(
  subject: Subject,
  kept: Promise<KeptResults>,
  changes: readonly Change[],
  earlier: KeptResults | null,
): Promise<boolean> {
  const entry = kept.then(async (results) => {
    const check = toLog(results.latest, changes, Date.now());
    // In one write: the person is shown the answer and the warning at once.
    return {
      check,
      beside: { [resultsKey(subject)]: results, ...(await recordOnAgain(check, earlier && answerIn(earlier))) },
    };
  });
  try {
    await logCheck(entry).catch(async () => writeResults(subject, await kept));
    return true;
  } catch {
    await writeResultsInMemory(subject, await kept);
    return false;
  }
}

/**
 * Tells by the button what the last check said, and counts the time to the next one from it. A check that had no answer
 * is none for the reminder.
 */
export async function showEnded({ context }: Subject, { failure }: Pick<CheckResult, "failure">): Promise<void> {
  if (context === "private") return;
  // The mark of a check that was due goes before the button is drawn.
  if (failure === null) await countFromCheck(Date.now()).catch(() => undefined);
  await drawToolbar().catch(() => undefined);
}
