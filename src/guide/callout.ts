import type { Surface } from "./surface";
import type { GuideAction, GuideView } from "./view";

/** What the callout shows: a view, or a detour in place of its words. */
export type Face = Omit<GuideView, "points" | "dims" | "watches" | "holds" | "lost" | "detours">;

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
  element.setAttribute("aria-labelledby", "title");
  element.setAttribute("aria-describedby", "words");
  element.tabIndex = -1;
  const voice = make("p", "voice");
  voice.setAttribute("role", "status");
  ground.append(element, voice);
  const toPlace = button("link", "", goToPlace);
  toPlace.classList.add("to-place");
  let drawn = "";

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
    const title = make("h2", "title", face.title);
    title.id = "title";
    const words = make("div", "words");
    words.id = "words";
    words.append(
      ...drawFacts(face.facts),
      ...face.words.map((paragraph) => make("p", "", paragraph)),
      ...drawList(face.list),
      ...(face.warning ? [make("p", "warning", face.warning)] : []),
    );
    const actions = make("div", "actions");
    face.actions.forEach(({ action, label }, index) => {
      const made = button(index === 0 && action !== "skip" ? "button" : "link", label, () => act(action));
      made.dataset.action = action;
      actions.append(made);
    });
    toPlace.textContent = face.toPlaceLabel;
    actions.append(toPlace);
    const close = button("close", "×", () => act("close"));
    close.dataset.action = "close";
    close.setAttribute("aria-label", face.closeLabel);
    element.replaceChildren(
      ...(face.progress ? [make("p", "progress", face.progress)] : []),
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
  for (const { name, before, after } of facts.rows) {
    const row = make("tr", "");
    row.append(make("th", "", name), make("td", "", before), make("td", "", after));
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
