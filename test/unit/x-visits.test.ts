import { describe, expect, it } from "vitest";
import type { Assessment, Visit, Way } from "../../src/audit/site";
import { contactsVisit, glance, phoneVisit } from "../../src/sites/x/visits";
import { type DrawnPage, emailLabel, gatherFrom, loadedAt, loadedState, phoneLabel } from "./x-page";

const boxes = [
  [emailLabel, false],
  [phoneLabel, false],
] as const;
const status = (fetchStatus: string) => loadedState({}, { settings: { remote: { settings: {}, fetchStatus } } });
const nobody = { session: { isLoaded: true } };
const someone = { session: {} };
const devices = (fetchStatus: string, phone_numbers: unknown) =>
  loadedState({}, { devices: { devices: { fetchStatus, data: { phone_numbers } } } });
const fetched = (responseEnd: number, responseStatus = 200) => ({
  name: "https://api.x.com/1.1/account/settings.json",
  responseEnd,
  responseStatus,
});

const devicesFetched = {
  name: "https://api.x.com/1.1/users/email_phone_info.json",
  responseEnd: 250,
  responseStatus: 200,
};

const passwordField = "<input type=password>";
const progressBar = "<div role=progressbar></div>";
const number = "<label><input name=current_phone></label>";

const atLast = true;

/** `failed: detail`, what was told of a number or of the settings, or the assessment's kind. */
function say(assessment: Assessment): string {
  if (assessment.kind === "failed") return `failed: ${assessment.detail}`;
  if (assessment.kind !== "told") return assessment.kind;
  const { numberOnFile, readings } = assessment.testimony;
  if (!numberOnFile) return `told: ${[...(readings?.keys() ?? [])].filter((id) => /phone|email/.test(id)).join(" ")}`;
  return numberOnFile.answer === "unknown" ? `not known: ${numberOnFile.reason}` : numberOnFile.answer;
}

function assess(visit: Visit, drawn: DrawnPage, steadyFor: number, isLast = false, way: Way = "plain"): string {
  return say(visit.assess(gatherFrom(drawn), steadyFor, isLast, way));
}

const both = "told: x.phone x.email";

describe("the page with the switches", () => {
  /** What is said of a page that has been the same for so many milliseconds. */
  it.each<[string, DrawnPage, Readonly<Record<number, string>>]>([
    ["memory and boxes that agree", { state: loadedState(), boxes, settingsRequest: 200 }, { 0: both }],
    [
      "memory and boxes that agree, and no request that has ended",
      { state: loadedState(), boxes },
      { 0: "waiting", 7999: "waiting", 8000: both },
    ],
    [
      "memory and boxes that agree, and no request that has ended, while something still loads",
      { state: loadedState(), boxes, html: '<div role="progressbar"></div>' },
      { 0: "waiting", 8000: "waiting" },
    ],
    [
      "memory and boxes that contradict each other, which may be a moment's",
      { state: loadedState({ discoverable_by_mobile_phone: true }), boxes, settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory that is not understood beside a box",
      { state: loadedState({ discoverable_by_mobile_phone: null }), boxes, settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory beside a box that is there twice",
      { state: loadedState(), boxes: [...boxes, [phoneLabel, false]], settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory that is not understood beside a box that is there twice",
      {
        state: loadedState({ discoverable_by_mobile_phone: null }),
        boxes: [...boxes, [phoneLabel, false]],
        settingsRequest: 200,
      },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory before its boxes are drawn",
      { state: loadedState(), settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory and the first of its boxes",
      { state: loadedState(), boxes: [[phoneLabel, false]], settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory and the other of its boxes",
      { state: loadedState(), boxes: [[emailLabel, false]], settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "a memory that does not know yet whose it is",
      { state: loadedState({}, someone), boxes, settingsRequest: 200 },
      { 0: "waiting", 1999: "waiting", 2000: both },
    ],
    [
      "boxes alone, once the settings have arrived",
      { boxes, settingsRequest: 200 },
      { 0: "waiting", 999: "waiting", 1000: both },
    ],
    ["boxes alone, while nothing shows that the settings have arrived", { boxes }, { 7999: "waiting", 8000: both }],
    [
      "one box alone",
      { boxes: [[phoneLabel, false]], settingsRequest: 200 },
      { 7999: "waiting", 8000: "told: x.phone" },
    ],
    ["nothing that is known", {}, { 7999: "waiting", 8000: "failed: nothing-known" }],
    ["a page that is still loading", { isComplete: false }, { 8000: "waiting" }],
    ["a page that is busy", { html: progressBar }, { 8000: "waiting" }],
    ["a memory that is loading", { state: status("loading") }, { 8000: "waiting" }],
    [
      "a memory that is loading what has arrived",
      { state: status("loading"), boxes, settingsRequest: 200 },
      { 2000: "waiting", 8000: "waiting" },
    ],
    ["a memory that was not asked for yet", { state: status("none"), boxes }, { 7999: "waiting", 8000: both }],
    [
      "a memory that was not asked for what has arrived",
      { state: status("none"), boxes, settingsRequest: 200 },
      { 2000: "waiting", 7999: "waiting", 8000: both },
    ],
    ["another page", { path: "/home", state: loadedState() }, { 7999: "waiting", 8000: "failed: other-page" }],
    [
      "another page that has the settings",
      { path: "/home", state: loadedState(), settingsRequest: 200 },
      { 2000: "waiting", 8000: "failed: other-page" },
    ],
    [
      "nobody signed in",
      { state: { ...status("none"), ...nobody } },
      { 0: "waiting", 999: "waiting", 1000: "failed: nobody-signed-in" },
    ],
    ["X's sign-in page", { path: "/login", state: loadedState(), boxes }, { 0: "failed: sign-in-page" }],
    ["an answer that the site could not give", { status: 400, boxes }, { 0: "failed: page-refused" }],
    ["an answer that is no error", { status: 399, state: loadedState(), boxes, settingsRequest: 200 }, { 0: both }],
    [
      "settings that failed to load, of which nothing is recorded",
      { state: status("failed") },
      { 0: "waiting", 999: "waiting", 1000: "failed: settings-blocked" },
    ],
    [
      "settings that were refused",
      { state: status("failed"), settingsRequest: 500 },
      { 0: "failed: settings-refused" },
    ],
    [
      "a question for the password",
      { state: status("none"), html: passwordField },
      { 0: "waiting", 999: "waiting", 1000: "failed: password-field" },
    ],
    [
      "a question for the password beside the boxes",
      { boxes, html: passwordField, settingsRequest: 200 },
      { 1000: both },
    ],
  ])("that shows %s", (_name, drawn, expected) => {
    for (const [steadyFor, said] of Object.entries(expected)) {
      expect(assess(contactsVisit, drawn, Number(steadyFor)), `after ${steadyFor} ms`).toBe(said);
    }
  });

  it.each<[string, DrawnPage, string]>([
    ["has not finished loading", { isComplete: false }, "failed: still-loading"],
    ["is busy", { html: progressBar }, "failed: still-loading"],
    ["has a memory that is loading", { state: status("loading") }, "failed: still-loading"],
    ["shows nothing that is known", {}, "failed: nothing-known"],
    ["is another page, whatever its memory says", { path: "/home", state: loadedState() }, "failed: other-page"],
    ["shows boxes without proof", { boxes }, both],
  ])("that %s when patience runs out", (_name, drawn, said) => {
    expect(assess(contactsVisit, drawn, 0, atLast)).toBe(said);
  });

  it("is not there yet while it sends nothing that can be understood", () => {
    const nonsense = { memory: null, page: { boxes: "two" }, answers: null };
    expect(say(contactsVisit.assess(nonsense, 9000, false, "plain"))).toBe("waiting");
    expect(say(contactsVisit.assess(nonsense, 9000, atLast, "plain"))).toBe("failed: page-not-understood");
  });

  it.each<[string, DrawnPage, string[]]>([
    ["nothing where the settings never came, and something still loads", {}, ["weak", "weak"]],
    ["what it has, once they have come", { settingsRequest: 200 }, ["strong", "tacit"]],
  ])("proves at the end of patience %s", (_name, drawn, strengths) => {
    const evidence = gatherFrom({ state: loadedState(), boxes, html: progressBar, ...drawn });
    const assessment = contactsVisit.assess(evidence, 1000, atLast, "plain");
    const readings = assessment.kind === "told" ? assessment.testimony.readings?.get("x.phone") : [];
    expect(readings?.map((reading) => reading.strength)).toEqual(strengths);
  });

  it("speaks for its boxes where its memory cannot be understood", () => {
    const { page } = gatherFrom({ boxes, settingsRequest: 200 });
    expect(say(contactsVisit.assess({ memory: { store: "found" }, page, answers: null }, 1000, false, "plain"))).toBe(
      both,
    );
  });

  it.each<[string, DrawnPage, number]>([
    ["the settings' arrival", { requests: [fetched(250.4), fetched(300)] }, loadedAt + 250],
    ["the page's own loading, where their arrival is not known", { requests: [fetched(250, 500)] }, loadedAt],
  ])("tells news as old as %s", (_name, drawn, asOf) => {
    const assessment = contactsVisit.assess(
      gatherFrom({ state: loadedState(), boxes, ...drawn }),
      8000,
      false,
      "plain",
    );
    expect(assessment).toMatchObject({ kind: "told", testimony: { account: "ada", asOf } });
  });
});

describe("the page with the number", () => {
  const path = "/settings/phone";

  it.each<[string, DrawnPage, Readonly<Record<number, string>>]>([
    ["a number", { html: number }, { 0: "yes" }],
    ["a number that the memory has too", { html: number, state: devices("loaded", [{}]) }, { 0: "yes" }],
    ["a number that the memory does not have yet", { html: number, state: devices("loading", []) }, { 0: "yes" }],
    [
      "a number that the memory denies",
      { html: number, state: devices("loaded", []), requests: [devicesFetched] },
      { 0: "waiting", 999: "waiting", 1000: "failed: witnesses-differ" },
    ],
    ["no number, and a memory that has one", { state: devices("loaded", [{}]) }, { 0: "yes" }],
    ["no number, and a memory that had one before it loaded", { state: devices("none", [{}]) }, { 0: "yes" }],
    [
      "no number, as the memory says",
      { state: devices("loaded", []), requests: [devicesFetched] },
      { 0: "waiting", 999: "waiting", 1000: "no" },
    ],
    [
      "no number, as an old memory says while the list is on its way",
      { state: devices("loaded", []), requests: [fetched(250)] },
      { 0: "waiting", 1000: "waiting", 7999: "waiting", 8000: "no" },
    ],
    [
      "the same while something still loads",
      { state: devices("loaded", []), requests: [devicesFetched], html: progressBar },
      { 1000: "waiting", 8000: "waiting" },
    ],
    [
      "no number, where the list was refused",
      { state: devices("loaded", []), requests: [{ ...devicesFetched, responseStatus: 500 }] },
      { 1000: "waiting" },
    ],
    [
      "no number, before the memory has loaded its list",
      { state: devices("none", []) },
      { 0: "waiting", 7999: "waiting", 8000: "failed: number-not-shown" },
    ],
    ["a list that failed to load", { state: devices("failed", []) }, { 0: "not known: site-error" }],
    ["a list that is none", { state: devices("loaded", { length: 0 }) }, { 0: "waiting" }],
    ["a list whose owner is not known", { state: { ...devices("loaded", []), ...someone } }, { 0: "waiting" }],
    ["nothing that is known", {}, { 0: "waiting", 8000: "failed: number-not-shown" }],
    ["a question for the password", { html: passwordField }, { 999: "waiting", 1000: "failed: password-field" }],
    ["a question for the password beside the number", { html: number + passwordField }, { 1000: "yes" }],
    [
      "no settings of a person who signed out",
      { state: { ...devices("loaded", []), ...nobody } },
      { 0: "waiting", 1000: "failed: nobody-signed-in" },
    ],
  ])("that shows %s", (_name, drawn, expected) => {
    for (const [steadyFor, said] of Object.entries(expected)) {
      expect(assess(phoneVisit, { path, ...drawn }, Number(steadyFor)), `after ${steadyFor} ms`).toBe(said);
    }
  });

  it("is not the page with the switches", () => {
    expect(assess(phoneVisit, { state: devices("loaded", []), boxes }, 1000)).toBe("waiting");
  });

  it("tells whose number it speaks of", () => {
    const seen = gatherFrom({ path, state: devices("loaded", []), requests: [fetched(250), devicesFetched] });
    expect(phoneVisit.assess(seen, 1000, false, "plain")).toMatchObject({
      testimony: { account: "ada", asOf: loadedAt + 250 },
    });
  });
});

describe("settings that were there before any had come", () => {
  const early = gatherFrom({ state: loadedState(), boxes, isComplete: false });
  const late = gatherFrom({ state: loadedState(), boxes, settingsRequest: 200 });
  const arrivedAt = loadedAt + 250;
  const assessAfter = (at: number, steadyFor: number) =>
    say(contactsVisit.assess(late, steadyFor, false, "plain", [{ evidence: early, at }]));

  it("are believed no sooner than the page has settled after the arrival", () => {
    for (const steadyFor of [0, 2000, 7999]) expect(assessAfter(arrivedAt - 1, steadyFor)).toBe("waiting");
    expect(assessAfter(arrivedAt - 1, 8000)).toBe(both);
  });

  it("are no old ones where they were only seen before the browser had recorded the arrival", () => {
    expect(assessAfter(arrivedAt + 5, 0)).toBe(both);
  });

  it("of another document say nothing of this one", () => {
    const { page, ...rest } = early;
    const other = { ...rest, page: { ...(page as object), loadedAt: loadedAt - 5000 } };
    expect(say(contactsVisit.assess(late, 0, false, "plain", [{ evidence: other, at: arrivedAt - 1 }]))).toBe(both);
  });
});

describe("a glance at an open tab", () => {
  const now = loadedAt + 90_000;
  const pending = { optimist: [{ beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } }] };

  it.each<[string, DrawnPage, number]>([
    ["its last answer", { requests: [fetched(250), fetched(60_000)] }, loadedAt + 60_000],
    ["now, while it is saving", { state: loadedState({}, pending), requests: [fetched(250)] }, now],
    ["its loading, where nothing is recorded", {}, loadedAt],
  ])("is as of %s", (_name, drawn, asOf) => {
    expect(glance(gatherFrom({ state: loadedState(), boxes, ...drawn }), now)).toMatchObject({ asOf });
  });

  it("says what its memory and its boxes say, as old news", () => {
    const seen = glance(gatherFrom({ state: loadedState(), boxes, settingsRequest: 200 }), now);
    expect(seen).toMatchObject({ account: "ada", asOf: loadedAt + 250, isFresh: false });
    expect(seen?.readings.get("x.phone")).toEqual([
      { strength: "strong", witness: "memory", says: "off" },
      { strength: "weak", witness: "page", says: "off", because: "not-fresh", detail: "open-tab" },
    ]);
  });

  it.each<[string, object, object]>([
    ["may have one", devices("none", []), { answer: "unknown", reason: "not-fresh" }],
    ["has one", devices("loaded", [{}]), { answer: "yes" }],
    ["has none, which only a fresh look can tell", devices("loaded", []), { answer: "unknown", reason: "not-fresh" }],
  ])("says whether an account has a number: it %s", (_name, state, numberOnFile) => {
    expect(glance(gatherFrom({ path: "/home", state }), now)).toMatchObject({ numberOnFile });
  });

  it.each<[string, DrawnPage]>([
    ["a page that says nothing", { path: "/home" }],
    ["a memory that has not loaded", { path: "/home", state: status("loading") }],
    ["boxes of another page", { path: "/home", boxes }],
  ])("is not given at %s", (_name, drawn) => {
    expect(glance(gatherFrom(drawn), now)).toBeNull();
  });

  it("is not given at what cannot be understood", () => {
    expect(glance({ memory: null, page: null, answers: null }, now)).toBeNull();
  });
});
