import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Assessment, Site, Visit, Way } from "../../src/audit/site";
import { visitPage } from "../../src/background/visit-page";
import { x } from "../../src/sites/x";

const tab = 7;

/** The browser, as far as a visit needs it: each look is answered as the test says, in turn. */
const { movements, answers, contains, state } = vi.hoisted(() => ({
  state: { tab: {}, heard: "nothing" as unknown },
  movements: new Set<(tab: number, change: { status?: string }) => void>(),
  answers: [] as (() => unknown)[],
  contains: vi.fn(),
}));
vi.mock("webextension-polyfill", () => ({
  default: {
    permissions: { contains },
    tabs: {
      get: async () => state.tab,
      onUpdated: {
        addListener: movements.add.bind(movements),
        removeListener: movements.delete.bind(movements),
      },
    },
    scripting: {
      executeScript: async ({ world, func }: { world: string; func: { name: string } }) => {
        if (func.name === "pageChange") return new Promise(() => undefined);
        if (func.name === "overheard") return [{ result: state.heard }];
        return [{ result: world === "MAIN" ? null : await answers.shift()?.() }];
      },
    },
  },
}));

const site: Site = {
  ...x,
  gatherers: { memory: gatherNothing(), page: [gatherNothing()] },
  describe: ({ page }) => ({ page: String(page) }),
};
const told: Assessment = { kind: "told", testimony: { account: null, asOf: 5 } };
const visit: Visit = {
  id: "one",
  address: "https://x.com/settings/contacts",
  patience: 10_000,
  assess: ({ page }) => (page === "told" ? told : { kind: "waiting" }),
};

beforeEach(() => {
  vi.useFakeTimers();
  answers.length = 0;
  state.tab = { status: "complete", url: "https://example.org/" };
  contains.mockReset().mockResolvedValue(true);
});
afterEach(() => {
  expect(movements.size).toBe(0);
  vi.useRealTimers();
});

function gatherNothing() {
  return { run: () => null, parameters: [] };
}

function close(): never {
  throw new Error("Frame was removed.");
}

/** The browser tells of the tab. */
function move(): void {
  for (const hear of movements) hear(tab, { status: "loading" });
}

it("looks again at once when the next page has come into its place, and waits for no clock", async () => {
  answers.push(close, () => "told");
  const outcome = visitPage(site, visit, tab, "plain", new AbortController().signal);
  const begun = Date.now();
  await vi.advanceTimersByTimeAsync(0);
  move();
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
  expect(Date.now() - begun).toBe(0);
});

it("knocks at a page that stays closed, and asks why only when that counts as an answer", async () => {
  for (let look = 0; look < 100; look += 1) answers.push(close);
  const outcome = visitPage(site, visit, tab, "plain", new AbortController().signal);
  await vi.advanceTimersByTimeAsync(1400);
  expect(contains).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(await outcome).toEqual({ kind: "failed", detail: "led-elsewhere", look: null });
  // Fifteen pauses of a tenth of a second, and no look more.
  expect(answers).toHaveLength(100 - 16);
});

it("gives a page that lets nobody in the time to come back", async () => {
  answers.push(close, close, () => "told");
  const outcome = visitPage(site, visit, tab, "plain", new AbortController().signal);
  await vi.advanceTimersByTimeAsync(200);
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("waits for what it sees where the tab moves and moves, as it does with frames that never rest", async () => {
  let looks = 0;
  const answer = vi.fn();
  const begin = () => {
    looks += 1;
    return new Promise((resolve) => answer.mockImplementation(() => resolve("told")));
  };
  for (let look = 0; look < 100; look += 1) answers.push(begin);
  const outcome = visitPage(site, visit, tab, "plain", new AbortController().signal);
  for (let movement = 0; movement < 50; movement += 1) {
    await vi.advanceTimersByTimeAsync(20);
    move();
  }
  expect(looks).toBeLessThan(15);
  answer();
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("looks again after a while where the answer that something has changed is lost with a page", async () => {
  answers.push(
    () => "nothing yet",
    () => "told",
  );
  const outcome = visitPage(site, visit, tab, "plain", new AbortController().signal);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it.each<[string, object, boolean, object]>([
  ["an error page", { status: "complete", url: visit.address }, true, { detail: "error-page" }],
  ["another site's page", { status: "complete", url: "https://example.org/" }, true, { detail: "led-elsewhere" }],
  ["a page that was put to sleep", { status: "unloaded", url: visit.address }, true, { detail: "tab-asleep" }],
  [
    "a page that may be looked at no more",
    { status: "complete", url: visit.address },
    false,
    { detail: "not-allowed" },
  ],
  ["a page that is still on its way", { status: "loading", url: visit.address }, true, { detail: "no-answer" }],
  ["a page before another", { status: "complete", url: visit.address, pendingUrl: "/" }, true, { detail: "no-answer" }],
  ["no page yet", { status: "complete", url: "about:blank" }, true, { detail: "no-answer" }],
])("says what it is that lets nobody in: %s", async (_name, seen, isAllowed, failure) => {
  state.tab = seen;
  contains.mockResolvedValue(isAllowed);
  for (let look = 0; look < 200; look += 1) answers.push(close);
  const outcome = visitPage(site, visit, tab, "plain", new AbortController().signal);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await outcome).toEqual({ kind: "failed", ...failure, look: null });
});

describe("the look that a visit ends with", () => {
  /** A visit whose page is the same all the time, and is assessed so. */
  function visitSame(assess: Visit["assess"], way: Way = "first") {
    for (let look = 0; look < 100; look += 1) answers.push(() => "the same");
    return visitPage(site, { ...visit, assess }, tab, way, new AbortController().signal);
  }

  it("is told with what it was judged by", async () => {
    const assess = vi.fn<Visit["assess"]>((_evidence, steadyFor) => (steadyFor >= 3000 ? told : { kind: "waiting" }));
    const outcome = visitSame(assess);
    await vi.advanceTimersByTimeAsync(4000);
    const [, steadyFor] = assess.mock.lastCall ?? [];
    expect(await outcome).toEqual({
      ...told,
      look: { visit: "one", way: "first", steadyFor, isLast: false, saw: { page: "the same" } },
    });
    expect(Number.isInteger(steadyFor)).toBe(true);
  });

  it.each<[string, Assessment, object]>([
    ["told", told, told],
    ["failed", { kind: "failed", detail: "nothing-known" }, { kind: "failed", detail: "nothing-known" }],
    ["could not be read", { kind: "unread" }, { kind: "unread" }],
    ["waits on", { kind: "waiting" }, { kind: "failed", detail: "no-answer" }],
    ["is to be looked at again", { kind: "again" }, { kind: "failed", detail: "no-answer" }],
  ])("is the last of all where patience runs out, and the page %s", async (_name, last, outcome) => {
    const visited = visitSame((_evidence, _steadyFor, isLast) => (isLast ? last : { kind: "waiting" }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await visited).toMatchObject({ ...outcome, look: { isLast: true, saw: { page: "the same" } } });
  });

  it("is followed at once by another where nothing need change for that", async () => {
    let looks = 0;
    const outcome = visitSame(() => {
      looks += 1;
      return looks < 5 ? { kind: "again" } : told;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toMatchObject(told);
  });

  it.each<[Way, unknown]>([
    ["plain", null],
    ["first", null],
    ["overhearing", "nothing"],
  ])("holds what was overheard where somebody listens: %s", async (way, heard) => {
    const assess = vi.fn<Visit["assess"]>(() => told);
    const outcome = visitSame(assess, way);
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toMatchObject({ look: { way } });
    expect(assess).toHaveBeenCalledWith(
      { memory: null, page: "the same", answers: heard },
      0,
      false,
      way,
      expect.any(Array),
    );
  });
});
