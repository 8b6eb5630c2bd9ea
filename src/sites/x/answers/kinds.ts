import { findOwners } from "../../in-page/find-fields";
import type { AnswerKind } from "../../in-page/keep-answers";
import { wordsByField } from "../fields";
import { addresses } from "./addresses";

/** X's answers that are overheard. They are read by the names of their fields, wherever in the JSON those stand. */
export const answerKinds: readonly AnswerKind[] = [
  { kind: "settings", addresses: addresses.settings, read: readSettings },
  { kind: "devices", addresses: addresses.devices, read: readDevices },
];

/**
 * The settings' values, as `MemoryEvidence` has them, and the handle of the account that they stand beside; `null` where
 * there is too much to be gone through.
 */
function readSettings(body: unknown): unknown {
  const owners = findOwners(body, new Set(Object.keys(wordsByField)));
  if (!owners) return null;
  const values: Record<string, unknown> = {};
  for (const [field, words] of Object.entries(wordsByField)) {
    const found = owners.filter((owner) => Object.hasOwn(owner, field)).map((owner) => report(owner[field], words));
    const [first, ...others] = found;
    if (first === undefined) continue;
    const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
    values[field] = isOne ? first : { type: "several" };
  }
  const handles = new Set(owners.flatMap(({ screen_name }) => (typeof screen_name === "string" ? [screen_name] : [])));
  const [handle = null, another] = handles;
  return { values, handle: handle?.slice(0, 64) ?? null, isWhole: another === undefined };
}

/** A boolean or a known word as it is; anything else by its type alone: it could be anything, also a number. */
function report(value: unknown, words: readonly string[]): unknown {
  const isKnown = typeof value === "boolean" || (typeof value === "string" && words.includes(value));
  return isKnown ? value : { type: value === null ? "null" : typeof value };
}

/** How many phone numbers the answer lists; `null` where it has no list of them, or several. */
function readDevices(body: unknown): unknown {
  const lists = findOwners(body, new Set(["phone_numbers"]))?.map(({ phone_numbers }) => phone_numbers) ?? [];
  const [list, another] = lists;
  return { numbers: Array.isArray(list) && another === undefined ? list.length : null };
}
