import { expect, it } from "vitest";
import { fuzzSequences, type Rules, rules } from "./sequences";

const plan = { seed: 20_260_510, cases: 500 };

it("no sequence of checks, glances, writes, guides, accounts and clocks ends in a reassurance that holds no more", () => {
  expect(fuzzSequences(plan)).toBeNull();
});

/** What a careless background may do, and what it is caught at. */
const carelessness: Record<string, readonly [Partial<Rules>, RegExp]> = {
  "passes signs by": [{ whatHolds: (result) => result }, /newer sign/],
  "takes a guide's question for no question": [{ answerTo: (_question, result) => result }, /the guide was told/],
  "takes a kept check for the answer": [
    { answerTo: ({ account }, result) => rules.answerTo({ account, since: 0 }, result) },
    /read before it was asked/,
  ],
  "takes a nameless check for everybody's": [
    { chooseShown: (result, openTab) => result ?? openTab },
    /another account than the tab/,
  ],
  "believes a tab": [
    {
      chooseShown: (result, openTab, now) => {
        const shown = rules.chooseShown(result, openTab, now);
        const findings = result?.findings ?? [];
        return shown && shown.source === "open-tab" ? { ...shown, findings } : shown;
      },
    },
    /open already|newer sign|another account/,
  ],
};

it.each(Object.entries(carelessness))("who %s is caught", (_name, [careless, caught]) => {
  expect(fuzzSequences(plan, { ...rules, ...careless })).toMatch(caught);
});
