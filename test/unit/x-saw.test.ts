import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Saw } from "../../src/audit/saw";
import type { Assessment, Evidence, Way } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { parseEvidence } from "../../src/sites/x/evidence";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { changeTree, placesIn, put, treeChanges, valueAt } from "../fuzz/tree";
import { anyEvidence } from "./any-evidence";
import { memory, overheard, page, settingsAnswer } from "./x-evidence";

/** Every word that may stand in what Unlisted saw of X: none of them tells of a person. */
const words = new Set([
  // Pages, and what became of a press, which is left out.
  ...["contacts", "phone", "dashboard", "sign-in", "locked", "other", "none"],
  // Labels, by what they name.
  ...["email", "unknown"],
  // The memory.
  ...["missing", "unreadable", "found", "fibers", "path", "new", "failed", "empty", "loading", "loaded"],
  ...["signed-in", "signed-out", "same"],
  // Accounts, by the words that stand for them.
  ...["account_a", "account_b", "account_c", "account_d", "not-a-handle"],
  // Answers.
  ...["settings", "devices", "read", "not-json", "too-large", "cut"],
  // X's own words for its settings, and the types of what is none.
  ...["all", "following", "verified", "all_enabled", "all_disabled"],
  ...["bigint", "boolean", "function", "null", "number", "object", "several", "string", "symbol", "undefined"],
]);

/** Every name that may stand before them. */
const names = new Set([
  ...["page", "memory", "answers", "status", "loadedAt", "isComplete", "settingsArrivedAt", "settingsStatus"],
  ...[
    "lastAnswerAt",
    "devicesArrivedAt",
    "boxes",
    "label",
    "isChecked",
    "isPlain",
    "hasMoreBoxes",
    "isKept",
    "isBusy",
    "asksForPassword",
  ],
  ...["showsNumber", "press", "pressedAt", "store", "app", "way", "viewer", "cookie", "isRestricted", "handles"],
  ...["settings", "session", "hasPendingWrite", "values", "devices", "numbers", "writes", "hasMore", "kind", "at"],
  ...["body", "says", "handle", "isWhole", "type"],
  ...["discoverable_by_mobile_phone", "discoverable_by_email", "address_book_live_sync_enabled", "protected"],
  ...["allow_media_tagging", "allow_dms_from", "dm_receipt_setting", "geo_enabled", "allow_ads_personalization"],
  ...["allow_logged_out_device_personalization", "allow_sharing_data_for_third_party_personalization"],
  ...["allow_location_history_personalization", "ext_sharing_audiospaces_listening_data_with_followers"],
]);

/** What in it is more than may be told. */
function findOpen(saw: Saw): readonly string[] {
  return placesIn(saw).flatMap((path) => {
    const name = path.at(-1) ?? "";
    const value = valueAt(saw, path);
    const isNamed = names.has(name) || /^\d+$/.test(name);
    return isNamed && isClosed(name, value) ? [] : [`${path.join(".")}: ${JSON.stringify(value)}`];
  });
}

function isClosed(name: string, value: unknown): boolean {
  if (typeof value === "string") return words.has(value);
  if (typeof value !== "number") return typeof value === "boolean" || typeof value === "object";
  if (!Number.isInteger(value) || value < 0) return false;
  // A count, a time since the page's beginning in tenths of a second, or a status.
  if (/^(?:numbers|writes)$/.test(name)) return value <= 9;
  return /At$|^at$/.test(name) ? value <= 600_000 && value % 100 === 0 : value <= 999;
}

const secrets = [
  "+15555550123",
  "ada@example.org",
  "ada_example",
  "1234567890",
  "3f1c-9a",
  phoneFingerprint(),
  "__proto__",
];
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom<unknown>(...secrets, 15555550123, -1, 0.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY, null, true),
  fc.constantFrom<unknown>([], {}, ["+15555550123"], { type: "+15555550123" }, { "+15555550123": true }),
);
const anyChange = fc.record({
  at: fc.nat({ max: 9999 }),
  to: fc.nat({ max: 9999 }),
  change: fc.constantFrom(...treeChanges, "hostile" as const, "hostile" as const, "hostile" as const),
  value: hostile,
});

/** Evidence that a page may have made up, in part or in whole. */
const anyHostileEvidence: fc.Arbitrary<Evidence> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ memory: fc.anything(), page: fc.anything(), answers: fc.anything() }) },
  {
    weight: 9,
    arbitrary: fc.tuple(anyEvidence, fc.array(anyChange, { minLength: 1, maxLength: 6 })).map(([evidence, changes]) => {
      // Without what two places share.
      const whole: Evidence = JSON.parse(JSON.stringify(evidence));
      for (const { at, to, change, value } of changes) {
        const places = placesIn(whole);
        const [place, goal] = [places[at % places.length], places[to % places.length]];
        if (!place || !goal) continue;
        if (change === "hostile") put(whole, place, structuredClone(value));
        else changeTree(whole, change, place, goal, to);
      }
      return whole;
    }),
  },
);

function phoneFingerprint(): string {
  return [...(labelFingerprints.get("x.phone") ?? [])][1] ?? "";
}

const runs = { numRuns: 1000 };
/** Far more than is needed, for machines with much else to do. */
const timeout = 60_000;

describe("what Unlisted saw of X", { timeout }, () => {
  it("holds nothing but closed words, counts and rounded times, whatever comes from a page", () => {
    fc.assert(
      fc.property(anyHostileEvidence, (evidence) => {
        expect(findOpen(x.describe(evidence))).toEqual([]);
      }),
      runs,
    );
  });

  it("holds nothing but those of ordinary pages either, and all that there is of them", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const saw = x.describe(evidence);
        expect(findOpen(saw)).toEqual([]);
        expect(saw.page).not.toBeNull();
        expect(saw.answers === null).toBe(evidence.answers === null);
      }),
      runs,
    );
  });

  it("is nothing where nothing can be made of the page", () => {
    expect(x.describe({ memory: memory(), page: null, answers: overheard() })).toEqual({
      page: null,
      memory: null,
      answers: null,
    });
  });

  it("tells of a page what there is to know, and nothing of whose it is", () => {
    const boxes = [...labelFingerprints].map(([, [label = ""]]) => ({ label, isChecked: true, isPlain: true }));
    const drawn = page([...boxes, { label: "1a2b3c", isChecked: false, isPlain: false }], {
      lastAnswerAt: 1_700_000_099_949,
      devicesArrivedAt: 1_700_000_099_949,
      press: "pressed",
      pressedAt: 1_700_000_000_500,
    });
    const of = memory({
      handles: { settings: "eve", session: "ada" },
      values: {
        discoverable_by_email: true,
        allow_dms_from: "following",
        protected: "ada",
        geo_enabled: { type: "ada" },
      },
      devices: { status: "loaded", numbers: 12 },
    });
    const answers = overheard(
      [
        settingsAnswer({ at: 1_699_999_999_000, says: { values: { protected: false }, handle: "EVE", isWhole: true } }),
        { kind: "devices", at: 1_700_009_999_999, status: 200, body: "read", says: { numbers: 2 } },
        { kind: "settings", at: 1_700_000_000_049, status: 403, body: "empty", says: null },
      ],
      { writes: 10, hasMore: true },
    );
    expect(x.describe({ memory: of, page: drawn, answers })).toEqual({
      page: {
        page: "contacts",
        status: 200,
        loadedAt: 0,
        isComplete: true,
        isKept: false,
        settingsArrivedAt: 400,
        settingsStatus: 200,
        lastAnswerAt: 99_900,
        devicesArrivedAt: 99_900,
        boxes: [
          { label: "phone", isChecked: true, isPlain: true },
          { label: "email", isChecked: true, isPlain: true },
          { label: "unknown", isChecked: false, isPlain: false },
        ],
        hasMoreBoxes: false,
        isBusy: false,
        asksForPassword: false,
        showsNumber: false,
        press: "none",
        pressedAt: null,
      },
      memory: {
        store: "found",
        way: "fibers",
        status: "loaded",
        viewer: "signed-in",
        cookie: "same",
        isRestricted: false,
        handles: { settings: "account_a", session: "account_b" },
        hasPendingWrite: false,
        values: {
          discoverable_by_email: true,
          allow_dms_from: "following",
          protected: { type: "string" },
          geo_enabled: { type: "object" },
        },
        devices: { status: "loaded", numbers: 9 },
      },
      answers: {
        writes: 9,
        hasMore: true,
        answers: [
          {
            kind: "settings",
            at: 0,
            status: 200,
            body: "read",
            says: { values: { protected: false }, handle: "account_a", isWhole: true },
          },
          { kind: "devices", at: 600_000, status: 200, body: "read", says: { numbers: 2 } },
          { kind: "settings", at: 0, status: 403, body: "empty", says: null },
        ],
      },
    });
  });

  it.each([
    [0, 0],
    [200, 200],
    [999, 999],
    [1000, 0],
    [-1, 0],
    [0.5, 0],
  ])("tells a status that can be one: %d as %i", (status, told) => {
    const saw = x.describe({ memory: null, page: page([], { status, settingsStatus: status }), answers: null });
    expect(saw.page).toMatchObject({ status: told, settingsStatus: told });
  });

  it.each([
    [0, 0],
    [9, 9],
    [10, 9],
    [-3, 0],
    [1.9, 1],
  ])("tells how many numbers there are, as far as that matters: %d as %i", (numbers, told) => {
    const saw = x.describe({
      memory: memory({ devices: { status: "loaded", numbers } }),
      page: page([]),
      answers: null,
    });
    expect(saw.memory).toMatchObject({ devices: { numbers: told } });
  });

  it("tells more accounts apart than there can be, and what cannot be one", () => {
    const handles = ["ada", "eve", "bob", "mia", "zoe", "<b>", "ADA"];
    const answers = overheard(handles.map((handle) => settingsAnswer({ says: { values: {}, handle, isWhole: true } })));
    const saw = x.describe({ memory: null, page: page([]), answers });
    expect(handles.map((_, index) => valueAt(saw, ["answers", "answers", String(index), "says", "handle"]))).toEqual([
      ...["account_a", "account_b", "account_c", "account_d", "account_d", "not-a-handle", "account_a"],
    ]);
  });
});

/** What an assessment says, apart from who it is and when. */
function say(assessment: Assessment): unknown {
  if (assessment.kind !== "told") return assessment;
  const { account, readings = new Map(), numberOnFile = null } = assessment.testimony;
  return { isNamed: account !== null, readings: [...readings], numberOnFile };
}

const anySteadiness = fc.constantFrom(0, 1, 999, 1000, 1999, 2000, 7999, 8000, 40_000);
const anyWay = fc.constantFrom<Way>("plain", "first", "overhearing");

describe("what is recalled of what Unlisted saw of X", { timeout }, () => {
  it("says the same as what was seen, however it is looked at", () => {
    fc.assert(
      fc.property(anyEvidence, anySteadiness, fc.boolean(), anyWay, (evidence, steadyFor, isLast, way) => {
        // By way of a file.
        const saw = JSON.parse(JSON.stringify(x.describe(evidence)));
        const recalled = x.recall(saw);
        expect(recalled).not.toBeNull();
        for (const visit of recalled ? x.visits : []) {
          const [before, after] = [evidence, recalled ?? evidence].map((one) =>
            say(visit.assess(one, steadyFor, isLast, way)),
          );
          expect(after).toEqual(before);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same once more when it is told once more", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const saw = x.describe(evidence);
        expect(x.describe(x.recall(saw) ?? evidence)).toEqual(saw);
      }),
      runs,
    );
  });

  it("is evidence that can be parsed, or nothing, whatever a file says", () => {
    const anyFile = fc.oneof(
      fc.jsonValue(),
      anyHostileEvidence.map((evidence) => JSON.parse(JSON.stringify(x.describe(evidence)))),
      anyHostileEvidence.map((evidence) => JSON.parse(JSON.stringify(evidence) ?? "null")),
    );
    fc.assert(
      fc.property(anyFile, (saw) => {
        const before = structuredClone(saw);
        const recalled = x.recall(saw);
        if (recalled) expect(parseEvidence(recalled)).not.toBeNull();
        expect(saw).toEqual(before);
      }),
      runs,
    );
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["a word", "page"],
    ["a page that is none", { page: null, memory: null, answers: null }],
    ["boxes that are none", { page: { boxes: "two" } }],
    ["a box that is none", { page: { boxes: [null, 1] } }],
  ])("is nothing where a file holds %s", (_name, saw) => {
    expect(x.recall(saw)).toBeNull();
  });

  it("knows of labels what they name, and takes no other for one", () => {
    const labels = ["phone", "email", "unknown", "address", 1, null];
    const boxes = labels.map((label) => ({ label, isChecked: false, isPlain: true }));
    const recalled = x.recall({ page: { ...page([]), boxes }, memory: null, answers: null });
    const seen = recalled && parseEvidence(recalled);
    const known = [...labelFingerprints.values()].map((of) => [...of][0]);
    expect(seen?.page.boxes.map(({ label }) => label)).toEqual([...known, "unknown", "unknown", "unknown", "unknown"]);
  });
});
