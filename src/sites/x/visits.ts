import type { Detail } from "../../audit/detail";
import type { Observation } from "../../audit/observation";
import type { Reading } from "../../audit/reading";
import type { SettingId } from "../../audit/setting";
import type { Assessment, Evidence, Visit, Way } from "../../audit/site";
import { type PageEvidence, parseEvidence, type XEvidence } from "./evidence";
import { devicesInAnswers, settingsAnsweredAt } from "./read-answers";
import { readDevices } from "./read-memory";
import { momentLater, whyRefused } from "./refusals";
import {
  accountOf,
  areAwaited,
  gatherReadings,
  hearWitnesses,
  isNewClient,
  isUnread,
  type Witnesses,
  whyUnproven,
} from "./witnesses";

/** How long settings that have arrived may take to be drawn before data speaks alone, in milliseconds. */
const drawingTime = 2000;
/** How long a finished page may stay silent before it is taken at its word, or counts as changed, in milliseconds. */
const settlingTime = 8000;

const waiting: Assessment = { kind: "waiting" };
const again: Assessment = { kind: "again" };
const kept: Assessment = { kind: "kept" };
const unread: Assessment = { kind: "unread" };

/** X's page with the two switches. */
export const contactsVisit = visitTo({
  id: "contacts",
  page: "contacts",
  address: "https://x.com/settings/contacts",
  patience: 40_000,
  listen: (seen, steadyFor, way) => {
    const weakness = whyUnproven(seen, steadyFor);
    const witnesses = hearWitnesses(seen, weakness);
    // Seen twice: the memory is looked at a moment before the page, which may have been drawn in between.
    if (way === "first" && hasBoth(witnesses) && isUnread(seen) && !isMemoryLoaded(seen)) {
      return steadyFor > 0 ? unread : again;
    }
    if (way === "first" && isUnread(seen) && isAnswered(seen) && steadyFor >= drawingTime) return unread;
    if (!isReady(seen, witnesses, weakness, steadyFor, way)) return null;
    return way === "first" && isUnread(seen) ? unread : told(seen, witnesses);
  },
});

/** X's page with the phone number that is on file. */
export const phoneVisit = visitTo({
  id: "phone",
  page: "phone",
  address: "https://x.com/settings/phone",
  patience: 20_000,
  listen: (seen, steadyFor) => {
    const { memory, page, answers } = seen;
    const onFile = readDevices(memory) ?? devicesInAnswers(answers);
    if (onFile?.answer === "no") {
      // What the page has to say against it is drawn a moment after the data changes.
      if (steadyFor < momentLater) return null;
      if (page.showsNumber) return failed("witnesses-differ");
    }
    const numberOnFile = page.showsNumber ? ({ answer: "yes" } as const) : onFile;
    if (!numberOnFile) return null;
    return { kind: "told", testimony: { account: accountOf(seen), numberOnFile, asOf: asOf(seen) } };
  },
});

interface Place extends Omit<Visit, "assess"> {
  readonly page: PageEvidence["page"];
  /** What the page tells, once it is the right one and not a refusal; `null` while it is not ready. */
  listen(seen: XEvidence, steadyFor: number, way: Way): Assessment | null;
}

function visitTo({ page, listen, ...visit }: Place): Visit {
  return {
    ...visit,
    assess(evidence, steadyFor, isLast, way) {
      const seen = parseEvidence(evidence);
      if (!seen) return isLast ? failed("page-not-understood") : waiting;
      // What a worker keeps is as old as the person's last visit. Only a tab of the check's own is loaded again.
      if (seen.page.isKept && way !== "plain") return isLast ? failed("error-page") : kept;
      const refusal = whyRefused(seen, steadyFor);
      if (refusal) return failed(refusal);
      if (isNewClient(seen)) return hearNewClient(seen, steadyFor, isLast);
      const answer = seen.page.page === page ? listen(seen, steadyFor, way) : null;
      return answer ?? keepWaiting(seen, steadyFor, isLast, way);
    },
  };
}

/** What an open tab's memory and boxes say as they are: old news, as of when X sent it. */
export function glance(evidence: Evidence): Observation | null {
  const seen = parseEvidence(evidence);
  if (!seen) return null;
  const readings = gatherReadings(hearWitnesses(seen, "open-tab"));
  if (readings.size === 0) return null;
  return {
    account: accountOf(seen),
    readings,
    numberOnFile: readDevices(seen.memory) ?? { answer: "unknown", reason: "not-fresh" },
    asOf: asOf(seen),
    isFresh: false,
  };
}

/** X's newer client: nobody knows when its boxes are more than the server's drawing. A checked one may warn all the same. */
function hearNewClient(seen: XEvidence, steadyFor: number, isLast: boolean): Assessment {
  if (!isLast && (!seen.page.isComplete || steadyFor < momentLater)) return waiting;
  const witnesses = hearWitnesses({ ...seen, answers: null }, "new-client");
  return witnesses.boxes.size > 0 ? told(seen, witnesses) : failed("new-client");
}

/** Whether the page with the switches has told all it can. */
function isReady(seen: XEvidence, witnesses: Witnesses, weakness: Detail | null, steadyFor: number, way: Way): boolean {
  const { memory, answers, boxes } = witnesses;
  if (isMemoryLoaded(seen)) {
    // An old memory would agree with boxes that are drawn before the settings come, however long the network takes.
    if (seen.page.settingsArrivedAt === null && answers.size === 0) return false;
    if (steadyFor >= drawingTime) return true;
    return hasBoth(witnesses) && weakness !== "box-too-early" && knowsViewer(seen) && agree(memory, boxes);
  }
  if (way === "overhearing") {
    if (areAwaited(seen.answers)) return false;
    // Boxes that show what has come, and nobody heard it: it was read in a way that is not overheard.
    const isUnheard = answers.size === 0 && hasBoth(witnesses) && weakness === null;
    if (steadyFor >= drawingTime) return answers.size > 0 || isUnheard;
    return answers.size > 0 && hasBoth(witnesses) && agree(answers, boxes);
  }
  return hasBoth(witnesses) && weakness === null;
}

/** Whether a finished page has been answered what it asked for, well or badly: whatever it draws will be drawn soon. */
function isAnswered({ memory, page }: XEvidence): boolean {
  return page.lastAnswerAt !== null && page.isComplete && !page.isBusy && !isEmpty({ memory });
}

function hasBoth({ boxes }: Witnesses): boolean {
  return boxes.has("x.phone") && boxes.has("x.email");
}

/** A box is drawn a moment after the data changes: only a contradiction that stays is one. */
function agree(data: ReadonlyMap<SettingId, Reading>, boxes: ReadonlyMap<SettingId, Reading>): boolean {
  return [...boxes].every(([setting, reading]) => {
    const counterpart = data.get(setting);
    if (!counterpart || counterpart.strength === "doubt" || reading.strength === "doubt") return false;
    return counterpart.says === reading.says;
  });
}

/** Goes on waiting until the page has settled or patience has run out, then reports what little there is. */
function keepWaiting(seen: XEvidence, steadyFor: number, isLast: boolean, way: Way): Assessment {
  const { memory, page } = seen;
  const isLoading = page.isBusy || (memory.store === "found" && memory.status === "loading");
  const hasSettled = page.isComplete && !isLoading && steadyFor >= settlingTime;
  if (!hasSettled && !isLast) return waiting;
  const isHere = page.page === "contacts";
  if (isHere && way === "first" && hasSettled && isUnread(seen) && !isEmpty(seen)) return unread;
  const fault = isLoading || !page.isComplete ? "still-loading" : whyNothing(seen, way);
  // Patience ended on a page that shows neither that the settings came nor that nothing more will.
  const doubtful = !hasSettled && page.settingsArrivedAt === null ? fault : null;
  const witnesses = hearWitnesses(seen, whyUnproven(seen, steadyFor) ?? doubtful, doubtful);
  const hasReadings = isHere && witnesses.memory.size + witnesses.answers.size + witnesses.boxes.size > 0;
  return hasReadings ? told(seen, witnesses) : failed(fault);
}

/** What a page lacks that has finished and told nothing. */
function whyNothing({ memory, page, answers }: XEvidence, way: Way): Detail {
  if (page.page === "other") return "other-page";
  if (isEmpty({ memory })) return "script-blocked";
  if (memory.store === "found" && memory.status !== "loaded") return "memory-still-loading";
  if (page.page === "phone") return "number-not-shown";
  return way === "overhearing" && settingsAnsweredAt(answers) === null ? "answer-missed" : "nothing-known";
}

/** Whether X's app did not come to where it is drawn. */
function isEmpty({ memory }: Pick<XEvidence, "memory">): boolean {
  return memory.store !== "found" && memory.app === "empty";
}

function told(seen: XEvidence, witnesses: Witnesses): Assessment {
  const readings = gatherReadings(witnesses);
  return { kind: "told", testimony: { account: accountOf(seen), readings, asOf: asOf(seen) } };
}

function isMemoryLoaded({ memory }: XEvidence): boolean {
  return memory.store === "found" && memory.status === "loaded";
}

function knowsViewer({ memory }: XEvidence): boolean {
  return memory.store === "found" && memory.viewer === "signed-in";
}

function asOf({ page, answers }: XEvidence): number {
  return page.settingsArrivedAt ?? settingsAnsweredAt(answers) ?? page.loadedAt;
}

function failed(detail: Detail): Assessment {
  return { kind: "failed", detail };
}
