import type { Detail } from "../../audit/detail";
import { doubt, type NumberOnFile, type Reading, speak } from "../../audit/reading";
import type { SettingId } from "../../audit/setting";
import type { FieldValues, FoundMemory, MemoryEvidence } from "./evidence";
import { keptSettings } from "./fields";

/** X's handles: letters, digits and underscores. What does not look like one is never shown as one. */
export const handleShape = /^\w{1,20}$/;

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
export function readMemory(memory: MemoryEvidence, doubtful: Detail | null = null): ReadonlyMap<SettingId, Reading> {
  if (memory.store !== "found" || memory.status !== "loaded") return new Map();
  return readValues("memory", memory.values, whyWeak(memory) ?? doubtful);
}

/**
 * What the fields of X's settings say, a reading for each setting.
 *
 * @param weakness why they cannot reassure, or `null` where they can
 */
export function readValues(
  witness: "memory" | "answer",
  values: FieldValues,
  weakness: Detail | null,
): ReadonlyMap<SettingId, Reading> {
  return new Map(
    keptSettings.map((setting) => {
      const value = values[setting.field];
      const says = typeof value === "object" || value === undefined ? undefined : setting.values.get(value);
      const fault = value === undefined ? "field-missing" : "field-not-understood";
      return [setting.id, says === undefined ? doubt(witness, fault) : speak(witness, says, weakness)];
    }),
  );
}

/** Why a loaded memory cannot reassure, or `null` when it can. */
function whyWeak(memory: FoundMemory): Detail | null {
  if (memory.hasPendingWrite) return "write-pending";
  if (namesTwoAccounts(memory)) return "two-accounts";
  const isUnderstood = memory.viewer === "signed-in" && !hasOddHandle(memory) && memory.hasPendingWrite !== null;
  return isUnderstood ? null : "memory-not-understood";
}

function hasOddHandle({ handles: { settings, session } }: FoundMemory): boolean {
  return [settings, session].some((handle) => handle !== null && !handleShape.test(handle));
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
  // Nobody knows whose list it is: it must not pass for that of an account that somebody else names.
  return status === "loaded" && numbers === 0 && !hasOddHandle(memory) ? { answer: "no" } : null;
}
