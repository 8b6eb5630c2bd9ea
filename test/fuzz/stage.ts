import { Window } from "happy-dom";
import type { Heard } from "../../src/sites/in-page/heard";
import { x } from "../../src/sites/x";
import { gatherMemory } from "../../src/sites/x/gather-memory";
import { gatherPage } from "../../src/sites/x/gather-page";
import { gatherRecord } from "../../src/sites/x/gather-record";
import { layOut } from "../harness/lay-out";
import { keepHeard } from "../unit/keep-heard";
import { put, valueAt } from "./tree";
import type { Box, Page } from "./world";

const [wordsByField] = x.gatherers.memory.parameters as [Record<string, string[]>];

/** The state as the page's store gives it away: with the getters that throw. */
function stateWithTraps({ state, traps }: Page): unknown {
  for (const trap of traps) {
    const parent = valueAt(state, trap.slice(0, -1));
    const key = trap.at(-1);
    if (typeof parent !== "object" || parent === null || key === undefined || Array.isArray(parent)) {
      put(state, trap, undefined);
      continue;
    }
    const get = () => {
      throw new Error("not for you");
    };
    Object.defineProperty(parent, key, { get, enumerable: true, configurable: true });
  }
  return state;
}

/** What there is to be gathered of a page, by way of JSON, as from a real one. */
export interface Gathered {
  readonly memory: unknown;
  /** The same where no way leads to the memory. */
  readonly noMemory: unknown;
  readonly page: unknown;
  /** What is overheard where somebody listens. */
  readonly answers: unknown;
}

/**
 * A window in which pages are drawn, one after the other. Making one takes longer than drawing a page, so it is kept.
 * What is given back draws a page and runs all that gathers on it, as text that comes from nowhere would run: with the
 * page's document, location and record in the place of ours.
 */
export function openStage(): (page: Page) => Gathered {
  const window = new Window({ url: "https://x.com/" });
  const { document } = window;
  const layout = layOut(window);

  function drawBox({ label, isChecked, shape }: Box): object {
    const row = document.createElement(shape === "bare" ? "div" : "label");
    const text = document.createElement("span");
    const input = document.createElement("input");
    text.textContent = label;
    input.type = shape === "radio" ? "radio" : "checkbox";
    // The attribute tells how the box was when it was drawn, the property how it is.
    if (shape === "misleading attribute" && !isChecked) input.setAttribute("checked", "");
    input.checked = isChecked;
    row.append(text, input);
    return row;
  }

  function draw(page: Page): void {
    const root = document.createElement("div");
    root.id = "react-root";
    const first = document.createElement("div");
    root.append(first);
    Object.assign(root, fibersTo(page));
    if (page.store === "on the path") {
      const props = { children: { props: { children: { props: { store: storeOf(page) } } } } };
      Object.assign(first, { __reactProps$k3y: props });
    }
    const extras = [];
    if (page.isBusy) extras.push('<div role="progressbar"></div>');
    if (page.asksForPassword) extras.push('<input type="password">');
    if (page.showsNumber) extras.push('<label><input name="current_phone"></label>');
    if (page.app === "newer client") extras.push('<link href="https://abs.twimg.com/x-web/x-web/assets/a1.js">');
    if (page.app === "failure") extras.push('<div id="ScriptLoadFailure">Something went wrong</div>');
    document.body.innerHTML = extras.join("");
    document.body.append(root, ...page.boxes.map((box) => drawBox(box) as typeof root));
    const properties = { cookie: page.cookie, readyState: page.isComplete ? "complete" : "loading" };
    for (const [key, value] of Object.entries(properties)) {
      Object.defineProperty(document, key, { value, configurable: true });
    }
  }

  return (page) => {
    draw(page);
    const globals = { document, location: { pathname: page.path }, performance: recordOf(page), ...layout };
    return withGlobals(globals, () => {
      const [memory, drawn, answers] = [gatherMemory(wordsByField), gatherAll(), keepHeard(heardOn(page))];
      hideStore();
      return JSON.parse(JSON.stringify({ memory, page: drawn, answers, noMemory: gatherMemory(wordsByField) }));
    });
  };

  function hideStore(): void {
    const root = document.getElementById("react-root");
    for (const element of root ? [root, ...root.children] : []) {
      for (const key of Object.keys(element)) if (key.startsWith("__react")) Reflect.deleteProperty(element, key);
    }
  }
}

/** What comes from the page's own world of its answers: each as text, however long ago it was understood. */
function heardOn({ answers, writes }: Page): readonly Heard[] {
  return [
    ...answers.map(({ of, status, fate, body }): Heard => {
      const at = of === "settings" ? 0 : 2;
      const text = JSON.stringify(body) ?? "";
      if (fate === "whole") return { at, status, text };
      if (fate === "empty") return { at, status, text: " " };
      if (fate === "broken") return { at, status, text: text.slice(0, -1) };
      return { at, status, fault: fate === "cut" ? "cut" : "too-long" };
    }),
    ...Array.from({ length: writes }, (): Heard => ({ at: 0, fault: "write" })),
  ];
}

/** What is put together of a page as the background does it. */
function gatherAll(): object {
  return Object.assign({}, gatherRecord(), gatherPage(null));
}

function storeOf(page: Page): object {
  if (page.store === "throwing") return { getState: () => JSON.parse("") };
  const state = stateWithTraps(page);
  return { getState: () => state };
}

/** React's tree as it hangs on the root: the tree of the first render, and the one that is drawn now. */
function fibersTo(page: Page): object {
  const { store, staleState } = page;
  const stale = staleState === null ? null : holding({ getState: () => staleState }, 3);
  const isThere = store === "in fibers" || store === "deep in fibers" || store === "throwing";
  const child = isThere ? holding(storeOf(page), store === "deep in fibers" ? 30 : 7) : null;
  const drawn = { memoizedProps: null, child };
  return { __reactContainer$k3y: { memoizedProps: null, child: stale, stateNode: { current: drawn } } };
}

function holding(store: object, depth: number): object {
  let fiber: object = { memoizedProps: { children: [], store } };
  for (let level = 1; level < depth; level += 1) {
    fiber = { memoizedProps: { children: {} }, child: { memoizedProps: null, sibling: fiber } };
  }
  return fiber;
}

function recordOf({ status, requests }: Page): object {
  const entries = requests.map(({ url, status: responseStatus, isFinished }, index) => {
    return { name: url, responseStatus, responseEnd: isFinished ? 100 + index : 0 };
  });
  return {
    timeOrigin: 1_700_000_000_000,
    now: () => 400,
    setResourceTimingBufferSize: () => undefined,
    getEntriesByType: (type: string) => (type === "navigation" ? [{ responseStatus: status }] : entries),
  };
}

function withGlobals<Result>(globals: Readonly<Record<string, unknown>>, run: () => Result): Result {
  const before = Object.keys(globals).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)] as const);
  for (const [key, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, key, { value, configurable: true, writable: true });
  }
  try {
    return run();
  } finally {
    for (const [key, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, key, descriptor);
      else Reflect.deleteProperty(globalThis, key);
    }
  }
}
