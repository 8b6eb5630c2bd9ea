import { beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../src/audit/judge";
import type { Reading } from "../../src/audit/reading";
import type { Evidence } from "../../src/audit/site";
import { sites } from "../../src/sites";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { asItIs, fuzz, type Outcome, type Subject } from "./fuzz";
import { mutationNames } from "./mutations";
import { placesIn, put, valueAt } from "./tree";
import { declared } from "./world";

/**
 * One seed, always the same: what fails here fails for everybody, and passes again only when it is mended. New cases
 * are what `npm run fuzz` is for, which draws another seed every time.
 */
const seed = 20_260_510;

/** Far more than is needed, for machines with much else to do. */
const timeout = 60_000;

describe("changed pages", () => {
  let outcome: Outcome;
  beforeAll(() => {
    outcome = fuzz(asItIs, { seed, cases: 1000 });
  }, timeout);

  it("never reassure without proof", () => {
    expect(outcome.fault).toBeNull();
    expect(outcome.totals.cases).toBe(1000);
  });

  it("are changed in every way, and still come to every verdict", () => {
    const { totals } = outcome;
    expect([...totals.mutations.keys()].sort()).toEqual([...mutationNames].sort());
    const all = [...totals.verdicts.values()].reduce((sum, times) => sum + times, 0);
    const share = (verdict: string) => (totals.verdicts.get(verdict) ?? 0) / all;
    expect(share("protected")).toBeGreaterThan(0.2);
    expect(share("exposed")).toBeGreaterThan(0.2);
    expect(share("unknown")).toBeGreaterThan(0.1);
    expect(totals.verdicts.get("dormant")).toBeGreaterThan(30);
  });

  it("are made of all the settings that are read", () => {
    const [site] = sites;
    expect(Object.keys(declared)).toEqual(site.settings.map(({ id }) => id));
    for (const { id, states } of site.settings) {
      const { closed = [], open = [] } = declared[id] ?? {};
      expect(closed.length + open.length, id).toBe(Object.keys(states).length);
    }
  });
});

/** Makes a careless reader: one that changes what the page said, before anybody else has seen it. */
function reading(change: (evidence: unknown) => void): Subject {
  const distort = (evidence: Evidence) => {
    const changed = structuredClone(evidence);
    change(changed);
    return changed;
  };
  return { ...asItIs, distort };
}

const values = ["memory", "values"];
const fields = Object.values(declared).map(({ field }) => field);

function takeForFalse(isTaken: (value: unknown) => boolean) {
  return reading((evidence) => {
    for (const field of fields) {
      if (isTaken(valueAt(evidence, [...values, field]))) put(evidence, [...values, field], false);
    }
  });
}

function alwaysPut(path: readonly string[], value: unknown) {
  return reading((evidence) => put(evidence, path, value));
}

/** What a careless reader or judge may do, and what it is caught at. */
const carelessness: Record<string, readonly [Subject, RegExp]> = {
  "takes a missing field for false": [takeForFalse((value) => value === undefined), /not understood/],
  "takes a strange value for false": [takeForFalse((value) => typeof value === "object"), /not understood/],
  "passes a pending write by": [
    alwaysPut(["memory", "hasPendingWrite"], false),
    /nothing left to save|nobody proves it/,
  ],
  "passes another session by": [alwaysPut(["memory", "cookie"], "same"), /of one account/],
  "passes another account's settings by": [
    alwaysPut(["memory", "handles", "settings"], null),
    /of one account|number is not proven/,
  ],
  "believes a memory that is still loading": [
    alwaysPut(["memory", "status"], "loaded"),
    /nobody proves it|not there yet/,
  ],
  "believes boxes before the settings have come": [
    alwaysPut(["page", "settingsArrivedAt"], 1_700_000_000_100),
    /nothing shows that the settings had come/,
  ],
  "is on the right page wherever it is": [alwaysPut(["page", "page"], "contacts"), /not the page/],
  "passes the page's own failure by": [alwaysPut(["page", "status"], 200), /not the page/],
  "takes an empty list of numbers for a loaded one": [
    alwaysPut(["memory", "devices", "status"], "loaded"),
    /absence of a number is not proven/,
  ],
  "knows boxes by their place": [
    reading((evidence) => {
      for (const [index, setting] of (["x.email", "x.phone"] as const).entries()) {
        const path = ["page", "boxes", String(index), "label"];
        const [label] = labelFingerprints.get(setting) ?? [];
        if (valueAt(evidence, path) !== undefined) put(evidence, path, label);
      }
    }),
    /nobody proves it|its box is checked|more than one/,
  ],
  "looks at the first of two boxes": [
    reading((evidence) => {
      const boxes = valueAt(evidence, ["page", "boxes"]);
      if (!Array.isArray(boxes)) return;
      const isFirst = (box: unknown, index: number) =>
        boxes.findIndex((other) => valueAt(other, ["label"]) === valueAt(box, ["label"])) === index;
      put(evidence, ["page", "boxes"], boxes.filter(isFirst));
    }),
    /more than one box/,
  ],
  "reads the boxes upside down": [
    reading((evidence) => {
      for (const path of placesIn(evidence).filter((place) => place.at(-1) === "isChecked")) {
        put(evidence, path, valueAt(evidence, path) !== true);
      }
    }),
    /its box is checked/,
  ],
  "takes weak evidence for strong": [
    judging(({ strength }) => strength === "weak"),
    /nothing left to save|nobody proves it|seen only once/,
  ],
  "passes doubts by": [
    {
      ...asItIs,
      judge: (setting, observation) => {
        const readings = (observation.readings.get(setting.id) ?? []).filter(({ strength }) => strength !== "doubt");
        return judge(setting, { ...observation, readings: new Map([[setting.id, readings]]) });
      },
    },
    /not understood|more than one box/,
  ],
  "believes a tab that was open already": [
    {
      ...asItIs,
      judge: (setting, observation) => judge(setting, { ...observation, isFresh: true }),
    },
    /open already/,
  ],
};

/** Makes a careless judge, to whom some readings are stronger than they are. */
function judging(isStrong: (reading: Reading) => boolean): Subject {
  return {
    ...asItIs,
    judge: (setting, observation) => {
      const readings = (observation.readings.get(setting.id) ?? []).map((one): Reading => {
        return isStrong(one) && one.strength !== "doubt" ? { ...one, strength: "strong" } : one;
      });
      return judge(setting, { ...observation, readings: new Map([[setting.id, readings]]) });
    },
  };
}

describe("who is careless is caught", { timeout }, () => {
  it.each(Object.entries(carelessness))("%s", (_name, [subject, caught]) => {
    const { fault } = fuzz(subject, { seed, cases: 1000, shrinks: false });
    expect(fault).toMatch(caught);
  });

  it("and shown the smallest case, and how to see it again", () => {
    const broken = alwaysPut(["memory", "hasPendingWrite"], false);
    const { fault } = fuzz(broken, { seed, cases: 1000 });
    expect(fault?.match(/"name": /g)).toHaveLength(1);
    const [, path = ""] = /--path (\S+)$/.exec(fault ?? "") ?? [];
    expect(fuzz(broken, { seed, cases: 1000, path }).fault).toBe(fault);
  });
});
