import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conclude } from "../../src/audit/conclude";
import type { Finding } from "../../src/audit/finding";
import { observe } from "../../src/audit/observation";
import { type SawFile, sayFindings, writeSaw } from "../../src/audit/saw";
import { x } from "../../src/sites/x";
import { anyEvidence } from "./any-evidence";

describe("the text of a file", () => {
  const look = { visit: "contacts", way: "first", steadyFor: 5, isLast: false } as const;
  const file: SawFile = {
    format: "unlisted-saw",
    version: 1,
    site: "x",
    unlisted: "0.1.0",
    browser: "firefox",
    looks: [{ ...look, saw: { page: { page: "contacts", boxes: [] }, memory: null } }],
    findings: { "x.phone": "protected", "x.email": "unknown: box-alone" },
  };

  it("can be read by people, a part on each line", () => {
    expect(writeSaw(file)).toBe(`{
 "format": "unlisted-saw",
 "version": 1,
 "site": "x",
 "unlisted": "0.1.0",
 "browser": "firefox",
 "looks": [
  {
   "visit": "contacts", "way": "first", "steadyFor": 5, "isLast": false,
   "saw": {
    "page": {
     "page": "contacts",
     "boxes": []
    },
    "memory": null
   }
  }
 ],
 "findings": {
  "x.phone": "protected",
  "x.email": "unknown: box-alone"
 }
}
`);
  });

  it("is JSON that says the same, whatever was seen", () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 3 }), (all) => {
        const seen = all.map((evidence) => ({ ...look, saw: x.describe(evidence) }));
        const text = writeSaw({ ...file, looks: seen });
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...file, looks: seen })));
      }),
    );
  });

  it("has the verdicts, and of what is unknown the detail, or where there is none the reason", () => {
    const observation = observe({ account: "ada", asOf: 1 });
    const result = conclude(x.id, x.settings.slice(0, 2), observation);
    expect(sayFindings(result)).toEqual({ "x.phone": "unknown: nobody-looked", "x.email": "unknown: nobody-looked" });
    const kept: Finding = { setting: "x.phone", verdict: "unknown", reason: "offline", state: null, readings: [] };
    const proven: Finding = { setting: "x.email", verdict: "protected", state: "off", readings: [] };
    expect(sayFindings({ ...result, findings: [kept, proven] })).toEqual({
      "x.phone": "unknown: offline",
      "x.email": "protected",
    });
  });
});
