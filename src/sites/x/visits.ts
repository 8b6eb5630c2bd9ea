import type { Observation } from "../../audit/observation";
import type { Reading } from "../../audit/reading";
import type { Reason } from "../../audit/reason";
import type { SettingId } from "../../audit/setting";
import type { Assessment, Evidence, Visit } from "../../audit/site";
import { type PageEvidence, parseEvidence, type XEvidence } from "./evidence";
import { readBoxes } from "./read-boxes";
import { namesTwoAccounts, readAccount, readDevices, readMemory } from "./read-memory";

/** How long evidence must stay the same before it may be believed where only the page speaks, in milliseconds. */
const momentLater = 1000;
/** How long settings that have arrived may take to be drawn before the memory speaks alone, in milliseconds. */
const drawingTime = 2000;
/** How long a finished page may stay silent before it is taken at its word, or counts as changed, in milliseconds. */
const settlingTime = 8000;

const waiting: Assessment = { kind: "waiting" };

/** X's page with the two switches. */
export const contactsVisit = visitTo({
  page: "contacts",
  address: "https://x.com/settings/contacts",
  patience: 40_000,
  listen: (seen, steadyFor) => {
    const weakness = whyUnproven(seen, steadyFor);
    const witnesses = hearWitnesses(seen, weakness);
    return isReady(seen, witnesses, weakness, steadyFor) ? told(seen, witnesses) : null;
  },
});

/** X's page with the phone number that is on file. */
export const phoneVisit = visitTo({
  page: "phone",
  address: "https://x.com/settings/phone",
  patience: 20_000,
  listen: ({ memory, page }, steadyFor) => {
    const onFile = readDevices(memory);
    if (onFile?.answer === "no") {
      // What the page has to say against it is drawn a moment after the memory changes.
      if (steadyFor < momentLater) return null;
      if (page.showsNumber) return failed("witnesses-disagree");
    }
    const numberOnFile = page.showsNumber ? ({ answer: "yes" } as const) : onFile;
    if (!numberOnFile) return null;
    return { kind: "told", testimony: { account: readAccount(memory), numberOnFile, asOf: asOf({ memory, page }) } };
  },
});

interface Place extends Omit<Visit, "assess"> {
  readonly page: PageEvidence["page"];
  /** What the page tells, once it is the right one and not a refusal; `null` while it is not ready. */
  listen(seen: XEvidence, steadyFor: number): Assessment | null;
}

function visitTo({ page, listen, ...visit }: Place): Visit {
  return {
    ...visit,
    assess(evidence, steadyFor, isLast) {
      const seen = parseEvidence(evidence);
      if (!seen) return isLast ? failed("page-changed") : waiting;
      const refusal = whyRefused(seen, steadyFor);
      if (refusal) return failed(refusal);
      const answer = seen.page.page === page ? listen(seen, steadyFor) : null;
      return answer ?? keepWaiting(seen, steadyFor, isLast);
    },
  };
}

/** What an open tab's memory and boxes say as they are: old news, as of when X sent it. */
export function glance(evidence: Evidence): Observation | null {
  const seen = parseEvidence(evidence);
  if (!seen) return null;
  const readings = gatherReadings(hearWitnesses(seen, "not-fresh"));
  if (readings.size === 0) return null;
  return {
    account: readAccount(seen.memory),
    readings,
    numberOnFile: readDevices(seen.memory) ?? { answer: "unknown", reason: "not-fresh" },
    asOf: asOf(seen),
    isFresh: false,
  };
}

/** Clear refusals, which no waiting mends. */
function whyRefused({ memory, page }: XEvidence, steadyFor: number): Reason | null {
  if (page.page === "sign-in") return "signed-out";
  if (page.status >= 400) return "site-error";
  const isEmpty = page.boxes.length === 0 && !page.showsNumber;
  if (steadyFor >= momentLater) {
    if (memory.store === "found" && memory.viewer === "signed-out") return "signed-out";
    if (page.asksForPassword && isEmpty) return "password-required";
  }
  if (memory.store === "found" && memory.status === "failed") return "site-error";
  return null;
}

/** Whether the page with the switches has told all it can. */
function isReady(seen: XEvidence, { memory, boxes }: Witnesses, weakness: Reason | null, steadyFor: number): boolean {
  const hasBoth = boxes.has("x.phone") && boxes.has("x.email");
  if (isMemoryLoaded(seen)) {
    // An old memory would agree with boxes that are drawn before the settings come, however long the network takes.
    if (seen.page.settingsArrivedAt === null) return false;
    if (steadyFor >= drawingTime) return true;
    return hasBoth && weakness !== "timed-out" && knowsViewer(seen) && agree(memory, boxes);
  }
  return hasBoth && weakness === null;
}

/** A box is drawn a moment after the memory changes: only a contradiction that stays is one. */
function agree(memory: ReadonlyMap<SettingId, Reading>, boxes: ReadonlyMap<SettingId, Reading>): boolean {
  return [...boxes].every(([setting, reading]) => {
    const counterpart = memory.get(setting);
    if (!counterpart || counterpart.strength === "doubt" || reading.strength === "doubt") return false;
    return counterpart.says === reading.says;
  });
}

/** Goes on waiting until the page has settled or patience has run out, then reports what little there is. */
function keepWaiting(seen: XEvidence, steadyFor: number, isLast: boolean): Assessment {
  const isLoading = seen.page.isBusy || (seen.memory.store === "found" && seen.memory.status === "loading");
  const hasSettled = seen.page.isComplete && !isLoading && steadyFor >= settlingTime;
  if (!hasSettled && !isLast) return waiting;
  const reason = isLoading || !seen.page.isComplete ? "timed-out" : "page-changed";
  // Patience ended on a page that shows neither that the settings came nor that nothing more will.
  const doubt = !hasSettled && seen.page.settingsArrivedAt === null ? reason : null;
  const witnesses = hearWitnesses(seen, whyUnproven(seen, steadyFor) ?? doubt, doubt);
  const hasReadings = seen.page.page === "contacts" && witnesses.memory.size + witnesses.boxes.size > 0;
  return hasReadings ? told(seen, witnesses) : failed(reason);
}

function told(seen: XEvidence, witnesses: Witnesses): Assessment {
  const readings = gatherReadings(witnesses);
  return { kind: "told", testimony: { account: readAccount(seen.memory), readings, asOf: asOf(seen) } };
}

/** What each of the two says. */
interface Witnesses {
  readonly memory: ReadonlyMap<SettingId, Reading>;
  readonly boxes: ReadonlyMap<SettingId, Reading>;
}

/**
 * @param weakness why unchecked boxes prove nothing
 * @param doubt why a loaded memory proves nothing either
 */
function hearWitnesses({ memory, page }: XEvidence, weakness: Reason | null, doubt: Reason | null = null): Witnesses {
  return { memory: readMemory(memory, doubt), boxes: readBoxes(page, weakness) };
}

/** Both, by setting. */
function gatherReadings({ memory, boxes }: Witnesses): ReadonlyMap<SettingId, readonly Reading[]> {
  const all = new Map<SettingId, Reading[]>();
  for (const [setting, reading] of memory) all.set(setting, [reading]);
  for (const [setting, reading] of boxes) {
    const known = all.get(setting);
    if (known) known.push(reading);
    else all.set(setting, [reading]);
  }
  return all;
}

/**
 * Why an unchecked box proves nothing: X draws boxes unchecked before it knows the settings. They are shown to have
 * arrived by the memory or, where that cannot be read, by the browser's record of a finished request for them and a
 * box that is the same a moment later.
 */
function whyUnproven({ memory, page }: XEvidence, steadyFor: number): Reason | null {
  if (memory.store === "found") {
    if (memory.hasPendingWrite) return "save-pending";
    if (namesTwoAccounts(memory)) return "account-changed";
    if (memory.viewer === "signed-out") return "signed-out";
    if (memory.status === "loaded" && memory.hasPendingWrite === false) return null;
    if (memory.status !== "loaded" && memory.status !== "other") return "timed-out";
  }
  if (page.settingsArrivedAt === null) return "page-changed";
  return steadyFor >= momentLater ? null : "timed-out";
}

function isMemoryLoaded({ memory }: XEvidence): boolean {
  return memory.store === "found" && memory.status === "loaded";
}

function knowsViewer({ memory }: XEvidence): boolean {
  return memory.store === "found" && memory.viewer === "signed-in";
}

function asOf({ page }: XEvidence): number {
  return page.settingsArrivedAt ?? page.loadedAt;
}

function failed(reason: Reason): Assessment {
  return { kind: "failed", reason };
}
