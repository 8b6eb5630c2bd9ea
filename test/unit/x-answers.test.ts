import { describe, expect, it } from "vitest";
import type { Heard } from "../../src/sites/in-page/heard";
import {
  answered,
  answeredDevices,
  type DrawnPage,
  emailLabel,
  gatherFrom,
  loadedAt,
  loadedState,
  phoneLabel,
  verdictOn,
} from "./x-page";

const on = { discoverable_by_mobile_phone: true };
const boxes = (phone: boolean, email = false) =>
  [
    [emailLabel, email],
    [phoneLabel, phone],
  ] as const;
const off = boxes(false);
const row = (label: string, attributes = "") => `<label>${label}<input type=checkbox ${attributes}></label>`;
const text = (body: string, status = 200): Heard => ({ at: 0, status, text: body });
const json = (body: unknown, status = 200): Heard => text(JSON.stringify(body), status);
const fault = (kind: "cut" | "too-long" | "other", status = 200): Heard => ({ at: 0, status, fault: kind });
const write: Heard = { at: 0, fault: "write" };
const many = (count: number) => Array.from({ length: count }, () => answered());
const body = { discoverable_by_mobile_phone: false, discoverable_by_email: false, screen_name: "ada" };
const status = (fetchStatus: string, settings: object = {}) => ({ settings: { remote: { settings, fetchStatus } } });

/** Every case is about the phone switch, on a page that has been the same for long and has no memory unless it is told. */
const cases: Record<string, readonly [DrawnPage, string]> = {
  // An answer that says it, and boxes that show it.
  "answer and box say off": [{ boxes: off, heard: [answered()] }, "protected"],
  "answer and box say on": [{ boxes: boxes(true), heard: [answered(on)] }, "exposed"],
  "it was answered twice, alike": [{ boxes: off, heard: [answered(), answered()] }, "protected"],
  "it was answered at X's other address": [{ boxes: off, heard: [{ ...answered(), at: 1 } as Heard] }, "protected"],
  "the answer is a value, as the page has it": [
    { boxes: off, heard: [{ at: 0, status: 200, content: body }] },
    "protected",
  ],
  "its fields lie deeper": [{ boxes: off, heard: [json({ data: { viewer: { settings: body } } })] }, "protected"],
  "its fields lie in a list": [{ boxes: off, heard: [json([{ other: 1 }, [body]])] }, "protected"],
  "its fields lie apart": [
    {
      boxes: off,
      heard: [json({ one: { discoverable_by_mobile_phone: false }, two: { discoverable_by_email: false } })],
    },
    "protected",
  ],
  "something else was answered as well": [
    { boxes: off, heard: [answeredDevices({ phone_numbers: [] }), answered()] },
    "protected",
  ],
  "it was refused before": [{ boxes: off, heard: [text("", 403), answered()] }, "protected"],
  "it has nothing more to say the second time": [
    { boxes: off, heard: [answered(), json({ discoverable_by_email: false, screen_name: "ada" })] },
    "protected",
  ],
  "the last good status": [{ boxes: off, heard: [answered({}, 299)] }, "protected"],

  // An answer that is open, or against the box.
  "the answer says on, its box is not drawn": [{ boxes: [[emailLabel, false]], heard: [answered(on)] }, "exposed"],
  "the answer says on, nothing is drawn": [{ heard: [answered(on)] }, "exposed"],
  "the answer says on, the labels are not known": [
    { boxes: off.map(([label, isOn]) => [`${label}?`, isOn] as const), heard: [answered(on)] },
    "exposed",
  ],
  "the answer says on, the box says off": [{ boxes: off, heard: [answered(on)] }, "unknown: witnesses-differ"],
  "the answer says off, the box says on": [{ boxes: boxes(true), heard: [answered()] }, "exposed"],

  // An answer that nothing draws.
  "nothing is drawn": [{ heard: [answered()] }, "unknown: answer-not-used"],
  "its box is not drawn": [{ boxes: [[emailLabel, false]], heard: [answered()] }, "unknown: answer-not-used"],
  "its box alone is drawn": [{ boxes: [[phoneLabel, false]], heard: [answered()] }, "protected"],
  "its label is not known": [
    { boxes: off.map(([label, isOn]) => [`${label}?`, isOn] as const), heard: [answered()] },
    "unknown: answer-not-used",
  ],
  "its box is there twice": [{ boxes: [...off, [phoneLabel, false]], heard: [answered()] }, "unknown: box-not-alone"],
  "its box cannot be seen": [
    { html: `<div style="display: none">${row(emailLabel)}${row(phoneLabel)}</div>`, heard: [answered()] },
    "unknown: box-not-plain",
  ],
  "its box says two things": [
    { html: row(emailLabel) + row(phoneLabel, 'aria-checked="true"'), heard: [answered()] },
    "unknown: box-not-plain",
  ],

  // An answer that does not say it.
  "the field is missing": [
    { boxes: off, heard: [json({ discoverable_by_email: false, screen_name: "ada" })] },
    "unknown: field-missing",
  ],
  "the field is missing, the box says on": [
    { boxes: boxes(true), heard: [json({ discoverable_by_email: false, screen_name: "ada" })] },
    "exposed",
  ],
  "the answer has nothing in it": [{ boxes: off, heard: [json({})] }, "unknown: field-missing"],
  "the answer is a list of nothing": [{ boxes: off, heard: [json([])] }, "unknown: field-missing"],
  "the answer is nothing but a word": [{ boxes: off, heard: [json("off")] }, "unknown: field-missing"],
  ...Object.fromEntries(
    [null, 0, 1, "", "false", "off", "none", {}, { value: false }, [false], []].map((value) => [
      `the field is ${JSON.stringify(value)}`,
      [{ boxes: off, heard: [answered({ discoverable_by_mobile_phone: value })] }, "unknown: field-not-understood"],
    ]),
  ),
  "the field is in other letters": [
    { boxes: off, heard: [json({ Discoverable_By_Mobile_Phone: false, discoverable_by_email: false })] },
    "unknown: field-missing",
  ],
  "the field is there twice, and differs": [
    { boxes: off, heard: [json({ ...body, account: { discoverable_by_mobile_phone: true } })] },
    "unknown: field-not-understood",
  ],
  "the field is there twice, alike": [
    { boxes: off, heard: [json({ ...body, account: { discoverable_by_mobile_phone: false } })] },
    "protected",
  ],
  "the answer is empty": [{ boxes: off, heard: [text("")] }, "unknown: answer-not-understood"],
  "the answer is blank": [{ boxes: off, heard: [text(" \n")] }, "unknown: answer-not-understood"],
  "the answer is no JSON": [{ boxes: off, heard: [text("<html>")] }, "unknown: answer-not-understood"],
  "the answer is half of it": [
    { boxes: off, heard: [text(JSON.stringify(body).slice(0, -1))] },
    "unknown: answer-not-understood",
  ],
  "the answer is too large": [{ boxes: off, heard: [fault("too-long")] }, "unknown: answer-not-understood"],
  "the answer is larger than is kept": [
    { boxes: off, heard: [json({ ...body, filling: "x".repeat(1_000_000) })] },
    "unknown: answer-not-understood",
  ],
  "the answer lies deeper than is looked": [
    { boxes: off, heard: [text(`${"[".repeat(50)}${JSON.stringify(body)}${"]".repeat(50)}`)] },
    "unknown: answer-not-understood",
  ],
  "the answer was cut": [{ boxes: off, heard: [fault("cut")] }, "unknown: answer-not-understood"],
  "the answer cannot be read": [{ boxes: off, heard: [fault("other")] }, "unknown: answer-not-understood"],
  "another answer was cut": [{ boxes: off, heard: [answered(), fault("cut")] }, "unknown: answer-not-understood"],
  "another answer, which was refused, was cut": [{ boxes: off, heard: [fault("cut", 500), answered()] }, "protected"],

  // Answers that contradict each other, or of which not all is known.
  "two answers differ": [{ boxes: off, heard: [answered(), answered(on)] }, "unknown: answers-differ"],
  "two answers differ the other way round": [
    { boxes: off, heard: [answered(on), answered()] },
    "unknown: answers-differ",
  ],
  "two answers differ, and the box says on": [{ boxes: boxes(true), heard: [answered(), answered(on)] }, "exposed"],
  "two answers differ in something else": [
    { boxes: off, heard: [answered(), answered({ geo_enabled: true }), answered({ geo_enabled: false })] },
    "protected",
  ],
  "as many answers as are kept": [{ boxes: off, heard: many(20) }, "protected"],
  "more answers than are kept": [{ boxes: off, heard: many(21) }, "unknown: answer-not-understood"],
  "something was written": [{ boxes: off, heard: [answered(), write] }, "unknown: write-pending"],
  "something was written before": [{ boxes: off, heard: [write, answered()] }, "unknown: write-pending"],
  "something was written, and it says on": [{ boxes: boxes(true), heard: [answered(on), write] }, "exposed"],

  // Accounts.
  "the answer names nobody": [{ boxes: off, heard: [answered({ screen_name: undefined })] }, "protected"],
  "the answers name two": [
    { boxes: off, heard: [answered(), answered({ screen_name: "eve" })] },
    "unknown: two-accounts",
  ],
  "the answers name one in other letters": [
    { boxes: off, heard: [answered(), answered({ screen_name: "ADA" })] },
    "protected",
  ],
  "one answer names two": [
    { boxes: off, heard: [json({ ...body, other: { ...body, screen_name: "eve" } })] },
    "unknown: two-accounts",
  ],
  "somebody else is named beside it": [
    { boxes: off, heard: [json({ ...body, friend: { screen_name: "eve" } })] },
    "protected",
  ],
  "the name cannot be one": [
    { boxes: off, heard: [answered({ screen_name: "<b>ada</b>" })] },
    "unknown: answer-not-understood",
  ],
  "the name cannot be one, and it says on": [
    { boxes: boxes(true), heard: [answered({ ...on, screen_name: "<b>ada</b>" })] },
    "exposed",
  ],

  // No answer.
  "nothing was overheard": [{ boxes: off, heard: [] }, "unknown: box-before-settings"],
  "nothing was overheard, and the settings have arrived": [
    { boxes: off, settingsRequest: 200, heard: [] },
    "unknown: box-alone",
  ],
  "nothing was overheard, and nothing is drawn": [{ settingsRequest: 200, heard: [] }, "unknown: answer-missed"],
  "nothing was overheard, and the box says on": [{ boxes: boxes(true), settingsRequest: 200, heard: [] }, "exposed"],
  "it was refused": [{ boxes: off, heard: [answered({}, 403)] }, "unknown: box-before-settings"],
  "it was not changed": [{ boxes: off, heard: [answered({}, 304)] }, "unknown: box-before-settings"],
  "something else was answered": [
    { boxes: off, heard: [{ at: 2, status: 200, text: JSON.stringify(body) }] },
    "unknown: box-before-settings",
  ],

  // Beside a memory.
  "the memory says it too": [{ state: loadedState(), boxes: off, heard: [answered()] }, "protected"],
  "the memory says it, and the answer on": [
    { state: loadedState(), boxes: off, heard: [answered(on)] },
    "unknown: witnesses-differ",
  ],
  "the memory says on, and the answer off": [
    { state: loadedState(on), boxes: off, heard: [answered()] },
    "unknown: witnesses-differ",
  ],
  "the memory says it, and the answer lacks it": [
    { state: loadedState(), boxes: off, heard: [answered({ discoverable_by_mobile_phone: undefined })] },
    "unknown: field-missing",
  ],
  "the memory lacks it": [
    { state: loadedState({ discoverable_by_mobile_phone: undefined }), boxes: off, heard: [answered()] },
    "unknown: field-missing",
  ],
  "the memory says it, and the answer is another account's": [
    { state: loadedState(), boxes: off, heard: [answered({ screen_name: "eve" })] },
    "unknown: two-accounts",
  ],
  "the memory says it, and the answers name two": [
    { state: loadedState(), boxes: off, heard: [answered(), answered({ screen_name: "eve" })] },
    "unknown: two-accounts",
  ],
  "the memory is of two accounts": [
    { state: loadedState({ screen_name: "eve" }), boxes: off, heard: [answered()] },
    "unknown: two-accounts",
  ],
  "the memory waits for a write": [
    {
      state: loadedState({}, { optimist: [{ beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } }] }),
      boxes: off,
      heard: [answered()],
    },
    "unknown: write-pending",
  ],
  "the memory keeps no log of writes": [
    { state: loadedState({}, { optimist: undefined }), boxes: off, heard: [answered()] },
    "protected",
  ],
  "the memory's word for how far it is is not known": [
    { state: loadedState({}, status("ready")), boxes: off, heard: [answered()] },
    "protected",
  ],
  "the memory has not loaded what was answered": [
    { state: loadedState({}, status("loading")), boxes: off, heard: [answered()] },
    "unknown: answer-not-used",
  ],
};

describe("the phone switch on X, where its answers are overheard", () => {
  it.each(Object.entries(cases))("%s", (_name, [drawn, verdict]) => {
    expect(verdictOn("x.phone", drawn, { way: "overhearing" })).toBe(verdict);
  });

  it.each(Object.entries(cases))("is never called protected by the box alone: %s", (_name, [drawn]) => {
    const { heard: _heard, state: _state, ...rest } = drawn;
    for (const way of ["plain", "overhearing"] as const) {
      expect(verdictOn("x.phone", { ...rest, settingsRequest: 200 }, { way })).not.toBe("protected");
    }
  });
});

describe("a setting without a box, where X's answers are overheard", () => {
  const heard = [answered({ geo_enabled: false })];
  it.each<[string, DrawnPage, string]>([
    ["both boxes show what was answered", { boxes: off }, "protected"],
    ["one of them is not drawn", { boxes: [[emailLabel, false]] }, "unknown: answer-not-used"],
    ["one of them shows something else", { boxes: boxes(false, true) }, "unknown: answer-not-used"],
    ["one of them is there twice", { boxes: [...off, [phoneLabel, false]] }, "unknown: answer-not-used"],
    ["nothing is drawn", {}, "unknown: answer-not-used"],
  ])("is believed as far as the page uses the answer: %s", (_name, drawn, verdict) => {
    expect(verdictOn("x.location", { ...drawn, heard }, { way: "overhearing" })).toBe(verdict);
  });

  it.each<[string, DrawnPage]>([
    ["both boxes show what was answered", { boxes: off }],
    ["nothing is drawn", {}],
  ])("warns all the same: %s", (_name, drawn) => {
    const open = { ...drawn, heard: [answered({ geo_enabled: true })] };
    expect(verdictOn("x.location", open, { way: "overhearing" })).toBe("exposed");
  });
});

it("keeps of what was overheard closed words only", () => {
  const secrets = { discoverable_by_mobile_phone: "+15555550123", allow_dms_from: "ada@example.org", email: "a" };
  const { answers } = gatherFrom({ heard: [answered(secrets), answeredDevices({ phone_numbers: ["+15555550123"] })] });
  expect(answers).toEqual({
    writes: 0,
    hasMore: false,
    answers: [
      {
        kind: "settings",
        at: loadedAt + 400,
        status: 200,
        body: "read",
        says: {
          values: {
            discoverable_by_mobile_phone: { type: "string" },
            discoverable_by_email: false,
            allow_dms_from: { type: "string" },
          },
          handle: "ada",
          isWhole: true,
        },
      },
      { kind: "devices", at: loadedAt + 400, status: 200, body: "read", says: { numbers: 1 } },
    ],
  });
});
