import type { NumberOnFile, Reading } from "../../audit/reading";
import type { Reason } from "../../audit/reason";
import type { SettingId } from "../../audit/setting";
import type { FoundMemory, MemoryEvidence } from "./evidence";
import { settings } from "./settings";

/** X's handles: letters, digits and underscores. What does not look like one is never shown as one. */
const handleShape = /^\w{1,20}$/;

/** Whether the settings are those of another account than the one that is signed in, on the page or in the browser. */
export function namesTwoAccounts({ handles, cookie }: FoundMemory): boolean {
  if (cookie === "other") return true;
  if (handles.settings === null || handles.session === null) return false;
  return handles.settings.toLowerCase() !== handles.session.toLowerCase();
}

/** The account that the memory speaks of, `null` where it names none, two, or something that cannot be a handle. */
export function readAccount(memory: MemoryEvidence): string | null {
  if (memory.store !== "found" || namesTwoAccounts(memory)) return null;
  const handle = memory.handles.session ?? memory.handles.settings;
  return handle !== null && handleShape.test(handle) ? handle : null;
}

/**
 * What the memory says of each setting; nothing at all while the settings are not loaded.
 *
 * @param doubtful why it cannot reassure, where the page gives a reason; `null` where it gives none
 */
export function readMemory(memory: MemoryEvidence, doubtful: Reason | null = null): ReadonlyMap<SettingId, Reading> {
  const readings = new Map<SettingId, Reading>();
  if (memory.store !== "found" || memory.status !== "loaded") return readings;
  const weakness = whyWeak(memory) ?? doubtful;
  for (const setting of settings) {
    const value = memory.values[setting.field];
    const says = typeof value === "object" || value === undefined ? undefined : setting.values.get(value);
    readings.set(setting.id, says === undefined ? doubt("page-changed") : speak(says, weakness));
  }
  return readings;
}

/** Why a loaded memory cannot reassure, or `null` when it can. */
function whyWeak(memory: FoundMemory): Reason | null {
  if (memory.hasPendingWrite) return "save-pending";
  if (namesTwoAccounts(memory)) return "account-changed";
  const { settings: ofSettings, session: ofSession } = memory.handles;
  const hasOddHandle = [ofSettings, ofSession].some((handle) => handle !== null && !handleShape.test(handle));
  const isUnderstood = memory.viewer === "signed-in" && !hasOddHandle && memory.hasPendingWrite !== null;
  return isUnderstood ? null : "page-changed";
}

function speak(says: string, weakness: Reason | null): Reading {
  if (weakness === null) return { strength: "strong", witness: "memory", says };
  return { strength: "weak", witness: "memory", says, because: weakness };
}

function doubt(because: Reason): Reading {
  return { strength: "doubt", witness: "memory", because };
}

/**
 * Whether a number is on file, by the memory's list of devices. An empty list proves something only once the list was
 * loaded: X's own pages start with an empty one.
 */
export function readDevices(memory: MemoryEvidence): NumberOnFile | null {
  if (memory.store !== "found" || memory.viewer !== "signed-in") return null;
  if (namesTwoAccounts(memory)) return { answer: "unknown", reason: "account-changed" };
  const { status, numbers } = memory.devices;
  if (numbers !== null && numbers > 0) return { answer: "yes" };
  if (status === "failed") return { answer: "unknown", reason: "site-error" };
  return status === "loaded" && numbers === 0 ? { answer: "no" } : null;
}
