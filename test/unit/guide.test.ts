import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/audit/check-result";
import type { Finding } from "../../src/audit/finding";
import type { Reading } from "../../src/audit/reading";
import { describeGuide } from "../../src/guide/describe";
import {
  advance,
  chooseSteps,
  currentStep,
  GuideSession,
  isAbandoned,
  type Phase,
  sumUp,
} from "../../src/guide/session";
import { x } from "../../src/sites/x";

const off: Reading = { strength: "strong", witness: "memory", says: "off" };

/** Verdicts on phone and e-mail, by their first letters, and whether a number is on file. */
function known(phone: Finding["verdict"], email: Finding["verdict"], number: "yes" | "no" = "yes"): CheckResult {
  const found = (setting: string, verdict: Finding["verdict"]): Finding =>
    verdict === "unknown"
      ? { setting, verdict, reason: "page-changed", state: null, readings: [] }
      : {
          setting,
          verdict,
          state: verdict === "protected" ? "off" : "on",
          readings: verdict === "protected" ? [off] : [],
        };
  return {
    version: 1,
    site: "x",
    account: "ada",
    source: "fresh-load",
    asOf: 1,
    failure: null,
    findings: [found("x.phone", phone), found("x.email", email)],
    numberOnFile: { answer: number },
  };
}

/** As version 0.1.0 has kept what it proved by boxes that were not checked, and by nothing else. */
function byBoxesAlone(result: CheckResult): CheckResult {
  const findings = result.findings.map((finding) => ({ ...finding, readings: [{ ...off, witness: "page" } as const] }));
  return { ...result, findings };
}

function session(changes: Partial<GuideSession> = {}): GuideSession {
  const before = known("exposed", "exposed");
  return {
    tab: 1,
    account: "ada",
    steps: chooseSteps(x, "x.phone", before),
    at: 0,
    phase: { name: "asking" },
    before,
    begunAt: 0,
    lastSignAt: 0,
    ...changes,
  };
}

describe("the steps of a guide", () => {
  const advice = ["x.remove-number", "x.remove-contacts"];

  it.each<[string, string, CheckResult | null, string[]]>([
    ["the chosen switch first", "x.email", known("exposed", "exposed"), ["x.email", "x.phone", ...advice]],
    ["no switch that is off", "x.phone", known("exposed", "protected"), ["x.phone", ...advice]],
    ["no switch that is not known", "x.phone", known("exposed", "unknown"), ["x.phone", ...advice]],
    [
      "nothing of a number that is not there",
      "x.phone",
      known("dormant", "protected", "no"),
      ["x.phone", advice[1] ?? ""],
    ],
    ["the chosen switch where nothing is known", "x.phone", null, ["x.phone", ...advice]],
  ])("are %s", (_name, setting, result, steps) => {
    expect(chooseSteps(x, setting, result)).toEqual(steps);
  });

  it("lead from switch to switch, to the question whether to go on, and to the end", () => {
    const seen: string[] = [];
    for (let now = session(); ; now = advance(now, x)) {
      seen.push(`${currentStep(now, x)?.id ?? "end"}: ${now.phase.name}`);
      if (now.phase.name === "summary") break;
    }
    expect(seen).toEqual([
      "x.phone: asking",
      "x.email: asking",
      "x.remove-number: offer",
      "x.remove-contacts: asking",
      "end: summary",
    ]);
  });

  it("are forgotten after ten minutes, not before", () => {
    expect(isAbandoned(session({ lastSignAt: 1000 }), 600_999)).toBe(false);
    expect(isAbandoned(session({ lastSignAt: 1000 }), 601_001)).toBe(true);
  });

  it("survive being kept as JSON, and nothing else does", () => {
    const kept = JSON.parse(JSON.stringify(session()));
    expect(GuideSession.safeParse(kept).success).toBe(true);
    expect(GuideSession.safeParse({ ...kept, phase: { name: "certain" } }).success).toBe(false);
    expect(GuideSession.safeParse({ ...kept, steps: "x.phone" }).success).toBe(false);
  });
});

describe("what the overlay says", () => {
  const view = (phase: Phase, at = 0, result: CheckResult | null = null) =>
    describeGuide(session({ phase, at }), x, result);
  const actions = (phase: Phase, at = 0) => view(phase, at).actions.map(({ action }) => action);

  it.each<[string, Phase, string[]]>([
    ["while it asks", { name: "asking" }, ["switch-off", "skip"]],
    ["while it works", { name: "working" }, []],
    ["done by the person", { name: "done", undoTo: null }, ["next"]],
    ["done by Unlisted", { name: "done", undoTo: "on" }, ["next", "undo"]],
    ["taken back", { name: "undone" }, ["next", "switch-off"]],
    ["failed", { name: "failed", reason: "not-saved" }, ["retry", "skip"]],
    ["another account", { name: "failed", reason: "account-changed" }, ["close"]],
  ])("offers of a switch, %s", (_name, phase, offered) => {
    expect(actions(phase)).toEqual(offered);
  });

  it("never offers to do for the person what would cost them something", () => {
    for (const at of [2, 3]) {
      const phases: Phase[] = [
        { name: "asking" },
        { name: "done", undoTo: null },
        { name: "failed", reason: "offline" },
      ];
      for (const phase of phases) {
        expect(actions(phase, at)).not.toContain("switch-off");
        expect(view(phase, at).watches).toBe(false);
      }
    }
    expect(view({ name: "asking" }, 2).warning).toContain("authenticator app");
  });

  it("listens for a thrown switch only while it asks for one", () => {
    const phases: Phase[] = [{ name: "working" }, { name: "undone" }, { name: "failed", reason: "not-saved" }];
    expect(view({ name: "asking" }).watches).toBe(true);
    for (const phase of phases) expect(view(phase).watches).toBe(false);
  });

  it.each<[string, CheckResult | null, string]>([
    ["both switches off", known("protected", "protected"), "good"],
    ["one still on", known("protected", "exposed"), "calm"],
    ["one that is not known", known("protected", "unknown"), "calm"],
    ["a check of another account", { ...known("protected", "protected"), account: "bob" }, "calm"],
    ["a check that failed", { ...known("protected", "protected"), failure: "offline" }, "calm"],
    ["a tab that was open already", { ...known("protected", "protected"), source: "open-tab" }, "calm"],
    ["what version 0.1.0 has kept, by the boxes alone", byBoxesAlone(known("protected", "protected")), "calm"],
    ["no check at all", null, "calm"],
  ])("reassures in the end only of what is proven: %s", (_name, result, mood) => {
    const summary = describeGuide(sumUp(session()), x, result);
    expect(summary.mood).toBe(mood);
    const isProven = mood === "good";
    expect(summary.facts?.rows.slice(0, 2).every(({ after }) => after === "Off")).toBe(isProven);
    const offer = view({ name: "offer" }, 2, result).words.join(" ");
    expect(offer.includes("Both switches are off")).toBe(isProven);
  });
});
