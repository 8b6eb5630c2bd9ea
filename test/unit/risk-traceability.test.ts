import { type Element, Window } from "happy-dom";
import { type ComponentChild, h, render } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findNothing } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import { incidents } from "../../src/risk/incidents";
import { regions } from "../../src/risk/regions";
import { sites } from "../../src/sites";
import { Answers } from "../../src/ui/answer/explanation-answers";
import { IncidentsSection } from "../../src/why/incidents-section";
import { createIncidentsStore } from "../../src/why/incidents-store";
import { RiskSection } from "../../src/why/risk-section";
import { createRiskStore } from "../../src/why/risk-store";
import { findUntraced } from "./untraced-figures";

let window: Window;

beforeEach(() => {
  window = new Window();
  vi.stubGlobal("document", window.document);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await window.happyDOM.close();
});

function draw(view: ComponentChild): Element {
  const place = window.document.createElement("div");
  // Preact's types know the browser's own DOM alone.
  render(view, place as unknown as globalThis.Element);
  return place;
}

const [site] = sites;
const switches = site.settings.filter((setting) => setting.kind === "discoverability");

const store = createRiskStore("und");

function drawRisk(region: string, knownLastDigits: number): Element {
  store.chooseRegion(region);
  store.chooseKnownLastDigits(knownLastDigits);
  // The names to choose from are many and no figures.
  return draw(h(RiskSection, { store: { ...store, regions: [] }, site }));
}

describe("every figure that is drawn can be traced to the risk data, with a source beside it", () => {
  it.each(switches)("in the popup's explanation of $id", (setting) => {
    const drawn = draw(h(Answers, { site, setting, finding: findNothing(setting, causeOf("nobody-looked")) }));
    expect(drawn.querySelectorAll("[data-figure]").length).toBeGreaterThan(3);
    expect(findUntraced(drawn)).toEqual([]);
    for (const claim of drawn.querySelectorAll("[data-claim]")) expect(claim.querySelector("a[href]")).not.toBeNull();
  });

  it("in the report, for each of all regions", () => {
    for (const [region, numbers] of regions) {
      const drawn = drawRisk(region, 0);
      expect(drawn.querySelectorAll(`[data-figure^="${region}."]`).length > 0, region).toBe(numbers !== null);
      expect(findUntraced(drawn), region).toEqual([]);
      expect(drawn.textContent, region).toContain("one try");
      expect(drawn.textContent.includes("has no mobile numbers"), region).toBe(numbers === null);
      render(null, drawn as unknown as globalThis.Element);
    }
  }, 60_000);

  it.each([1, 2, 3, 4])("in the report, with %i digits known", (known) => {
    for (const region of ["GB", "US", "AR", "ID", "AC"]) {
      expect(findUntraced(drawRisk(region, known), known), region).toEqual([]);
    }
  });

  it("in the report's list of what has happened", () => {
    const drawn = draw(h(IncidentsSection, { store: createIncidentsStore(), site }));
    expect(drawn.querySelectorAll("[data-incident]")).toHaveLength(Object.keys(incidents).length);
    expect(findUntraced(drawn)).toEqual([]);
  });
});

describe("a figure that cannot be traced is found", () => {
  const spoil: Record<string, (drawn: Element) => void> = {
    "a number in digits": (drawn) => drawn.append("It happened to 42 people."),
    "a number in words": (drawn) => drawn.append("It happened to three people."),
    "a figure without an entry": (drawn) => mark(drawn, "twitter-2019.matched", "data-figure", "twitter-2019.lost"),
    "an incident that is not told": (drawn) => mark(drawn, "twitter-2019.tried", "data-figure", "twitter-1999.tried"),
    "a figure that says something else": (drawn) => {
      for (const figure of drawn.querySelectorAll('[data-figure="twitter-2019.tried"]'))
        figure.textContent = "9 billion";
    },
    "a figure without a source": (drawn) => {
      for (const source of drawn.querySelectorAll("[data-source]")) source.remove();
    },
    "a source of something else": (drawn) => {
      for (const source of drawn.querySelectorAll("[data-source]"))
        source.setAttribute("data-source", "https://a.example/");
    },
    "a number in an incident's sentence": (drawn) => {
      const told = window.document.createElement("p");
      told.setAttribute("data-told", "twitter-2019");
      told.textContent = "A researcher matched 18 million numbers.";
      drawn.append(told);
    },
  };

  function mark(drawn: Element, figure: string, name: string, value: string): void {
    drawn.querySelector(`[data-figure="${figure}"]`)?.setAttribute(name, value);
  }

  it.each(Object.entries(spoil))("%s", (_name, spoil) => {
    const [setting] = switches;
    if (!setting) throw new Error("There is no switch to explain.");
    const drawn = draw(h(Answers, { site, setting, finding: findNothing(setting, causeOf("nobody-looked")) }));
    spoil(drawn);
    expect(findUntraced(drawn)).not.toEqual([]);
  });
});
