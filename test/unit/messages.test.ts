import { afterEach, expect, it, vi } from "vitest";
import { sayCount } from "../../src/locales/messages";

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  [1, "1 check added."],
  [2, "2 checks added."],
])("says %i in the plural that goes with it", (count, words) => {
  expect(sayCount("import.added", count, {})).toBe(words);
});

it("says something also where the browser knows a plural that the catalogue does not have", () => {
  vi.spyOn(Intl.PluralRules.prototype, "select").mockReturnValue("many");
  expect(sayCount("import.added", 3, {})).toBe("3 checks added.");
});
