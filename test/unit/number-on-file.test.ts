import { describe, expect, it } from "vitest";
import { addTestimony, observe } from "../../src/audit/observation";
import type { NumberOnFile } from "../../src/audit/reading";
import type { Testimony } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { type DrawnPage, gatherFrom, loadedState } from "./x-page";

const no: NumberOnFile = { answer: "no" };
const yes: NumberOnFile = { answer: "yes" };

describe("whether a number is on file", () => {
  it.each([
    ["the same account", "ada", "ada", no, no],
    ["the same account, with a number", "ada", "ada", yes, yes],
    ["another account", "ada", "eve", no, { answer: "unknown", reason: "account-changed" }],
    ["an account without a name", "ada", null, no, { answer: "unknown", reason: "page-changed" }],
    ["an account without a name, with a number", "ada", null, yes, yes],
    ["some account, after one without a name", null, "ada", no, { answer: "unknown", reason: "page-changed" }],
    ["two accounts without names", null, null, no, { answer: "unknown", reason: "page-changed" }],
  ])("is told by the page of %s", (_name, before, account, numberOnFile, told) => {
    const observation = observe({ account: before, asOf: 1 });
    expect(addTestimony(observation, { account, numberOnFile, asOf: 2 }).numberOnFile).toEqual(told);
  });

  const devices = (fetchStatus: string, ...numbers: unknown[]) => ({
    devices: { devices: { fetchStatus, data: { emails: [], phone_numbers: numbers } } },
  });
  const listed = { name: "https://api.x.com/1.1/users/email_phone_info.json", responseEnd: 250, responseStatus: 200 };
  const empty = loadedState({}, devices("loaded"));
  it.each<readonly [string, DrawnPage, Testimony["numberOnFile"] | "nothing"]>([
    ["a loaded list without any", { state: empty, requests: [listed] }, no],
    ["a list that is said to be loaded, and has not come", { state: empty }, "nothing"],
    ["a list with one", { state: loadedState({}, devices("loaded", {})) }, yes],
    ["a list that has not come", { state: loadedState({}, devices("none")) }, "nothing"],
    [
      "an empty list, and the settings of somebody else",
      { state: loadedState({ screen_name: "eve" }, devices("loaded")) },
      { answer: "unknown", reason: "account-changed" },
    ],
    ["a page that shows it", { html: '<input name="current_phone">' }, yes],
  ])("is read from %s", (_name, drawn, told) => {
    const visit = x.visits[1];
    const assessment = visit?.assess(gatherFrom({ ...drawn, path: "/settings/phone" }), 1000, false, "plain");
    expect(assessment?.kind === "told" ? assessment.testimony.numberOnFile : "nothing").toEqual(told);
  });
});
