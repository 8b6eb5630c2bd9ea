import { describe, expect, it } from "vitest";
import { addTestimony, observe } from "../../src/audit/observation";
import { type FoundMemory, type MemoryEvidence, type PageEvidence, parseEvidence } from "../../src/sites/x/evidence";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { readBoxes } from "../../src/sites/x/read-boxes";
import { namesTwoAccounts, readAccount, readDevices, readMemory } from "../../src/sites/x/read-memory";
import { contactsVisit } from "../../src/sites/x/visits";
import { memory, page } from "./x-evidence";

const noStore: readonly MemoryEvidence[] = [{ store: "missing" }, { store: "unreadable" }];
const phone = (evidence: MemoryEvidence) => readMemory(evidence).get("x.phone");
const doubt = { strength: "doubt", witness: "memory", because: "page-changed" };
const weak = (because: string) => ({ strength: "weak", witness: "memory", says: "off", because });

describe("what came from the page", () => {
  const drawn = page([]);

  it.each<[string, unknown]>([
    ...noStore.map((evidence): [string, unknown] => [`a memory that is ${evidence.store}`, evidence]),
    ["a field of a type that nobody knows", memory({ values: { discoverable_by_email: { type: "object" } } })],
  ])("is taken as it is: %s", (_name, evidence) => {
    expect(parseEvidence({ memory: evidence, page: drawn })?.memory).toEqual(evidence);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a store in another condition", { store: "" }],
    ["a field with a type longer than any", memory({ values: { discoverable_by_email: { type: "o".repeat(65) } } })],
    ["a field with a word longer than any", memory({ values: { discoverable_by_email: "o".repeat(65) } })],
    ["a field with a type that is no word", { ...memory(), values: { discoverable_by_email: { type: 1 } } }],
  ])("is an unreadable memory where it holds %s", (_name, evidence) => {
    expect(parseEvidence({ memory: evidence, page: drawn })?.memory).toEqual({ store: "unreadable" });
  });

  it.each<[string, Partial<PageEvidence>]>([
    ...(["contacts", "phone", "dashboard", "sign-in", "other"] as const).map(
      (name): [string, Partial<PageEvidence>] => [name, { page: name }],
    ),
    ...(["none", "pressed", "already", "not-found"] as const).map((press): [string, Partial<PageEvidence>] => [
      press,
      { press },
    ]),
  ])("knows the word %s", (_name, changes) => {
    const evidence = { ...drawn, ...changes };
    expect(parseEvidence({ memory: memory(), page: evidence })?.page).toEqual(evidence);
  });
});

describe("what the memory says of a switch", () => {
  it.each([
    [false, { strength: "strong", witness: "memory", says: "off" }],
    [true, { strength: "strong", witness: "memory", says: "on" }],
    ["false", doubt],
    ["discoverable", doubt],
    [{ type: "number" }, doubt],
    [undefined, doubt],
  ])("where it holds %o", (value, reading) => {
    expect(phone(memory({ values: { discoverable_by_mobile_phone: value } }))).toEqual(reading);
  });

  it.each<[Partial<FoundMemory>, string]>([
    [{ hasPendingWrite: true }, "save-pending"],
    [{ hasPendingWrite: null }, "page-changed"],
    [{ cookie: "other" }, "account-changed"],
    [{ handles: { settings: "ada", session: "eve" } }, "account-changed"],
    [{ handles: { settings: "<ada>", session: null } }, "page-changed"],
    [{ handles: { settings: null, session: "a".repeat(21) } }, "page-changed"],
    [{ viewer: "unknown" }, "page-changed"],
    [{ viewer: "signed-out" }, "page-changed"],
  ])("is weak where %o", (changes, because) => {
    expect(phone(memory(changes))).toEqual(weak(because));
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

const strongly = (says: string) => ({ strength: "strong", witness: "page", says });
const weakly = (says: string, because = "page-changed") => ({ strength: "weak", witness: "page", says, because });
const doubtful = { strength: "doubt", witness: "page", because: "page-changed" };

describe("what the boxes say", () => {
  it.each<[string, PageEvidence["boxes"], Partial<PageEvidence>, Record<string, object>]>([
    ["one each", [emailBox(true), phoneBox(false)], {}, { "x.email": strongly("on"), "x.phone": strongly("off") }],
    ["the phone's alone", [phoneBox(true)], {}, { "x.phone": strongly("on") }],
    ["two with one label", [phoneBox(false), phoneBox(true)], {}, { "x.phone": weakly("on") }],
    ["two that are both off", [phoneBox(false), phoneBox(false)], {}, { "x.phone": doubtful }],
    ["one that says two things", [phoneBox(false, false)], {}, { "x.phone": doubtful }],
    ["one that says two things, and on", [phoneBox(true, false)], {}, { "x.phone": weakly("on") }],
    ["too many to look at", [phoneBox(false)], { hasMoreBoxes: true }, { "x.email": doubtful, "x.phone": doubtful }],
    [
      "two with unknown labels",
      [box("new", true), box("other", false)],
      {},
      { "x.email": weakly("on"), "x.phone": weakly("off") },
    ],
    ["one with an unknown label", [box("new", true)], {}, {}],
    ["three with unknown labels", [box("new", true), box("other", true), box("third", true)], {}, {}],
    ["none", [], {}, {}],
    ["those of another page", [emailBox(true), phoneBox(false)], { page: "dashboard" }, {}],
  ])("%s", (_name, boxes, changes, readings) => {
    expect(Object.fromEntries(readBoxes(page(boxes, changes), null))).toEqual(readings);
  });

  it("proves nothing while something is missing", () => {
    const readings = readBoxes(page([emailBox(true), phoneBox(false)]), "timed-out");
    expect(Object.fromEntries(readings)).toEqual({
      "x.email": weakly("on", "timed-out"),
      "x.phone": weakly("off", "timed-out"),
    });
  });
});

describe("what an unchecked box proves beside a memory", () => {
  /** What the box of the phone switch is taken to say when patience has run out at the first look. */
  function hearBox(of: MemoryEvidence, changes: Partial<PageEvidence> = {}) {
    const evidence = { memory: of, page: page([emailBox(false), phoneBox(false)], changes) };
    const assessment = contactsVisit.assess(evidence, 0, true);
    const readings = assessment.kind === "told" ? assessment.testimony.readings?.get("x.phone") : undefined;
    return readings?.find(({ witness }) => witness === "page");
  }

  it.each<[MemoryEvidence, Partial<PageEvidence>, object]>([
    [memory(), {}, strongly("off")],
    [memory({ hasPendingWrite: true }), {}, weakly("off", "save-pending")],
    [memory({ cookie: "other" }), {}, weakly("off", "account-changed")],
    [memory({ viewer: "signed-out" }), {}, weakly("off", "signed-out")],
    [memory({ status: "loading" }), {}, weakly("off", "timed-out")],
    [memory({ status: "none" }), {}, weakly("off", "timed-out")],
    [memory({ status: "other" }), {}, weakly("off", "timed-out")],
    [memory({ status: "other" }), { settingsArrivedAt: null }, weakly("off", "page-changed")],
    [memory({ hasPendingWrite: null }), {}, weakly("off", "timed-out")],
    [{ store: "missing" }, {}, weakly("off", "timed-out")],
    [{ store: "unreadable" }, { settingsArrivedAt: null }, weakly("off", "page-changed")],
  ])("%o %o", (of, changes, reading) => {
    expect(hearBox(of, changes)).toEqual(reading);
  });
});

describe("the page with the switches", () => {
  const assess = (of: MemoryEvidence, boxes: PageEvidence["boxes"], steadyFor = 0) =>
    contactsVisit.assess({ memory: of, page: page(boxes) }, steadyFor, false).kind;
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
    ["waits without a memory", { store: "missing" }, [emailBox(true), phoneBox(false)], "waiting"],
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
