import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Site, Visit } from "../../src/audit/site";
import { visitPage } from "../../src/background/visit-page";
import { x } from "../../src/sites/x";

const tab = 7;

/** The browser, as far as a visit needs it: each look is answered as the test says, in turn. */
const { movements, answers, arrive, contains } = vi.hoisted(() => ({
  movements: new Set<(tab: number, change: { status?: string }) => void>(),
  answers: [] as (() => unknown)[],
  arrive: vi.fn(),
  contains: vi.fn(),
}));
vi.mock("webextension-polyfill", () => ({
  default: {
    permissions: { contains },
    tabs: {
      get: async () => ({ status: "complete", url: "https://example.org/" }),
      onUpdated: {
        addListener: movements.add.bind(movements),
        removeListener: movements.delete.bind(movements),
      },
    },
    scripting: {
      executeScript: async ({ world, func }: { world: string; func: { name: string } }) => {
        if (func.name === "pageChange") return new Promise(() => undefined);
        if (func.name === "pageArrival") return [{ result: await arrive() }];
        return [{ result: world === "MAIN" ? null : await answers.shift()?.() }];
      },
    },
  },
}));

const site: Site = { ...x, gatherers: { memory: gatherNothing(), page: gatherNothing() } };
const visit: Visit = {
  address: "https://x.com/settings/contacts",
  patience: 10_000,
  assess: ({ page }) =>
    page === "told" ? { kind: "told", testimony: { account: null, asOf: 5 } } : { kind: "waiting" },
};

beforeEach(() => {
  vi.useFakeTimers();
  answers.length = 0;
  arrive.mockReset();
  contains.mockReset().mockResolvedValue(true);
});
afterEach(() => {
  expect(movements.size).toBe(0);
  vi.useRealTimers();
});

function gatherNothing() {
  return { run: () => null, parameters: [] };
}

/** The browser tells of the tab. */
function move(status: string): void {
  for (const hear of movements) hear(tab, { status });
}

function close(): never {
  throw new Error("Frame was removed.");
}

it("looks again at once when the next page has come into its place, and waits for no clock", async () => {
  answers.push(close, () => "told");
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  const begun = Date.now();
  await vi.advanceTimersByTimeAsync(0);
  move("loading");
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
  expect(Date.now() - begun).toBe(0);
});

it("knocks at a page that stays closed, and asks why only when that counts as an answer", async () => {
  for (let look = 0; look < 100; look += 1) answers.push(close);
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(1400);
  expect(contains).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(await outcome).toEqual({ failure: "page-changed" });
  // Fifteen pauses of a tenth of a second, and no look more.
  expect(answers).toHaveLength(100 - 16);
});

it("gives a page that lets nobody in the time to come back", async () => {
  answers.push(close, close, () => "told");
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(200);
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("looks at a page when its first scripts have run, and not before", async () => {
  let finish = () => {};
  arrive.mockReturnValue(
    new Promise<void>((resolve) => {
      finish = resolve;
    }),
  );
  answers.push(() => "told");
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(500);
  expect(answers).toHaveLength(1);
  finish();
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("looks at a page that never says that it has arrived", async () => {
  arrive.mockReturnValue(new Promise(() => undefined));
  answers.push(() => "told");
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("waits for the page that the tab was sent to, and looks at the one before only when that stays", async () => {
  const leave = vi.fn(async () => undefined);
  answers.push(() => "told");
  const outcome = visitPage(site, visit, tab, new AbortController().signal, leave);
  await vi.advanceTimersByTimeAsync(0);
  expect(leave).toHaveBeenCalledOnce();
  expect(answers).toHaveLength(1);
  move("loading");
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });

  answers.push(() => "told");
  const other = visitPage(site, visit, tab, new AbortController().signal, leave);
  await vi.advanceTimersByTimeAsync(900);
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(await other).toMatchObject({ testimony: { asOf: 5 } });
});

it("lets no look be lost over a page that is complete: it is still the same", async () => {
  let answer = (_result: unknown) => {};
  answers.push(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(0);
  move("complete");
  await vi.advanceTimersByTimeAsync(0);
  answer("told");
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("looks at a page whose frames never rest", async () => {
  arrive.mockImplementation(() => {
    move("loading");
    return new Promise(() => undefined);
  });
  let answer = (_result: unknown) => {};
  answers.push(() => {
    move("loading");
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(0);
  expect(answers).toHaveLength(0);
  answer("told");
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});

it("looks again after a while where the answer that something has changed is lost with a page", async () => {
  answers.push(
    () => "nothing yet",
    () => "told",
  );
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});
