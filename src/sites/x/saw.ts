import type { Saw } from "../../audit/saw";
import type { Evidence } from "../../audit/site";
import { type AnswersEvidence, type FieldValues, type PageEvidence, parseEvidence, type XEvidence } from "./evidence";
import { wordsByField } from "./fields";
import { labelFingerprints } from "./label-fingerprints";
import { handleShape } from "./read-memory";

/** Times are told from the page's beginning, and rounded to this, in milliseconds. */
const grain = 100;
const mostCounted = 9;

/** What stands in the place of a handle: which of them are the same, and nothing of what they are. */
const accountWords = ["account_a", "account_b", "account_c", "account_d"] as const;
const oddHandle = "no handle";

const types: ReadonlySet<string> = new Set([
  ...["bigint", "boolean", "function", "null", "number", "object", "several", "string", "symbol", "undefined"],
]);

/** Evidence of X in closed words: no handle, no label's words, no number, no time of day. */
export function describe(evidence: Evidence): Saw {
  const seen = parseEvidence(evidence);
  if (!seen) return { page: null, memory: null, answers: null };
  const name = nameAccounts();
  const { loadedAt } = seen.page;
  return {
    page: describePage(seen.page),
    memory: describeMemory(seen, name),
    answers: seen.answers && describeAnswers(seen.answers, loadedAt, name),
  };
}

function describePage(page: PageEvidence): Saw {
  const { loadedAt } = page;
  return {
    ...page,
    loadedAt: 0,
    status: inRange(page.status),
    settingsStatus: page.settingsStatus === null ? null : inRange(page.settingsStatus),
    settingsArrivedAt: since(loadedAt, page.settingsArrivedAt),
    lastAnswerAt: since(loadedAt, page.lastAnswerAt),
    boxes: page.boxes.map((box) => ({ ...box, label: nameLabel(box.label) })),
    press: "none",
    pressedAt: null,
  };
}

function describeMemory({ memory }: XEvidence, name: NameAccount): Saw {
  if (memory.store !== "found") return memory;
  const { settings, session } = memory.handles;
  return {
    ...memory,
    handles: { settings: name(settings), session: name(session) },
    values: describeValues(memory.values),
    devices: { status: memory.devices.status, numbers: count(memory.devices.numbers) },
  };
}

function describeAnswers(heard: AnswersEvidence, loadedAt: number, name: NameAccount): Saw {
  const { writes, hasMore, answers, awaited } = heard;
  return {
    writes: count(writes),
    hasMore,
    ...(awaited && { awaited }),
    answers: answers.map(({ says, at, status, body, kind }) => ({
      kind,
      at: since(loadedAt, at),
      status,
      body,
      says:
        says === null
          ? null
          : "values" in says
            ? { values: describeValues(says.values), handle: name(says.handle), isWhole: says.isWhole }
            : { numbers: count(says.numbers) },
    })),
  };
}

function describeValues(values: FieldValues): Saw {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([field, value = false]) => [field, describeValue(field, value)]));
}

/** A boolean or a known word as it is, anything else by its type alone. */
function describeValue(field: string, value: NonNullable<FieldValues[string]>): boolean | string | { type: string } {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return { type: types.has(value.type) ? value.type : "object" };
  return wordsByField[field]?.includes(value) ? value : { type: "string" };
}

type NameAccount = (handle: string | null) => string | null;

function nameAccounts(): NameAccount {
  const known: string[] = [];
  return (handle) => {
    if (handle === null) return null;
    if (!handleShape.test(handle)) return oddHandle;
    const small = handle.toLowerCase();
    if (!known.includes(small)) known.push(small);
    return accountWords[known.indexOf(small)] ?? accountWords[3];
  };
}

function nameLabel(label: string): string {
  for (const [setting, fingerprints] of labelFingerprints) {
    if (fingerprints.has(label)) return setting === "x.phone" ? "phone" : "email";
  }
  return "unknown";
}

function since(loadedAt: number, time: number | null): number | null {
  return time === null ? null : Math.min(Math.max(0, Math.round((time - loadedAt) / grain) * grain), 600_000);
}

function count(numbers: number | null): number | null {
  return numbers === null ? null : Math.min(Math.max(0, Math.trunc(numbers)), mostCounted);
}

function inRange(status: number): number {
  return Number.isInteger(status) && status >= 0 && status <= 999 ? status : 0;
}

/** The evidence that was described so: labels that are known again, and accounts by the words that stand for them. */
export function recall(saw: unknown): Evidence | null {
  const told = structuredClone(saw) as { page?: { boxes?: unknown }; memory?: unknown; answers?: unknown } | null;
  const boxes = told?.page?.boxes;
  if (Array.isArray(boxes)) {
    for (const box of boxes)
      if (typeof box === "object" && box !== null) Object.assign(box, { label: unnameLabel(box) });
  }
  const evidence = { memory: told?.memory ?? null, page: told?.page ?? null, answers: told?.answers ?? null };
  return parseEvidence(evidence) ? evidence : null;
}

function unnameLabel({ label }: { readonly label?: unknown }): string {
  const setting = label === "phone" ? "x.phone" : label === "email" ? "x.email" : null;
  const [known = ""] = setting === null ? [] : (labelFingerprints.get(setting) ?? []);
  return known === "" ? "unknown" : known;
}
