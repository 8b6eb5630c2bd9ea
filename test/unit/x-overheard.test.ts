import { describe, expect, it } from "vitest";
import type { Assessment, Visit, Way } from "../../src/audit/site";
import type { Heard } from "../../src/sites/in-page/heard";
import { contactsVisit, glance, phoneVisit } from "../../src/sites/x/visits";
import {
  answered,
  answeredDevices,
  type DrawnPage,
  emailLabel,
  gatherFrom,
  loadedAt,
  loadedState,
  phoneLabel,
} from "./x-page";

const boxes = (phone: boolean) =>
  [
    [emailLabel, false],
    [phoneLabel, phone],
  ] as const;
const off = boxes(false);
const on = { discoverable_by_mobile_phone: true };
const progressBar = "<div role=progressbar></div>";
const status = (fetchStatus: string) => loadedState({}, { settings: { remote: { settings: {}, fetchStatus } } });
const atLast = true;

/** `failed: detail`, what was told of a number or of the settings, or the assessment's kind. */
function say(assessment: Assessment): string {
  if (assessment.kind === "failed") return `failed: ${assessment.detail}`;
  if (assessment.kind !== "told") return assessment.kind;
  const { numberOnFile, readings } = assessment.testimony;
  if (!numberOnFile) return `told: ${[...(readings?.keys() ?? [])].filter((id) => /phone|email/.test(id)).join(" ")}`;
  return numberOnFile.answer === "unknown" ? `not known: ${numberOnFile.reason}` : numberOnFile.answer;
}

function assess(visit: Visit, drawn: DrawnPage, steadyFor: number, way: Way, isLast = false): string {
  return say(visit.assess(gatherFrom(drawn), steadyFor, isLast, way));
}

const both = "told: x.phone x.email";

describe("the page with the switches, where its answers are overheard", () => {
  /** What is said of a page that has been the same for so many milliseconds. */
  it.each<[string, DrawnPage, Readonly<Record<number, string>>]>([
    ["boxes that show what was answered", { boxes: off, heard: [answered()] }, { 0: both }],
    ["boxes that show that it is on", { boxes: boxes(true), heard: [answered(on)] }, { 0: both }],
    [
      "boxes that do not show it, which may be a moment's",
      { boxes: off, heard: [answered(on)] },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    ["an answer before its boxes are drawn", { heard: [answered()] }, { 0: "waiting", 1999: "waiting", 2000: both }],
    [
      "an answer and the first of its boxes",
      { boxes: [[phoneLabel, false]], heard: [answered()] },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "an answer that is not understood",
      { boxes: off, heard: [answered({ discoverable_by_email: null })] },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "boxes before the answer",
      { boxes: off, heard: [] },
      { 0: "waiting", 2000: "waiting", 7999: "waiting", 8000: both },
    ],
    [
      "boxes that show settings which came, and nobody heard them",
      { boxes: off, settingsRequest: 200, heard: [] },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "boxes after a refusal",
      { boxes: off, heard: [answered({}, 403)] },
      { 0: "waiting", 2000: "waiting", 7999: "waiting", 8000: both },
    ],
    ["nothing that is known", { heard: [] }, { 7999: "waiting", 8000: "failed: answer-missed" }],
    ["nothing that is known, and nobody listens", {}, { 7999: "waiting", 8000: "failed: answer-missed" }],
    ["an answer while the page is busy", { html: progressBar, heard: [answered()] }, { 1999: "waiting", 2000: both }],
    ["a page that is busy", { html: progressBar, heard: [] }, { 8000: "waiting" }],
    ["another page", { path: "/home", heard: [answered()] }, { 7999: "waiting", 8000: "failed: other-page" }],
    ["a memory that is loaded and agrees", { state: loadedState(), boxes: off, heard: [answered()] }, { 0: both }],
    [
      "a memory that is loaded, and the answer not heard",
      { state: loadedState(), boxes: off, heard: [] },
      { 0: "waiting", 2000: "waiting", 7999: "waiting", 8000: both },
    ],
    [
      "a memory that is loading what was answered",
      { state: status("loading"), boxes: off, heard: [answered()] },
      { 0: both },
    ],
  ])("that shows %s", (_name, drawn, expected) => {
    for (const [steadyFor, said] of Object.entries(expected)) {
      const about = `after ${steadyFor} ms`;
      expect(assess(contactsVisit, drawn, Number(steadyFor), "overhearing"), about).toBe(said);
    }
  });

  it.each<[string, DrawnPage, string]>([
    ["has not finished loading", { isComplete: false, heard: [] }, "failed: still-loading"],
    ["is busy", { html: progressBar, heard: [] }, "failed: still-loading"],
    ["told nothing", { heard: [] }, "failed: answer-missed"],
    ["told nothing of its switches", { heard: [answeredDevices({})] }, "failed: answer-missed"],
    ["shows boxes without an answer", { boxes: off, heard: [] }, both],
    ["has an empty place for its app", { isRootEmpty: true, heard: [] }, "failed: script-blocked"],
  ])("that %s when patience runs out", (_name, drawn, said) => {
    expect(assess(contactsVisit, drawn, 0, "overhearing", atLast)).toBe(said);
  });

  it.each<[string, DrawnPage, object]>([
    ["the settings' arrival", { settingsRequest: 200, heard: [answered()] }, { account: "ada", asOf: loadedAt + 250 }],
    ["the last answer", { heard: [answered(), answered()] }, { account: "ada", asOf: loadedAt + 400 }],
    ["the page's own loading", { heard: [] }, { account: null, asOf: loadedAt }],
    ["its loading, where it was refused", { heard: [answered({}, 403)] }, { account: null, asOf: loadedAt }],
  ])("tells news as old as %s", (_name, drawn, testimony) => {
    const assessment = contactsVisit.assess(gatherFrom({ boxes: off, ...drawn }), 8000, false, "overhearing");
    expect(assessment).toMatchObject({ kind: "told", testimony });
  });

  it.each<[string, DrawnPage, string | null]>([
    ["the answer alone", { heard: [answered()] }, "ada"],
    ["the memory alone", { state: loadedState(), heard: [answered({ screen_name: undefined })] }, "ada"],
    ["both, in other letters", { state: loadedState(), heard: [answered({ screen_name: "Ada" })] }, "ada"],
    ["both, differently", { state: loadedState(), heard: [answered({ screen_name: "eve" })] }, null],
    ["two answers, differently", { heard: [answered(), answered({ screen_name: "eve" })] }, null],
    ["a memory that names two", { state: loadedState({ screen_name: "eve" }), heard: [answered()] }, null],
    ["nobody", { heard: [answered({ screen_name: undefined })] }, null],
    ["no word", { heard: [answered({ screen_name: 12 })] }, null],
    ["a refused answer", { heard: [answered({}, 403)] }, null],
    ["what cannot be a handle", { heard: [answered({ screen_name: "ada example" })] }, null],
    ["more than a handle can be", { heard: [answered({ screen_name: "a".repeat(21) })] }, null],
    ["as much as a handle can be", { heard: [answered({ screen_name: "a".repeat(20) })] }, "a".repeat(20)],
  ])("names the account that is named by %s", (_name, drawn, account) => {
    const assessment = contactsVisit.assess(gatherFrom({ boxes: off, ...drawn }), 8000, false, "overhearing");
    expect(assessment).toMatchObject({ kind: "told", testimony: { account } });
  });
});

describe("a first look at the page with the switches", () => {
  it.each<[string, DrawnPage, Readonly<Record<number, string>>]>([
    ["two boxes and no memory", { boxes: off }, { 0: "again", 1: "unread" }],
    ["two boxes, one checked, and no memory", { boxes: boxes(true) }, { 0: "again", 1: "unread" }],
    ["one box and no memory", { boxes: [[phoneLabel, false]] }, { 0: "waiting", 7999: "waiting", 8000: "unread" }],
    ["nothing that is known", {}, { 0: "waiting", 7999: "waiting", 8000: "unread" }],
    ["an empty place for its app", { isRootEmpty: true }, { 7999: "waiting", 8000: "failed: script-blocked" }],
    ["a page that is busy", { html: progressBar }, { 8000: "waiting" }],
    ["another page", { path: "/home" }, { 7999: "waiting", 8000: "failed: other-page" }],
    [
      "two boxes and a memory whose state is not known",
      { state: status("ready"), boxes: off },
      { 0: "again", 1: "unread" },
    ],
    [
      "two boxes and a memory that is loading",
      { state: status("loading"), boxes: off },
      { 0: "waiting", 8000: "waiting" },
    ],
    [
      "two boxes and a memory without a log of writes",
      { state: loadedState({}, { optimist: undefined }), boxes: off, settingsRequest: 200 },
      { 0: "waiting", 999: "waiting", 1000: "unread" },
    ],
    [
      "a memory without a log of writes that is all there is",
      { state: loadedState({}, { optimist: undefined }), settingsRequest: 200 },
      { 1999: "waiting", 2000: "unread" },
    ],
    ["a memory and boxes that agree", { state: loadedState(), boxes: off, settingsRequest: 200 }, { 0: both }],
    [
      "X's newer client",
      { html: '<link href="//abs.twimg.com/x-web/a.js">', boxes: off },
      { 999: "waiting", 1000: both },
    ],
    [
      "X's newer client before its boxes",
      { html: '<link href="//abs.twimg.com/x-web/a.js">' },
      { 999: "waiting", 1000: "failed: new-client" },
    ],
    [
      "X's newer client while it loads",
      { html: '<link href="//abs.twimg.com/x-web/a.js">', boxes: off, isComplete: false },
      { 1000: "waiting", 9000: "waiting" },
    ],
  ])("that shows %s", (_name, drawn, expected) => {
    for (const [steadyFor, said] of Object.entries(expected)) {
      expect(assess(contactsVisit, drawn, Number(steadyFor), "first"), `after ${steadyFor} ms`).toBe(said);
    }
  });

  it("is over at X's newer client when patience runs out, whatever still loads", () => {
    const drawn = { html: '<link href="//abs.twimg.com/x-web/a.js">', boxes: off, isComplete: false };
    expect(assess(contactsVisit, drawn, 0, "first", atLast)).toBe(both);
  });
});

describe("the page with the number, where its answers are overheard", () => {
  const path = "/settings/phone";
  const devices = (...counts: number[]): Heard[] =>
    counts.map((count) => answeredDevices({ emails: [], phone_numbers: Array.from({ length: count }, () => ({})) }));
  const list = (fetchStatus: string, phone_numbers: unknown) =>
    loadedState({}, { devices: { devices: { fetchStatus, data: { phone_numbers } } } });
  const number = "<label><input name=current_phone></label>";
  const no = { 0: "waiting", 999: "waiting", 1000: "no" };
  const silent = { 0: "waiting", 7999: "waiting", 8000: "failed: number-not-shown" };

  it.each<[string, DrawnPage, Readonly<Record<number, string>>]>([
    ["a list with a number", { heard: devices(1) }, { 0: "yes" }],
    ["an empty list", { heard: devices(0) }, no],
    ["two empty lists", { heard: devices(0, 0) }, no],
    ["an empty list, and one with a number", { heard: devices(0, 1) }, { 0: "yes" }],
    ["a list at X's other address", { heard: devices(0).map((heard) => ({ ...heard, at: 3 }) as Heard) }, no],
    ["a list that lies deeper", { heard: [answeredDevices({ data: { user: { phone_numbers: [] } } })] }, no],
    [
      "an empty list beside the number",
      { heard: devices(0), html: number },
      { 0: "waiting", 1000: "failed: witnesses-differ" },
    ],
    ["no answer beside the number", { heard: [], html: number }, { 0: "yes" }],
    ["an answer without a list", { heard: [answeredDevices({ emails: [] })] }, silent],
    ["an answer whose list is none", { heard: [answeredDevices({ phone_numbers: { length: 0 } })] }, silent],
    [
      "an answer with two lists",
      { heard: [answeredDevices({ phone_numbers: [], other: { phone_numbers: [] } })] },
      silent,
    ],
    ["an empty list, and an answer without one", { heard: [...devices(0), answeredDevices({})] }, silent],
    [
      "an empty list, and an answer that was cut",
      { heard: [...devices(0), { at: 2, status: 200, fault: "cut" }] },
      silent,
    ],
    ["an empty answer", { heard: [{ at: 2, status: 200, text: "" }] }, silent],
    ["a refusal", { heard: [answeredDevices({}, 403)] }, { 0: "not known: site-error" }],
    [
      "an empty list in a refusal",
      { heard: [answeredDevices({ phone_numbers: [] }, 403)] },
      { 0: "not known: site-error" },
    ],
    ["an empty list after a refusal", { heard: [answeredDevices({}, 403), ...devices(0)] }, no],
    ["as many lists as are kept", { heard: devices(...Array<number>(20).fill(0)) }, no],
    ["more lists than are kept", { heard: devices(...Array<number>(21).fill(0)) }, silent],
    ["more lists than are kept, one with a number", { heard: devices(1, ...Array<number>(20).fill(0)) }, { 0: "yes" }],
    ["settings alone", { heard: [answered()] }, silent],
    ["a memory without a number, and a list with one", { state: list("loaded", []), heard: devices(1) }, { 0: "yes" }],
    ["a memory with a number, and an empty list", { state: list("loaded", [{}]), heard: devices(0) }, { 0: "yes" }],
    ["a memory whose list has not come, and an empty one", { state: list("none", []), heard: devices(0) }, no],
    [
      "a memory whose list failed, and an empty one",
      { state: list("failed", []), heard: devices(0) },
      { 0: "not known: site-error" },
    ],
  ])("that shows %s", (_name, drawn, expected) => {
    for (const [steadyFor, said] of Object.entries(expected)) {
      const about = `after ${steadyFor} ms`;
      expect(assess(phoneVisit, { path, ...drawn }, Number(steadyFor), "overhearing"), about).toBe(said);
    }
  });

  it("tells whose number it speaks of", () => {
    const seen = gatherFrom({ path, heard: [answered(), ...devices(0)] });
    expect(phoneVisit.assess(seen, 1000, false, "overhearing")).toMatchObject({
      testimony: { account: "ada", asOf: loadedAt + 400 },
    });
  });

  it("is never loaded once more", () => {
    expect(assess(phoneVisit, { path }, 8000, "first")).toBe("failed: number-not-shown");
  });
});

describe("a glance at an open tab that somebody listens in", () => {
  it("says what was answered, as old news", () => {
    const seen = glance(gatherFrom({ boxes: off, heard: [answered(on)] }), loadedAt + 90_000);
    expect(seen).toMatchObject({ account: "ada", asOf: loadedAt + 400, isFresh: false });
    expect(seen?.readings.get("x.phone")).toEqual([
      { strength: "weak", witness: "answer", says: "on", because: "page-changed", detail: "answer-not-used" },
      { strength: "weak", witness: "page", says: "off", because: "not-fresh", detail: "open-tab" },
    ]);
  });
});
