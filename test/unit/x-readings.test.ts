import { describe, expect, it } from "vitest";
import { type Detail, reasonOf } from "../../src/audit/detail";
import { addTestimony, observe } from "../../src/audit/observation";
import {
  type AnswersEvidence,
  type FoundMemory,
  type MemoryEvidence,
  type PageEvidence,
  parseEvidence,
} from "../../src/sites/x/evidence";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { readBoxes } from "../../src/sites/x/read-boxes";
import { namesTwoAccounts, readAccount, readDevices, readMemory } from "../../src/sites/x/read-memory";
import { contactsVisit } from "../../src/sites/x/visits";
import { memory, overheard, page, settingsAnswer } from "./x-evidence";

const noStore: readonly MemoryEvidence[] = [
  { store: "missing", app: "other" },
  { store: "unreadable", app: "other" },
];
const phone = (evidence: MemoryEvidence) => readMemory(evidence).get("x.phone");
const doubt = (detail: string) => ({ strength: "doubt", witness: "memory", because: "page-changed", detail });
const weak = (detail: Detail) => {
  return { strength: "weak", witness: "memory", says: "off", because: reasonOf(detail), detail };
};

describe("what came from the page", () => {
  const drawn = page([]);

  it.each<[string, unknown]>([
    ...noStore.map((evidence): [string, unknown] => [`a memory that is ${evidence.store}`, evidence]),
    ["a field of a type that nobody knows", memory({ values: { discoverable_by_email: { type: "object" } } })],
  ])("is taken as it is: %s", (_name, evidence) => {
    expect(parseEvidence({ memory: evidence, page: drawn, answers: null })?.memory).toEqual(evidence);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a store in another condition", { store: "" }],
    ["a field with a type longer than any", memory({ values: { discoverable_by_email: { type: "o".repeat(65) } } })],
    ["a field with a word longer than any", memory({ values: { discoverable_by_email: "o".repeat(65) } })],
    ["a field with a type that is no word", { ...memory(), values: { discoverable_by_email: { type: 1 } } }],
  ])("is an unreadable memory where it holds %s", (_name, evidence) => {
    expect(parseEvidence({ memory: evidence, page: drawn, answers: null })?.memory).toEqual({
      store: "unreadable",
      app: "other",
    });
  });

  it.each<[string, Partial<PageEvidence>]>([
    ...(["contacts", "phone", "dashboard", "sign-in", "locked", "other"] as const).map(
      (name): [string, Partial<PageEvidence>] => [name, { page: name }],
    ),
    ...(["none", "pressed", "already", "not-found"] as const).map((press): [string, Partial<PageEvidence>] => [
      press,
      { press },
    ]),
  ])("knows the word %s", (_name, changes) => {
    const evidence = { ...drawn, ...changes };
    expect(parseEvidence({ memory: memory(), page: evidence, answers: null })?.page).toEqual(evidence);
  });

  it.each<[string, unknown]>([
    ["what was overheard", overheard()],
    ["nothing that was overheard", overheard([])],
    ["as many answers as are kept", overheard(Array.from({ length: 20 }, () => settingsAnswer()))],
    ["an answer of which nothing was read", overheard([settingsAnswer({ body: "cut", says: null })])],
    [
      "an answer with devices",
      overheard([{ kind: "devices", at: 1, status: 200, body: "read", says: { numbers: null } }]),
    ],
  ])("is taken as it is: %s", (_name, answers) => {
    expect(parseEvidence({ memory: memory(), page: drawn, answers })?.answers).toEqual(answers);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["a list", [settingsAnswer()]],
    ["a number of writes below none", overheard([], { writes: -1 })],
    ["half a write", overheard([], { writes: 0.5 })],
    ["more answers than are kept", overheard(Array.from({ length: 21 }, () => settingsAnswer()))],
    ["a status that is none", overheard([settingsAnswer({ status: 1000 })])],
    ["a time that no calendar knows", overheard([settingsAnswer({ at: 8.64e15 + 1 })])],
    [
      "a handle longer than any",
      overheard([settingsAnswer({ says: { values: {}, handle: "a".repeat(65), isWhole: true } })]),
    ],
    ["an answer of another kind", overheard([{ ...settingsAnswer(), kind: "tweets" } as never])],
    ["a body of another kind", overheard([{ ...settingsAnswer(), body: "half" } as never])],
    ["an answer that says what only others say", overheard([{ ...settingsAnswer(), says: { numbers: 1 } } as never])],
  ])("was not overheard where it holds %s", (_name, answers) => {
    expect(parseEvidence({ memory: memory(), page: drawn, answers })?.answers).toBeNull();
  });
});

describe("what the memory says of a switch", () => {
  it.each([
    [false, { strength: "strong", witness: "memory", says: "off" }],
    [true, { strength: "strong", witness: "memory", says: "on" }],
    ["false", doubt("field-not-understood")],
    ["discoverable", doubt("field-not-understood")],
    [{ type: "number" }, doubt("field-not-understood")],
    [undefined, doubt("field-missing")],
  ])("where it holds %o", (value, reading) => {
    expect(phone(memory({ values: { discoverable_by_mobile_phone: value } }))).toEqual(reading);
  });

  it.each<[Partial<FoundMemory>, Detail]>([
    [{ hasPendingWrite: true }, "write-pending"],
    [{ hasPendingWrite: true, cookie: "other" }, "write-pending"],
    [{ hasPendingWrite: null }, "memory-not-understood"],
    [{ cookie: "other" }, "two-accounts"],
    [{ cookie: "other", viewer: "unknown" }, "two-accounts"],
    [{ handles: { settings: "ada", session: "eve" } }, "two-accounts"],
    [{ handles: { settings: "<ada>", session: null } }, "memory-not-understood"],
    [{ handles: { settings: null, session: "a".repeat(21) } }, "memory-not-understood"],
    [{ viewer: "unknown" }, "memory-not-understood"],
    [{ viewer: "signed-out" }, "memory-not-understood"],
  ])("is weak where %o", (changes, detail) => {
    expect(phone(memory(changes))).toEqual(weak(detail));
  });

  it("is weak for the page's reason where it has none of its own", () => {
    expect(readMemory(memory(), "still-loading").get("x.phone")).toEqual(weak("still-loading"));
    expect(readMemory(memory({ cookie: "other" }), "still-loading").get("x.phone")).toEqual(weak("two-accounts"));
  });

  it.each<[MemoryEvidence]>([
    ...noStore.map((evidence): [MemoryEvidence] => [evidence]),
    [memory({ status: "loading" })],
    [memory({ status: "failed" })],
  ])("is nothing before it is loaded: %o", (evidence) => {
    expect(readMemory(evidence).size).toBe(0);
  });
});

describe("the account", () => {
  it.each<[FoundMemory["handles"], string | null]>([
    [{ settings: "Ada", session: "ada" }, "ada"],
    [{ settings: "ada", session: null }, "ada"],
    [{ settings: null, session: "ada_20_letters______" }, "ada_20_letters______"],
    [{ settings: null, session: null }, null],
    [{ settings: "ada", session: "eve" }, null],
    [{ settings: null, session: "ada's" }, null],
    [{ settings: null, session: "a".repeat(21) }, null],
    [{ settings: null, session: "" }, null],
  ])("of %o is %o", (handles, account) => {
    expect(readAccount(memory({ handles }))).toBe(account);
  });

  it("is nobody's without a memory, or where the browser is signed in as somebody else", () => {
    for (const evidence of noStore) expect(readAccount(evidence)).toBeNull();
    expect(readAccount(memory({ cookie: "other" }))).toBeNull();
    expect(namesTwoAccounts(memory({ cookie: "other" }))).toBe(true);
    expect(namesTwoAccounts(memory({ cookie: "none" }))).toBe(false);
  });
});

describe("the numbers on file", () => {
  it.each<[Partial<FoundMemory>, object | null]>([
    [{ devices: { status: "loaded", numbers: 2 } }, { answer: "yes" }],
    [{ devices: { status: "loading", numbers: 1 } }, { answer: "yes" }],
    [{ devices: { status: "loaded", numbers: 0 } }, { answer: "no" }],
    [{ devices: { status: "none", numbers: 0 } }, null],
    [{ devices: { status: "loading", numbers: 0 } }, null],
    [{ devices: { status: "loaded", numbers: null } }, null],
    [{ devices: { status: "failed", numbers: 0 } }, { answer: "unknown", reason: "site-error" }],
    [{ devices: { status: "failed", numbers: null } }, { answer: "unknown", reason: "site-error" }],
    [{ cookie: "other" }, { answer: "unknown", reason: "account-changed" }],
    [{ viewer: "signed-out" }, null],
    [{ viewer: "unknown" }, null],
    [{ handles: { settings: "<b>ada</b>", session: "<b>ada</b>" }, devices: { status: "loaded", numbers: 0 } }, null],
    [{ handles: { settings: null, session: "<b>ada</b>" }, devices: { status: "loaded", numbers: 0 } }, null],
    [{ handles: { settings: null, session: "<b>ada</b>" } }, { answer: "yes" }],
    [{ handles: { settings: null, session: null }, devices: { status: "loaded", numbers: 0 } }, { answer: "no" }],
  ])("by %o are %o", (changes, answer) => {
    expect(readDevices(memory(changes))).toEqual(answer);
  });

  it("are not known without a memory", () => {
    for (const evidence of noStore) expect(readDevices(evidence)).toBeNull();
  });
});

const labelOf = (setting: "x.phone" | "x.email") => [...(labelFingerprints.get(setting) ?? [])][0] ?? "";
const box = (label: string, isChecked: boolean, isPlain = true) => ({ label, isChecked, isPlain });
const phoneBox = (isChecked: boolean, isPlain?: boolean) => box(labelOf("x.phone"), isChecked, isPlain);
const emailBox = (isChecked: boolean) => box(labelOf("x.email"), isChecked);

const says = { strength: "strong", witness: "page", says: "on" };
const isUnchecked = { strength: "tacit", witness: "page", says: "off" };
const weakly = (says: string, detail: Detail) => {
  return { strength: "weak", witness: "page", says, because: reasonOf(detail), detail };
};
const doubtful = (detail: Detail) => ({ strength: "doubt", witness: "page", because: reasonOf(detail), detail });

describe("what the boxes say", () => {
  it.each<[string, PageEvidence["boxes"], Partial<PageEvidence>, Record<string, object>]>([
    ["one each", [emailBox(true), phoneBox(false)], {}, { "x.email": says, "x.phone": isUnchecked }],
    ["the phone's alone", [phoneBox(true)], {}, { "x.phone": says }],
    ["two with one label", [phoneBox(false), phoneBox(true)], {}, { "x.phone": weakly("on", "box-not-alone") }],
    ["two that are both off", [phoneBox(false), phoneBox(false)], {}, { "x.phone": doubtful("box-not-alone") }],
    ["one that says two things", [phoneBox(false, false)], {}, { "x.phone": doubtful("box-not-plain") }],
    ["one that says two things, and on", [phoneBox(true, false)], {}, { "x.phone": weakly("on", "box-not-plain") }],
    [
      "too many to look at",
      [phoneBox(false)],
      { hasMoreBoxes: true },
      { "x.email": doubtful("box-not-alone"), "x.phone": doubtful("box-not-alone") },
    ],
    [
      "two with unknown labels",
      [box("new", true), box("other", false)],
      {},
      { "x.email": weakly("on", "box-without-label"), "x.phone": weakly("off", "box-without-label") },
    ],
    ["one with an unknown label", [box("new", true)], {}, {}],
    ["three with unknown labels", [box("new", true), box("other", true), box("third", true)], {}, {}],
    ["a known label beside an unknown one", [box("new", true), phoneBox(false)], {}, { "x.phone": isUnchecked }],
    ["none", [], {}, {}],
    ["those of another page", [emailBox(true), phoneBox(false)], { page: "dashboard" }, {}],
  ])("%s", (_name, boxes, changes, readings) => {
    expect(Object.fromEntries(readBoxes(page(boxes, changes), null))).toEqual(readings);
  });

  it("is weak while something is missing", () => {
    const readings = readBoxes(page([emailBox(true), phoneBox(false)]), "box-too-early");
    expect(Object.fromEntries(readings)).toEqual({
      "x.email": weakly("on", "box-too-early"),
      "x.phone": weakly("off", "box-too-early"),
    });
  });
});

describe("what an unchecked box says beside a memory", () => {
  /** What the box of the phone switch is taken to say when patience has run out at the first look. */
  function hearBox(of: MemoryEvidence, changes: Partial<PageEvidence> = {}, answers: AnswersEvidence | null = null) {
    const evidence = { memory: of, page: page([emailBox(false), phoneBox(false)], changes), answers };
    const assessment = contactsVisit.assess(evidence, 0, true, answers ? "overhearing" : "plain");
    const readings = assessment.kind === "told" ? assessment.testimony.readings?.get("x.phone") : undefined;
    return readings?.find(({ witness }) => witness === "page");
  }

  it.each<[MemoryEvidence, Partial<PageEvidence>, object]>([
    [memory(), {}, isUnchecked],
    [memory({ hasPendingWrite: true }), {}, weakly("off", "write-pending")],
    [memory({ cookie: "other" }), {}, weakly("off", "two-accounts")],
    [memory({ viewer: "signed-out" }), {}, weakly("off", "nobody-signed-in")],
    [memory({ status: "loading" }), {}, weakly("off", "box-too-early")],
    [memory({ status: "none" }), {}, weakly("off", "box-too-early")],
    [memory({ status: "other" }), {}, weakly("off", "box-too-early")],
    [memory({ status: "other" }), { settingsArrivedAt: null }, weakly("off", "box-before-settings")],
    [memory({ hasPendingWrite: null }), {}, weakly("off", "box-too-early")],
    [{ store: "missing", app: "other" }, {}, weakly("off", "box-too-early")],
    [{ store: "unreadable", app: "other" }, { settingsArrivedAt: null }, weakly("off", "box-before-settings")],
  ])("%o %o", (of, changes, reading) => {
    expect(hearBox(of, changes)).toEqual(reading);
  });

  it.each<[string, MemoryEvidence, AnswersEvidence, object]>([
    ["after the answer", { store: "missing", app: "other" }, overheard(), isUnchecked],
    ["after the answer, where the memory is not understood", memory({ status: "other" }), overheard(), isUnchecked],
    ["before any answer", { store: "missing", app: "other" }, overheard([]), weakly("off", "box-before-settings")],
    [
      "after a refusal",
      { store: "missing", app: "other" },
      overheard([settingsAnswer({ status: 403 })]),
      weakly("off", "box-before-settings"),
    ],
    [
      "after the answer, before X's app has it",
      memory({ status: "loading" }),
      overheard(),
      weakly("off", "box-too-early"),
    ],
    [
      "after the answer, while a write is pending",
      memory({ hasPendingWrite: true }),
      overheard(),
      weakly("off", "write-pending"),
    ],
  ])("%s, where answers are overheard", (_name, of, answers, reading) => {
    expect(hearBox(of, { settingsArrivedAt: null }, answers)).toEqual(reading);
  });
});

describe("the page with the switches", () => {
  const assess = (of: MemoryEvidence, boxes: PageEvidence["boxes"], steadyFor = 0) =>
    contactsVisit.assess({ memory: of, page: page(boxes), answers: null }, steadyFor, false, "plain").kind;
  const both = { discoverable_by_mobile_phone: false, discoverable_by_email: true };

  it.each<[string, MemoryEvidence, PageEvidence["boxes"], string]>([
    ["is ready where both agree", memory({ values: both }), [emailBox(true), phoneBox(false)], "told"],
    ["waits where they do not", memory({ values: both }), [emailBox(true), phoneBox(true)], "waiting"],
    ["waits for the second box", memory({ values: both }), [phoneBox(false)], "waiting"],
    ["waits where the memory has no word", memory(), [emailBox(true), phoneBox(false)], "waiting"],
    ["waits where a box is in doubt", memory({ values: both }), [emailBox(true), phoneBox(false, false)], "waiting"],
    [
      "waits where both are in doubt",
      memory({ values: { ...both, discoverable_by_mobile_phone: "half" } }),
      [emailBox(true), phoneBox(false, false)],
      "waiting",
    ],
    [
      "waits until it is known who is signed in",
      memory({ values: both, viewer: "unknown" }),
      [emailBox(true), phoneBox(false)],
      "waiting",
    ],
    ["waits without a memory", { store: "missing", app: "other" }, [emailBox(true), phoneBox(false)], "waiting"],
  ])("%s, at the first look", (_name, of, boxes, kind) => {
    expect(assess(of, boxes)).toBe(kind);
  });

  it("waits a moment where its memory keeps no log of writes", () => {
    const silent = memory({ values: both, hasPendingWrite: null });
    expect(assess(silent, [emailBox(true), phoneBox(false)], 999)).toBe("waiting");
    expect(assess(silent, [emailBox(true), phoneBox(false)], 1000)).toBe("told");
  });
});

describe("what a first page tells", () => {
  it("is fresh, and leaves open what it does not tell", () => {
    expect(observe({ account: "ada", asOf: 1 })).toEqual({
      account: "ada",
      readings: new Map(),
      numberOnFile: { answer: "unknown", reason: "page-changed" },
      asOf: 1,
      isFresh: true,
    });
    expect(observe({ account: null, asOf: 1, numberOnFile: { answer: "yes" } }).numberOnFile).toEqual({
      answer: "yes",
    });
  });

  it("stays where a later one tells nothing", () => {
    const observation = observe({ account: "ada", asOf: 1, numberOnFile: { answer: "yes" } });
    expect(addTestimony(observation, { account: null, asOf: 2 })).toEqual(observation);
  });
});
