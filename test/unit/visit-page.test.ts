import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Site, Visit } from "../../src/audit/site";
import { visitPage } from "../../src/background/visit-page";
import { x } from "../../src/sites/x";

const tab = 7;

/** The browser, as far as a visit needs it: each look is answered as the test says, in turn. */
const { movements, answers, contains } = vi.hoisted(() => ({
  movements: new Set<(tab: number, change: { status?: string }) => void>(),
  answers: [] as (() => unknown)[],
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
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  const begun = Date.now();
  await vi.advanceTimersByTimeAsync(0);
  move();
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

it("waits for what it sees where the tab moves and moves, as it does with frames that never rest", async () => {
  let looks = 0;
  const answer = vi.fn();
  const begin = () => {
    looks += 1;
    return new Promise((resolve) => answer.mockImplementation(() => resolve("told")));
  };
  for (let look = 0; look < 100; look += 1) answers.push(begin);
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
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
  const outcome = visitPage(site, visit, tab, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await outcome).toMatchObject({ testimony: { asOf: 5 } });
});
