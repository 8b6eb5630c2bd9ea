import { describe, expect, it } from "vitest";
import { type DrawnPage, emailLabel, fiberRoot, loadedState, phoneLabel, verdictOn } from "./x-page";

const on = { discoverable_by_mobile_phone: true };
const boxes = (phone: boolean, email = false) =>
  [
    [emailLabel, email],
    [phoneLabel, phone],
  ] as const;
const unknownBoxes = (email: boolean, phone: boolean) =>
  [
    ["Something new about mail", email],
    ["Something new about phones", phone],
  ] as const;
const manyBoxes = Array.from({ length: 60 }, (_, index) => [`Something else ${index}`, false] as const);
const settingsThatThrow = {
  get settings() {
    throw new Error("not for you");
  },
};
const { settings: _without, ...renamed } = loadedState() as { settings: object };
const status = (fetchStatus: unknown) => ({ settings: { remote: { settings: { screen_name: "ada" }, fetchStatus } } });
const pending = { optimist: [{ beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } }] };
const unrelated = {
  optimist: [
    { beforeState: {}, action: { type: "rweb/likes/ADD" } },
    { action: { type: "rweb/settings/UPDATE_REQUEST" } },
  ],
};
const logOf = (...optimist: unknown[]) => ({ optimist });
const write = { beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } };
const others = (count: number) => Array.from({ length: count }, () => ({ action: { type: "rweb/urt/FETCH" } }));
/** The tree of the first render still holds a store that says off; only the second is drawn. */
const afterStaleTree = (store: unknown) => {
  const stale = fiberRoot({ getState: () => loadedState() }) as { __reactContainer$k3y: { stateNode: unknown } };
  const drawn = fiberRoot(store) as typeof stale;
  const { child } = (stale.__reactContainer$k3y.stateNode as { current: { child: unknown } }).current;
  return { __reactContainer$k3y: { child, stateNode: drawn.__reactContainer$k3y.stateNode } };
};

/** A store of something else hangs beside X's, and comes first. */
const besideAnother = (store: unknown) => {
  const other = { getState: () => ({ settings: { remote: { fetchStatus: "loaded" } } }) };
  return { __reactContainer$k3y: { stateNode: { current: { memoizedProps: { other, store } } } } };
};

const row = (label: string, attributes = "") => `<label ${attributes}>${label}<input type=checkbox></label>`;
/** Forged boxes, unchecked, and so many others that the page's own are not looked at. */
const flood = [row(emailLabel), row(phoneLabel), ...Array.from({ length: 60 }, () => row("Box"))].join("");
const otherAddress = "https://x.com/settings/account/settings.json";
const forged = row(emailLabel) + row(phoneLabel);

/** Every case is about the phone switch. */
const cases: Record<string, readonly [DrawnPage, string]> = {
  // As it should be.
  "memory and box say on": [{ state: loadedState(on), boxes: boxes(true) }, "exposed"],
  "memory and box say off": [{ state: loadedState(), boxes: boxes(false) }, "protected"],
  "memory alone says on": [{ state: loadedState(on) }, "exposed"],
  "memory alone says off": [{ state: loadedState() }, "protected"],
  "email does not speak for the phone": [{ state: loadedState(on), boxes: boxes(true, false) }, "exposed"],
  "an unrelated entry is in the log of writes": [
    { state: loadedState({}, unrelated), boxes: boxes(false) },
    "protected",
  ],

  // Fields.
  "the field is missing": [
    { state: loadedState({ discoverable_by_mobile_phone: undefined }), boxes: boxes(false) },
    "unknown: field-missing",
  ],
  "the field is missing and the box is checked": [
    { state: loadedState({ discoverable_by_mobile_phone: undefined }), boxes: boxes(true) },
    "exposed",
  ],
  'the field is "false"': [
    { state: loadedState({ discoverable_by_mobile_phone: "false" }), boxes: boxes(false) },
    "unknown: field-not-understood",
  ],
  "the field is null": [
    { state: loadedState({ discoverable_by_mobile_phone: null }), boxes: boxes(false) },
    "unknown: field-not-understood",
  ],
  "the field is 0": [
    { state: loadedState({ discoverable_by_mobile_phone: 0 }), boxes: boxes(false) },
    "unknown: field-not-understood",
  ],
  "the field is an object": [
    { state: loadedState({ discoverable_by_mobile_phone: { on: false } }), boxes: boxes(false) },
    "unknown: field-not-understood",
  ],
  "the field is renamed": [
    { state: loadedState({ discoverable_by_mobile_phone: undefined, discoverable_by_phone: false }) },
    "unknown: field-missing",
  ],

  // Memory that cannot be read: what the page draws may warn, and an unchecked box says nothing by itself.
  "no React": [{ boxes: boxes(false) }, "unknown: box-before-settings"],
  "no React, checked box": [{ boxes: boxes(true) }, "exposed"],
  "no React, the settings have arrived": [{ boxes: boxes(false), settingsRequest: 200 }, "unknown: box-alone"],
  "no React, the request for the settings failed": [
    { boxes: boxes(false), settingsRequest: 500 },
    "unknown: settings-refused",
  ],
  "no React, the request's status is not told": [
    { boxes: boxes(false), settingsRequest: 0 },
    "unknown: box-before-settings",
  ],
  "no React, another request that ends like the one for the settings": [
    { boxes: boxes(false), requests: [{ name: otherAddress, responseEnd: 250, responseStatus: 200 }] },
    "unknown: box-before-settings",
  ],
  "a store in React that is another's": [
    { state: { settings: {}, theme: "dark" }, boxes: boxes(false), settingsRequest: 200 },
    "unknown: box-alone",
  ],
  "another's store before X's": [
    { state: loadedState(on), root: (store) => besideAnother(store), boxes: boxes(true) },
    "exposed",
  ],
  "no store in React": [
    { state: {}, root: () => ({ __reactContainer$a: {} }), boxes: boxes(false) },
    "unknown: box-before-settings",
  ],
  "the store throws": [
    { state: {}, root: () => fiberRoot({ getState: () => JSON.parse("") }), boxes: boxes(false) },
    "unknown: box-before-settings",
  ],
  "a getter throws": [{ state: settingsThatThrow, boxes: boxes(false) }, "unknown: box-before-settings"],
  "state is renamed": [{ state: { ...renamed, preferences: {} }, boxes: boxes(false) }, "unknown: box-before-settings"],
  "state is nothing": [{ state: null, boxes: boxes(false) }, "unknown: box-before-settings"],
  "fetchStatus is an unknown word": [
    { state: loadedState({}, status("ready")), boxes: boxes(false) },
    "unknown: box-before-settings",
  ],
  "one more wrapper around the root": [{ state: loadedState(on), root: (store) => fiberRoot(store, 12) }, "exposed"],

  // Boxes.
  "three boxes, two with their labels": [
    { state: loadedState(), boxes: [...boxes(false), ["Third", true]] },
    "protected",
  ],
  "three boxes, unknown labels": [
    { boxes: [...unknownBoxes(true, true), ["Third", true]], settingsRequest: 200 },
    "unknown: nothing-known",
  ],
  "no boxes and no memory": [{ settingsRequest: 200 }, "unknown: nothing-known"],
  "unknown labels, checked": [{ boxes: unknownBoxes(false, true), settingsRequest: 200 }, "exposed"],
  "unknown labels, unchecked": [
    { boxes: unknownBoxes(false, false), settingsRequest: 200 },
    "unknown: box-without-label",
  ],
  "unknown labels beside a memory that says off": [
    { state: loadedState(), boxes: unknownBoxes(false, false) },
    "protected",
  ],
  "swapped order": [
    {
      boxes: [
        [phoneLabel, true],
        [emailLabel, false],
      ],
      settingsRequest: 200,
    },
    "exposed",
  ],
  "swapped order, off": [
    {
      state: loadedState({ discoverable_by_email: true }),
      boxes: [
        [phoneLabel, false],
        [emailLabel, true],
      ],
    },
    "protected",
  ],
  "unknown labels in swapped order against the memory": [
    { state: loadedState({ discoverable_by_email: true }), boxes: unknownBoxes(false, true) },
    "unknown: witnesses-differ",
  ],
  "the label twice, both unchecked": [
    { boxes: [...boxes(false), [phoneLabel, false]], settingsRequest: 200 },
    "unknown: box-not-alone",
  ],
  "the label once more behind very many other boxes": [
    { boxes: [...boxes(false), ...manyBoxes, [phoneLabel, true]], settingsRequest: 200 },
    "unknown: box-not-alone",
  ],
  "the label behind very many other boxes, against the memory": [
    { state: loadedState(), boxes: [...manyBoxes, ...boxes(true)] },
    "unknown: box-not-alone",
  ],
  "very many boxes, checked": [{ boxes: [...boxes(true), ...manyBoxes] }, "exposed"],
  "the label twice, one checked": [{ boxes: [[phoneLabel, false], ...boxes(true)], settingsRequest: 200 }, "exposed"],

  "the label on a box that cannot be seen": [
    { html: `<div style="display: none">${forged}</div>`, settingsRequest: 200 },
    "unknown: box-not-plain",
  ],
  "the label on a box that says something else by its role": [
    { html: forged.replaceAll("<input", '<input aria-checked="true"'), settingsRequest: 200 },
    "unknown: box-not-plain",
  ],
  "the same beside a memory that says off": [
    { state: loadedState(), html: forged.replaceAll("<input", '<input aria-checked="true"') },
    "unknown: box-not-plain",
  ],
  "the labels first, and more boxes than are looked at": [
    { html: flood, boxes: boxes(true), settingsRequest: 200 },
    "unknown: box-not-alone",
  ],
  "more boxes than are looked at beside a memory that says off": [
    { state: loadedState(), html: flood, boxes: boxes(true) },
    "unknown: box-not-alone",
  ],
  "the label, then more than a label holds": [
    { boxes: boxes(true).map(([label, isOn]) => [label + " ".repeat(1000), isOn]), settingsRequest: 200 },
    "exposed",
  ],
  "the label, then more than a label holds, off": [
    { boxes: boxes(false).map(([label, isOn]) => [label + " ".repeat(1000), isOn]), settingsRequest: 200 },
    "unknown: box-without-label",
  ],

  // Disagreement and timing.
  "memory says off, box says on": [{ state: loadedState(), boxes: boxes(true) }, "unknown: witnesses-differ"],
  "memory says on, box says off": [{ state: loadedState(on), boxes: boxes(false) }, "unknown: witnesses-differ"],
  "boxes are drawn before the settings are asked for": [
    { state: loadedState({}, status("none")), boxes: boxes(false) },
    "unknown: box-too-early",
  ],
  "boxes are drawn while the settings are loading": [
    { state: loadedState({}, status("loading")), boxes: boxes(false) },
    "unknown: box-too-early",
  ],
  "a write is pending, off": [{ state: loadedState({}, pending), boxes: boxes(false) }, "unknown: write-pending"],
  "a write is pending, on": [{ state: loadedState(on, pending), boxes: boxes(true) }, "exposed"],
  "a write is pending, and much has happened since": [
    { state: loadedState({}, logOf(write, ...others(600))), boxes: boxes(false) },
    "unknown: write-pending",
  ],
  "the log of writes is longer than can be read": [
    { state: loadedState({}, logOf(write, ...others(5000))), boxes: boxes(false) },
    "unknown: write-pending",
  ],
  "the log of writes is missing": [
    { state: loadedState({}, { optimist: undefined }), boxes: boxes(false) },
    "unknown: memory-not-understood",
  ],
  "the log of writes is no list": [
    { state: loadedState({}, { optimist: { 0: write } }), boxes: boxes(false) },
    "unknown: write-pending",
  ],
  "a write has no name": [
    { state: loadedState({}, logOf({ beforeState: {} })), boxes: boxes(false) },
    "unknown: write-pending",
  ],
  "the log of writes is missing, on": [{ state: loadedState(on, { optimist: undefined }) }, "exposed"],
  "the log of writes is missing, and the settings have arrived": [
    { state: loadedState({}, { optimist: undefined }), boxes: boxes(false), settingsRequest: 200 },
    "unknown: memory-not-understood",
  ],
  "what was drawn at first says off": [{ state: loadedState(on), root: afterStaleTree }, "exposed"],

  // Accounts.
  "settings of one account, session of another": [
    { state: loadedState({ screen_name: "eve" }), boxes: boxes(false) },
    "unknown: two-accounts",
  ],
  "a handle with markup in it": [
    { state: loadedState({ screen_name: "<b>ada</b>" }, { entities: {} }) },
    "unknown: memory-not-understood",
  ],
  "a handle with markup in it, on": [
    { state: loadedState({ ...on, screen_name: "<b>ada</b>" }, { entities: {} }) },
    "exposed",
  ],
};

describe("the phone switch on X", () => {
  it.each(Object.entries(cases))("%s", (_name, [drawn, verdict]) => {
    expect(verdictOn("x.phone", drawn)).toBe(verdict);
  });

  it("is not believed off by a box that was seen only once, when patience runs out", () => {
    const drawn = { boxes: boxes(false), settingsRequest: 200 };
    expect(verdictOn("x.phone", drawn, { steadyFor: 0 })).toBe("unknown: box-too-early");
    expect(verdictOn("x.phone", { ...drawn, boxes: boxes(true) }, { steadyFor: 0 })).toBe("exposed");
  });

  it("is not believed off by a page where nobody is signed in, when patience runs out", () => {
    const drawn = { state: loadedState({}, { session: { isLoaded: true } }), boxes: boxes(false) };
    expect(verdictOn("x.phone", drawn, { steadyFor: 0 })).toBe("unknown: memory-not-understood");
  });
});

describe("the phone switch on X, where the page can be loaded once more", () => {
  /** What a first look comes to, whatever the boxes say. */
  it.each<[string, DrawnPage, string]>([
    ["a memory that is as it should be", { state: loadedState(), settingsRequest: 200 }, "protected"],
    ["a memory that says on", { state: loadedState(on), settingsRequest: 200 }, "exposed"],
    [
      "a memory that lacks the field",
      { state: loadedState({ discoverable_by_mobile_phone: undefined }) },
      "unknown: field-missing",
    ],
    ["a memory that waits for a write", { state: loadedState({}, pending) }, "unknown: write-pending"],
    ["a memory of two accounts", { state: loadedState({ screen_name: "eve" }) }, "unknown: two-accounts"],
    ["no React", {}, "unread"],
    ["no React, the settings have arrived", { settingsRequest: 200 }, "unread"],
    ["the store throws", { state: {}, root: () => fiberRoot({ getState: () => JSON.parse("") }) }, "unread"],
    ["a store that is another's", { state: { settings: {}, theme: "dark" } }, "unread"],
    ["fetchStatus is an unknown word", { state: loadedState({}, status("ready")) }, "unread"],
    ["the log of writes is missing", { state: loadedState({}, { optimist: undefined }) }, "unread"],
    ["nobody knows who is signed in", { state: loadedState({}, { session: {} }) }, "unread"],
    ["a handle with markup in it", { state: loadedState({ screen_name: "<b>ada</b>" }, { entities: {} }) }, "unread"],
  ])("%s", (_name, drawn, verdict) => {
    const isOn = verdict === "exposed";
    expect(verdictOn("x.phone", { boxes: boxes(isOn), ...drawn }, { way: "first" })).toBe(verdict);
    if (verdict !== "unread") return;
    // A checked box can warn already; but what the answers say is better than what is drawn.
    expect(verdictOn("x.phone", { boxes: boxes(true), ...drawn }, { way: "first" })).toBe("unread");
  });
});
