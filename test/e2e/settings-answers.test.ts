import { describe, expect, it } from "vitest";
import type { Scenario, Transport } from "../practice-site/scenario";
import { readOutcome } from "./outcome";
import { shareSession } from "./session";
import { timeCheck } from "./timed-check";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };
const unreachable = { memory: "unreachable" } as const;
/** Boxes that are drawn before anything is known, and unchecked. */
const early = { viewer: "never-known" } as const;
const long = { description: "a".repeat(10_000_000) };

const says = (text: string) => ({ settingsAnswer: { kind: "body", text } }) as const;

/**
 * How long an answer may take, in milliseconds, with time for a busy machine: where two looks may be needed, where each of
 * them waits for boxes to be drawn, and where a page must settle.
 */
const [soon, patiently, whereItSettles] = [30_000, 30_000, 30_000];

/** What is said where X's server answers well, and not with what its page has asked for. */
const bodies: Record<string, readonly [Partial<Scenario>, string]> = {
  "nothing, with a memory": [says(""), "unknown, site-error, settings-blocked"],
  "no field at all, with a memory": [says("{}"), "unknown, page-changed, field-missing"],
  "everything but the phone's field, with a memory": [
    { omit: ["discoverable_by_mobile_phone"] },
    "unknown, page-changed, field-missing",
  ],
  "10 MB, with a memory": [{ settings: { ...off, ...long } }, "protected"],
  "nothing, and boxes are drawn unchecked": [
    { ...unreachable, ...early, ...says("") },
    "unknown, page-changed, answer-not-understood",
  ],
  "nothing, and no boxes are drawn": [{ ...unreachable, ...says("") }, "unknown, page-changed, answer-not-understood"],
  "no field at all, and boxes are drawn unchecked": [
    { ...unreachable, ...early, ...says("{}") },
    "unknown, page-changed, field-missing",
  ],
  "everything but the phone's field": [
    { ...unreachable, omit: ["discoverable_by_mobile_phone"] },
    "unknown, page-changed, field-missing",
  ],
  "10 MB, off": [{ ...unreachable, settings: { ...off, ...long } }, "unknown, page-changed, answer-not-understood"],
  "10 MB, on": [{ ...unreachable, settings: { ...on, ...long } }, "exposed"],
};

describe("X's server answers with", () => {
  it.each(Object.entries(bodies))("%s", async (_name, [changes, outcome]) => {
    session().play(changes);
    const popup = await session().openPopup();
    const time = await timeCheck(popup);
    expect(await readOutcome(popup)).toBe(outcome);
    expect(time).toBeLessThan(patiently);
  });
});

const transports: readonly Transport[] = ["fetch", "xhr:", "xhr:text", "xhr:json", "xhr:blob", "xhr:arraybuffer"];

describe("settings that X's page asks for", () => {
  it.each([
    ...transports.map((transport) => ({ transport, apiHost: "api.x.com" as const })),
    ...(["fetch", "xhr:json"] as const).map((transport) => ({ transport, apiHost: "x.com" as const })),
  ])("by $transport at $apiHost are read in its memory, or else overheard", async (way) => {
    const popup = await session().openPopup();
    const both = [
      [off, "protected"],
      [on, "exposed"],
    ] as const;
    for (const memory of ["ordinary", "unreachable"] as const) {
      for (const [settings, outcome] of both) {
        session().play({ ...way, memory, settings });
        const time = await timeCheck(popup);
        expect([memory, await readOutcome(popup)]).toEqual([memory, outcome]);
        expect(time).toBeLessThan(soon);
        expect(await popup.text()).toContain("@ada_example");
      }
    }
  });

  it("and reads as a stream are not overheard: no box reassures then, and a checked one warns", async () => {
    const popup = await session().openPopup();
    session().play({ transport: "stream", ...unreachable, settings: off });
    expect(await timeCheck(popup)).toBeLessThan(soon);
    expect(await readOutcome(popup)).toBe("unknown, page-changed, box-alone");
    expect(await popup.text()).not.toContain("@ada_example");
    session().play({ transport: "stream", ...unreachable, settings: on });
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
    session().play({ transport: "stream", settings: off });
    await popup.check();
    expect(await readOutcome(popup)).toBe("protected");
  });
});

describe("settings that X's page waits for in vain, and another script of the page gets", () => {
  it.each([
    ["fetch", on, "exposed"],
    ["xhr", on, "exposed"],
    ["fetch", off, "unknown, timed-out, still-loading"],
    ["xhr", off, "unknown, timed-out, still-loading"],
  ] as const)("by %s may warn, and do not reassure: %o", async (stranger, settings, outcome) => {
    session().play({ ...unreachable, ...early, settings, settingsAnswer: { kind: "never" }, stranger });
    const popup = await session().openPopup();
    const time = await timeCheck(popup, 30_000);
    expect(await readOutcome(popup)).toBe(outcome);
    expect(time).toBeLessThan(whereItSettles);
  });
});
