import { Window } from "happy-dom";
import { afterEach, vi } from "vitest";
import { conclude } from "../../src/audit/conclude";
import { isDetail, reasonOf } from "../../src/audit/detail";
import type { Finding } from "../../src/audit/finding";
import type { Evidence, Gatherer, Way } from "../../src/audit/site";
import type { Heard } from "../../src/sites/in-page/heard";
import { x } from "../../src/sites/x";
import { layOut } from "../harness/lay-out";
import { keepHeard } from "./keep-heard";

/** A page of X for the gatherers, drawn just as far as they look. */
export interface DrawnPage {
  readonly path?: string;
  /** Label and state of each box, in order. */
  readonly boxes?: readonly (readonly [label: string, isChecked: boolean])[];
  /** What `getState` of the page's store returns; without it there is no store. */
  readonly state?: unknown;
  /** Puts the store on React's properties in another way than as it should be. */
  readonly root?: (store: unknown) => object;
  /** Puts the store on the properties of the root's first child as well. */
  readonly rootChild?: (store: unknown) => object;
  /** Status of the finished request for the settings, by the browser's record; without it there is none. */
  readonly settingsRequest?: number;
  /** All requests in the browser's record, in its place. */
  readonly requests?: readonly RecordedRequest[];
  /** Status of the page itself; `null` where the browser does not tell. */
  readonly status?: number | null;
  readonly cookie?: string;
  readonly html?: string;
  /** Whether nothing was drawn where X's app should be. */
  readonly isRootEmpty?: boolean;
  /** What the page was overheard to be answered; without it nobody listens. */
  readonly heard?: readonly Heard[];
  readonly isComplete?: boolean;
}

/** As Resource Timing has it, the time in milliseconds since the page was loaded. */
interface RecordedRequest {
  readonly name: string;
  readonly responseEnd: number;
  readonly responseStatus: number;
}

export const phoneLabel = "Let people who have your phone number find you on X";
export const emailLabel = "Let people who have your email address find you on X";

/** A good answer to the page's question for its settings, by which both switches are off unless told otherwise. */
export function answered(settings: Readonly<Record<string, unknown>> = {}, status = 200): Heard {
  const body = { discoverable_by_mobile_phone: false, discoverable_by_email: false, screen_name: "ada", ...settings };
  return { at: 0, status, text: JSON.stringify(body) };
}

/** A good answer to the page's question for the devices of the account. */
export function answeredDevices(body: unknown, status = 200): Heard {
  return { at: 2, status, text: JSON.stringify(body) };
}

/** Milliseconds since 1970 when the drawn page was loaded. */
export const loadedAt = 1_700_000_000_000;

afterEach(() => vi.unstubAllGlobals());

/** X's state with the settings loaded, signed in; both switches off unless told otherwise. */
export function loadedState(settings: Readonly<Record<string, unknown>> = {}, rest: object = {}): object {
  return {
    settings: {
      remote: {
        fetchStatus: "loaded",
        settings: {
          discoverable_by_mobile_phone: false,
          discoverable_by_email: false,
          screen_name: "ada",
          ...settings,
        },
      },
    },
    session: { user_id: "12", isLoaded: true },
    entities: { users: { entities: { 12: { screen_name: "ada" } } } },
    devices: { devices: { fetchStatus: "none", data: { emails: [], phone_numbers: [] } } },
    optimist: [],
    ...rest,
  };
}

/** A fiber root as React hangs it on `#react-root`: the first tree is stale, the one that is drawn holds the store. */
export function fiberRoot(store: unknown, depth = 7): object {
  let fiber: object = { memoizedProps: { children: [], store } };
  for (let level = 1; level < depth; level += 1) {
    fiber = { memoizedProps: { children: {} }, child: { memoizedProps: null, sibling: fiber } };
  }
  return { __reactContainer$k3y: { child: null, stateNode: { current: { memoizedProps: null, child: fiber } } } };
}

/** Draws a page and runs both gatherers on it. What they return goes through JSON, as on its way from a real page. */
export function gatherFrom(drawn: DrawnPage): Evidence {
  draw(drawn);
  const evidence = {
    memory: runOnPage(x.gatherers.memory),
    page: Object.assign({}, ...x.gatherers.page.map(runOnPage)),
    answers: drawn.heard ? keepHeard(drawn.heard) : null,
  };
  return JSON.parse(JSON.stringify(evidence));
}

/** Runs one of the site's functions on the page that is drawn. */
export function runOnPage({ run, parameters }: Gatherer): unknown {
  return (run as (...parameters: unknown[]) => unknown)(...parameters);
}

/** Draws a page where the gatherers look. */
export function draw(drawn: DrawnPage): Document {
  const window = new Window({ url: `https://x.com${drawn.path ?? "/settings/contacts"}` });
  const { document } = window;
  document.body.innerHTML = `<div id="react-root">${drawn.isRootEmpty ? "" : "<div></div>"}</div>${drawn.html ?? ""}`;
  for (const [label, isChecked] of drawn.boxes ?? []) {
    const row = document.createElement("label");
    row.innerHTML = "<div><span></span></div><div><input type=checkbox></div>";
    for (const text of row.querySelectorAll("span")) text.textContent = label;
    for (const box of row.querySelectorAll("input")) box.checked = isChecked;
    document.body.append(row);
  }
  const root = document.getElementById("react-root");
  if (root && "state" in drawn) {
    const store = { getState: () => drawn.state };
    Object.assign(root, drawn.root ? drawn.root(store) : fiberRoot(store));
    Object.assign(root.firstElementChild ?? root, drawn.rootChild?.(store));
  }
  Object.defineProperty(document, "readyState", { value: drawn.isComplete === false ? "loading" : "complete" });
  Object.defineProperty(document, "cookie", { value: drawn.cookie ?? "" });
  vi.stubGlobal("document", document);
  for (const [name, value] of Object.entries(layOut(window))) vi.stubGlobal(name, value);
  vi.stubGlobal("location", window.location);
  vi.stubGlobal("performance", {
    timeOrigin: loadedAt,
    now: () => 400,
    setResourceTimingBufferSize: () => undefined,
    getEntriesByType: (type: string) => {
      if (type === "navigation") return drawn.status === null ? [] : [{ responseStatus: drawn.status ?? 200 }];
      if (type !== "resource") return [];
      if (drawn.settingsRequest === undefined) return drawn.requests ?? [];
      const name = "https://api.x.com/1.1/account/settings.json?include_mention_filter=true";
      return [{ name, responseEnd: 250, responseStatus: drawn.settingsRequest }];
    },
  });
  return document as unknown as Document;
}

/** How a page is looked at, and for how long it has been the same, in milliseconds. */
interface Look {
  readonly steadyFor?: number;
  readonly way?: Way;
}

/**
 * `verdict`, `unknown: detail` or `unread` of a setting, once the page with the switches has told all it will.
 *
 * @param look of a page on which nobody listens, which has been the same for long, unless told otherwise
 */
export function verdictOn(setting: string, drawn: DrawnPage, { steadyFor = 9000, way = "plain" }: Look = {}): string {
  const [visit] = x.visits;
  const evidence = gatherFrom(drawn);
  const late = visit.assess(evidence, steadyFor, false, way);
  const hasNoAnswer = late.kind === "waiting" || late.kind === "again";
  const assessment = hasNoAnswer ? visit.assess(evidence, steadyFor, true, way) : late;
  if (assessment.kind === "failed") return `unknown: ${assessment.detail}`;
  if (assessment.kind !== "told") return assessment.kind;
  const { account, readings = new Map(), asOf } = assessment.testimony;
  const result = conclude("x", x.settings, {
    account,
    readings,
    asOf,
    isFresh: true,
    numberOnFile: { answer: "yes" },
  });
  return describeFinding(result.findings.find((finding) => finding.setting === setting));
}

/** An unknown by its detail, to which its reason belongs. */
function describeFinding(finding: Finding | undefined): string {
  if (finding?.verdict !== "unknown") return finding?.verdict ?? "not found";
  const { detail, reason } = finding;
  return isDetail(detail) && reasonOf(detail) === reason ? `unknown: ${detail}` : `unnamed: ${reason}`;
}
