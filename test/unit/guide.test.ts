import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/audit/check-result";
import type { Finding } from "../../src/audit/finding";
import type { Reading } from "../../src/audit/reading";
import { describeGuide, type Reminding } from "../../src/guide/describe";
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

/** Verdicts on phone and email, by their first letters, and whether a number is on file. */
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
    ["no switch where the number was chosen", "x.remove-number", known("exposed", "exposed"), advice],
    [
      "the number that was chosen, also where none was found",
      "x.remove-number",
      known("exposed", "exposed", "no"),
      advice,
    ],
    ["the chosen contacts first", "x.remove-contacts", known("exposed", "exposed"), advice.toReversed()],
    ["nothing for what nobody knows", "x.unheard-of", known("protected", "protected", "no"), advice.slice(1)],
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

  it("lead from advice that was chosen to the rest of it, without asking first", () => {
    const begun = session({ steps: chooseSteps(x, "x.remove-number", known("exposed", "exposed")) });
    const second = advance(begun, x);
    expect([begun, second, advance(second, x)].map((now) => [currentStep(now, x)?.id, now.phase.name])).toEqual([
      ["x.remove-number", "asking"],
      ["x.remove-contacts", "asking"],
      [undefined, "summary"],
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
    describeGuide(session({ phase, at }), x, result, null);
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

  it("puts forward no button of its own before the person has done anything on the page", () => {
    const weights = (phase: Phase, at: number) => view(phase, at).actions.map(({ weight }) => weight);
    expect(weights({ name: "asking" }, 0)).toEqual(["main", "quiet"]);
    for (const at of [2, 3]) expect(weights({ name: "asking" }, at)).toEqual(["plain", "quiet"]);
  });

  it.each<[string, CheckResult | null, boolean]>([
    ["says on", known("exposed", "exposed"), true],
    ["says off", known("protected", "exposed"), false],
    ["speaks of another account", { ...known("exposed", "exposed"), account: "bob" }, false],
    ["was never made", null, false],
  ])("says that a box that looks thrown is not, where the fresh look %s", (_name, result, isSaid) => {
    expect(view({ name: "failed", reason: "not-saved" }, 0, result).ifThrown !== null).toBe(isSaid);
    expect(view({ name: "failed", reason: "offline" }, 0, result).ifThrown).toBeNull();
  });

  it.each<[string, CheckResult, readonly string[]]>([
    ["nothing done", known("exposed", "exposed"), ["calm", "calm", "left"]],
    ["a switch off", known("protected", "exposed"), ["good", "calm", "left"]],
    ["the number gone", known("protected", "exposed", "no"), ["good", "calm", "good"]],
    ["a switch that nobody knows any more", known("unknown", "exposed"), ["calm", "calm", "left"]],
  ])("marks in the end what has changed: %s", (_name, result, moods) => {
    const rows = describeGuide(sumUp(session()), x, result, null).facts?.rows ?? [];
    expect(rows.map(({ mood }) => mood)).toEqual(moods);
    expect(rows[2]?.after).toBe(moods[2] === "left" ? "Still there" : "No");
  });

  it("marks in the end what has become worse", () => {
    const before = known("protected", "exposed", "no");
    const rows = describeGuide(sumUp(session({ before })), x, known("exposed", "exposed"), null).facts?.rows ?? [];
    expect(rows.map(({ mood, after }) => [mood, after])).toEqual([
      ["bad", "On"],
      ["calm", "On"],
      ["bad", "Yes"],
    ]);
  });

  const may = new Date("2026-05-10T12:00").getTime();
  it.each<[string, Reminding, readonly string[], string]>([
    ["where one can be had", "offered", ["remind", "close"], "Look again in three months"],
    ["where one is set", { dueAt: may }, ["close"], "Unlisted will remind you on 10 May 2026."],
    ["where there is none to be had", null, ["close"], "Look again in three months"],
  ])("ends in a reminder, %s", (_name, reminding, offered, words) => {
    const summary = describeGuide(sumUp(session()), x, null, reminding);
    expect(summary.actions.map(({ action }) => action)).toEqual(offered);
    expect(summary.actions[0]?.weight).toBe("main");
    expect(summary.words.at(-1)).toContain(words);
  });

  it.each<[string, CheckResult | null, boolean]>([
    ["both switches off", known("protected", "protected"), true],
    ["one still on", known("protected", "exposed"), false],
    ["one that is not known", known("protected", "unknown"), false],
    ["a check of another account", { ...known("protected", "protected"), account: "bob" }, false],
    ["a check that failed", { ...known("protected", "protected"), failure: "offline" }, false],
    ["a tab that was open already", { ...known("protected", "protected"), source: "open-tab" }, false],
    ["what version 0.1.0 has kept, by the boxes alone", byBoxesAlone(known("protected", "protected")), false],
    ["no check at all", null, false],
  ])("reassures in the end only of what is proven: %s", (_name, result, isProven) => {
    const rows = describeGuide(sumUp(session()), x, result, null).facts?.rows.slice(0, 2) ?? [];
    expect(rows.every(({ after }) => after === "Off")).toBe(isProven);
    expect(rows.every(({ mood }) => mood === "good")).toBe(isProven);
    const offer = view({ name: "offer" }, 2, result).words.join(" ");
    expect(offer.includes("Both switches are off")).toBe(isProven);
  });
});
