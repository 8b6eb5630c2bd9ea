import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, CheckResult, KeptResults } from "../../src/audit/check-result";
import { changesIn, concludeFailure, keep } from "../../src/audit/conclude";
import { Reason } from "../../src/audit/reason";
import { chooseShown, findingOf } from "../../src/audit/shown";
import { x } from "../../src/sites/x";
import { changes, results } from "./samples";

const fresh = results.filter(({ source, failure }) => source === "fresh-load" && failure === null);
const fromTabs = results.filter(({ source }) => source === "open-tab");
const failures = Reason.options.map((reason) => concludeFailure(x.id, x.settings, { reason }, 5000));

/** A result that is about some account, as of some time. */
function anyOf(choices: readonly CheckResult[]): fc.Arbitrary<CheckResult> {
  return fc
    .record({
      result: fc.constantFrom(...choices),
      account: fc.constantFrom("ada", "eve", null),
      asOf: fc.nat({ max: 3 }),
    })
    .map(({ result, account, asOf }) => ({ ...result, account, asOf }));
}

const anyResult = fc.oneof(anyOf(fresh), anyOf(fromTabs), fc.constantFrom(...failures));
const anyCheck = fc.tuple(anyResult, fc.subarray([...changes]));
/** Now, also where the results are dated ahead of it. */
const anyTime = fc.nat({ max: 4 });
const runs = { numRuns: 1000 };

describe("what is kept of any row of checks", () => {
  const anyRow = fc.array(anyCheck, { minLength: 1, maxLength: 8 });
  const keepAll = (row: readonly (readonly [CheckResult, readonly Change[]])[]) =>
    row.reduce<KeptResults | null>((kept, [result, made]) => keep(kept, result, made), null);

  it("is the last, and behind failed ones the last answer", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const kept = keepAll(row);
        const answers = row.map(([result]) => result).filter(({ failure }) => failure === null);
        expect(kept?.latest).toBe(row.at(-1)?.[0]);
        const answer = kept?.latest.failure === null ? kept.latest : (kept?.earlier ?? null);
        expect(answer).toBe(answers.at(-1) ?? null);
        if (kept?.latest.failure === null) expect(kept.earlier).toBeNull();
      }),
      runs,
    );
  });

  it("is each switch's last change that was asked for, and one that failed only once", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const asked = row.flatMap(([, made]) => made);
        const newest = row.at(-1)?.[1] ?? [];
        const last = ["x.phone", "x.email"].flatMap(
          (setting) => asked.findLast((change) => change.setting === setting) ?? [],
        );
        const expected = last.filter((change) => change.failure === null || newest.includes(change));
        const kept = keepAll(row);
        expect(new Set(kept ? changesIn(kept) : [])).toEqual(new Set(expected));
      }),
      runs,
    );
  });
});

describe("what is shown, with whatever open tab", () => {
  it("reassures only by a check that proved it for the account that is shown", () => {
    fc.assert(
      fc.property(fc.option(anyResult), fc.option(anyOf(fromTabs)), anyTime, (latest, openTab, now) => {
        const shown = chooseShown(latest, openTab, now);
        expect(shown ? [latest, openTab] : [null]).toContain(shown);
        if (!shown) expect([latest, openTab]).toEqual([null, null]);
        for (const setting of shown ? x.settings : []) {
          if (!shown) continue;
          const { verdict } = findingOf(shown, setting);
          if (verdict !== "protected" && verdict !== "dormant") continue;
          expect(shown).toBe(latest);
          expect(shown).toMatchObject({ source: "fresh-load", failure: null });
        }
      }),
      runs,
    );
  });

  it("never reassures by what is drawn alone, as version 0.1.0 did", () => {
    fc.assert(
      fc.property(anyOf(fresh), fc.constantFrom(...x.settings), (result, setting) => {
        const drawn = { strength: "strong", witness: "page", says: "off" } as const;
        const findings = result.findings.map((finding) => ({ ...finding, readings: [drawn, drawn] }));
        const found = result.findings.find(({ setting: id }) => id === setting.id)?.verdict;
        const { verdict } = findingOf({ ...result, findings }, setting);
        expect(verdict).toBe(found === "protected" ? "unknown" : found);
      }),
      runs,
    );
  });

  it("is no failure where a tab has an answer", () => {
    fc.assert(
      fc.property(fc.constantFrom(...failures), anyOf(fromTabs), anyTime, (latest, openTab, now) => {
        expect(chooseShown(latest, openTab, now)).toBe(openTab);
      }),
      runs,
    );
  });

  it("keeps to an answer unless a tab of the same account that is no older warns, or the answer is dated ahead", () => {
    fc.assert(
      fc.property(anyOf(fresh), anyOf(fromTabs), anyTime, (latest, openTab, now) => {
        const isOther = openTab.account !== null && latest.account !== openTab.account;
        if (isOther || chooseShown(latest, openTab, now) === latest) return;
        expect(openTab.asOf >= latest.asOf || latest.asOf > now).toBe(true);
        expect(openTab.findings.map(({ verdict }) => verdict)).toContain("exposed");
      }),
      runs,
    );
  });

  it("says of a setting that nobody has looked at that it is not known", () => {
    fc.assert(
      fc.property(anyResult, fc.constantFrom(...x.settings), (result, setting) => {
        const findings = result.findings.filter((finding) => finding.setting !== setting.id);
        expect(findingOf({ ...result, findings }, setting)).toMatchObject({ verdict: "unknown", state: null });
        expect(result.findings).toContain(findingOf(result, setting));
      }),
      runs,
    );
  });
});
