import { markShape, outcomeShapes, type Shape } from "../ui/shapes";
import type { Surface } from "./surface";
import type { Fact, GuideAction, GuideView } from "./view";

/** What the callout shows: a view, or a detour in place of its words. */
export type Face = Omit<GuideView, "points" | "dims" | "watches" | "holds" | "ifThrown" | "lost" | "detours">;

interface Callout {
  readonly element: HTMLElement;
  /** @param hasPlace whether the page's own control can be gone to */
  draw(face: Face, hasPlace: boolean): void;
}

interface Verbs {
  act(action: GuideAction): void;
  goToPlace(): void;
}

/** The callout: words and buttons, and a voice for those who do not see it. Buttons act on the person's own clicks only. */
export function createCallout({ ground, focused }: Surface, { act, goToPlace }: Verbs): Callout {
  const element = make("section", "callout");
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-labelledby", ["name", "title"].join(" "));
  element.setAttribute("aria-describedby", "words");
  element.tabIndex = -1;
  const voice = make("p", "voice");
  voice.setAttribute("role", "status");
  ground.append(element, voice);
  const toPlace = button("quiet", "", goToPlace);
  toPlace.classList.add("to-place");
  let drawn = "";
  let progress: string | null = "";

  function button(className: string, label: string, press: () => void): HTMLButtonElement {
    const made = make("button", className, label);
    made.type = "button";
    made.addEventListener("click", (event) => {
      // The page can send events here through the browser's accessibility of its own document; a person's are trusted.
      // The second click of a double-click was meant for what stood here before.
      if (event.isTrusted && event.detail < 2) press();
    });
    return made;
  }

  /**
   * Focusing measures the page: cheap once it has been laid out, and dear before. Whoever has gone on to a button by then
   * stays there.
   */
  function focusAfterDrawing(): void {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (!focused()) element.focus({ preventScroll: true });
      }),
    );
  }

  /** Within a step nothing jumps from under the pointer: the callout grows, and never shrinks. */
  function keepHeight(next: string | null): void {
    // Chromium leaves out what is `null` on the way into a page.
    const isSameStep = next && next === progress;
    progress = next;
    element.style.minBlockSize = isSameStep ? `min(${element.getBoundingClientRect().height}px, 65vh)` : "";
  }

  function draw(face: Face, hasPlace: boolean): void {
    // The place comes and goes while somebody may be on a button: nothing else is drawn anew for it.
    if (toPlace.hidden === hasPlace) toPlace.hidden = !hasPlace;
    const description = JSON.stringify(face);
    if (description === drawn) return;
    const isFirst = drawn === "";
    drawn = description;
    const held = focused();
    element.lang = face.language;
    element.dir = face.direction;
    element.dataset.mood = face.mood;
    keepHeight(face.progress);
    const title = make("h2", "title");
    title.id = "title";
    title.append(...drawOutcome(face.mood), make("span", "", face.title));
    const words = make("div", "words");
    words.id = "words";
    words.append(
      ...drawFacts(face.facts),
      ...face.words.map((paragraph) => make("p", "", paragraph)),
      ...drawList(face.list),
      ...(face.warning ? [make("p", "warning", face.warning)] : []),
    );
    const actions = make("div", "actions");
    for (const { action, label, weight } of face.actions) {
      const made = button(weight, label, () => act(action));
      made.dataset.action = action;
      actions.append(made);
    }
    toPlace.textContent = face.toPlaceLabel;
    actions.append(toPlace);
    const close = button("close", "×", () => act("close"));
    close.dataset.action = "close";
    close.setAttribute("aria-label", face.closeLabel);
    element.replaceChildren(
      drawHead(face.progress),
      title,
      words,
      ...(face.note ? [make("p", "note", face.note)] : []),
      actions,
      close,
    );
    const isFree = document.activeElement === null || document.activeElement === document.body;
    // Focus is taken where nobody else has it, and comes back from a button that is gone; with it the words are read out.
    const isOnButton = held !== null && held !== element;
    if (isOnButton || (isFirst && isFree)) focusAfterDrawing();
    else voice.textContent = [face.progress, face.title, ...face.words].filter(Boolean).join(" ");
  }

  return { element, draw };
}

/** Whose words these are: beside a password field nobody should trust a box without a name. */
function drawHead(progress: string | null): HTMLElement {
  const head = make("div", "head");
  const name = make("span", "name", "Unlisted");
  name.id = "name";
  head.append(drawShape("mark", markShape), name, ...(progress ? [make("span", "progress", progress)] : []));
  return head;
}

/** The sign of a mood that has one. */
function drawOutcome(mood: Face["mood"] | Fact["mood"]): Element[] {
  return mood === "calm" || mood === "left" ? [] : [drawShape("sign", outcomeShapes[mood])];
}

function drawShape(className: string, { outline, strokes }: Shape): Element {
  const drawing = makeDrawn("svg", { class: className, viewBox: "0 0 24 24", "aria-hidden": "true" });
  drawing.append(makeDrawn("path", { d: outline }), makeDrawn("path", { d: strokes }));
  return drawing;
}

function makeDrawn(name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function drawList(items: readonly string[]): HTMLElement[] {
  if (items.length === 0) return [];
  const list = make("ul", "list");
  list.append(...items.map((item) => make("li", "", item)));
  return [list];
}

function drawFacts(facts: Face["facts"]): HTMLElement[] {
  if (!facts) return [];
  const table = make("table", "facts");
  const head = make("tr", "");
  head.append(...facts.columns.map((column) => make(column ? "th" : "td", "", column)));
  table.append(head);
  for (const { name, before, after, mood } of facts.rows) {
    const row = make("tr", "");
    row.dataset.mood = mood;
    const now = make("td", "");
    now.append(...drawOutcome(mood), after);
    row.append(make("th", "", name), make("td", "", before), now);
    table.append(row);
  }
  return [table];
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
