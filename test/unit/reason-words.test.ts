import { expect, it, vi } from "vitest";
import { causeOf, type Detail } from "../../src/audit/detail";
import { whyAndWhatNext } from "../../src/ui/text";

declare const chrome: { readonly i18n: { getMessage(key: string): string } };

const site = { name: "X", address: "x.com" };

// Firefox complains on its console of whoever asks for a message that is not there.
it.each<[Detail, string]>([
  ["tab-closed", "The check was interrupted before it was done."],
  ["sign-in-page", "Nobody is signed in to X at x.com in this window. Sign in, then check again."],
  ["policy-forbids", "Your browser keeps extensions away from X."],
  [
    "new-client",
    "X has a new site that Unlisted cannot read yet. Please look on X’s own page whether the switch is on.",
  ],
  // There, no box was found of which anything could be said.
  ["answer-missed", "X’s page does not look the way Unlisted knows it."],
  ["box-alone", "The box on X’s page is not ticked, but nothing that X sent confirms it."],
])("%s is told by asking only for messages that are there", (detail, words) => {
  const ask = vi.spyOn(chrome.i18n, "getMessage");
  expect(whyAndWhatNext(causeOf(detail), site)).toContain(words);
  expect(ask.mock.results.filter(({ value }) => value === "")).toEqual([]);
});

it("a detail that only a later version knows is told as its reason", () => {
  const told = whyAndWhatNext({ reason: "offline", detail: "no-such-detail" }, site);
  expect(told).toBe(whyAndWhatNext({ reason: "offline" }, site));
});
