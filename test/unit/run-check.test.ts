import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Detail } from "../../src/audit/detail";
import type { Reading } from "../../src/audit/reading";
import type { Assessment } from "../../src/audit/site";
import { isOverheard } from "../../src/background/overhearing";
import { runCheck } from "../../src/background/run-check";
import { type MadeUpPage, madeUpSite } from "./made-up-site";
import { email, phone } from "./sample-settings";

/** The browser, as far as a check needs it: what was asked of it, in order, and what the pages come to. */
const { browser } = vi.hoisted(() => {
  const removals = new Set<(tab: number) => void>();
  return {
    browser: {
      removals,
      /** What was done, oldest first. */
      done: [] as string[],
      /** What is drawn by each page that is loaded, in turn; where there is none the page never comes. */
      pages: [] as unknown[],
      drawn: undefined as unknown,
      isAllowed: true,
      register: async (): Promise<void> => undefined,
      tabs: 6,
      load(address: string) {
        if (address !== "about:blank") this.drawn = this.pages.shift();
      },
    },
  };
});
vi.mock("webextension-polyfill", () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  return {
    default: {
      permissions: { contains: async () => browser.isAllowed },
      tabs: {
        create: async ({ url }: { url: string }) => {
          browser.tabs += 1;
          browser.done.push(`open ${browser.tabs} at ${url}`);
          browser.load(url);
          return { id: browser.tabs, lastAccessed: 1 };
        },
        update: async (tab: number, { url }: { url: string }) => {
          browser.done.push(`bring ${tab} to ${url}`);
          browser.load(url);
        },
        remove: async (tab: number) => {
          browser.done.push(`close ${tab}`);
        },
        get: async () => ({ status: "loading" }),
        query: async () => [],
        onUpdated: event,
        onReplaced: event,
        onRemoved: {
          addListener: browser.removals.add.bind(browser.removals),
          removeListener: browser.removals.delete.bind(browser.removals),
        },
      },
      scripting: {
        executeScript: async ({ func: { name } }: { func: { name: string } }) => {
          if (browser.drawn === undefined || name === "pageChange") return new Promise(() => undefined);
          return [{ result: { lookAtPage: browser.drawn, overheard: { answers: [] } }[name] ?? null }];
        },
        getRegisteredContentScripts: async () => [],
        registerContentScripts: async (scripts: { id: string; js: string[]; matches: string[] }[]) => {
          browser.done.push(
            `listen by ${scripts.flatMap(({ js }) => js).join(" and ")} on ${scripts[0]?.matches.join(" ")}`,
          );
          await browser.register();
        },
        unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
          browser.done.push(`stop ${ids.join(" ")}`);
          throw new Error("There is no such script.");
        },
      },
    },
  };
});
vi.mock("../../src/sites/listeners", () => ({ listeners: { site: { keeps: "/keep.js", hears: "/hear.js" } } }));

const first = "https://site.example/first";
const second = "https://site.example/second";
const listening = `listen by keep.js and hear.js on ${first}* ${second}*`;
const stopping = ["stop 1-keeps-site", "stop 2-hears-site"];

const off: Reading = { strength: "strong", witness: "answer", says: "off" };
const on: Reading = { strength: "strong", witness: "page", says: "on" };
const told = (...readings: Reading[]): Assessment => ({
  kind: "told",
  testimony: { account: "ada", asOf: 5, readings: new Map([phone, email].map(({ id }) => [id, readings])) },
});
const noNumber: Assessment = {
  kind: "told",
  testimony: { account: "ada", asOf: 6, numberOnFile: { answer: "no" } },
};
const unread: Assessment = { kind: "unread" };
const failed = (detail: Detail): Assessment => ({ kind: "failed", detail });

beforeEach(() => {
  Object.assign(browser, { drawn: undefined, isAllowed: true, register: async () => undefined, tabs: 6 });
  browser.done.length = 0;
  browser.removals.clear();
});

/** Runs a check of a site whose pages, in the order in which they are loaded, come to this. */
async function run(
  overhears: Parameters<typeof madeUpSite>[0],
  pages: readonly MadeUpPage[],
  stop = new AbortController(),
) {
  browser.pages = [...pages];
  const steps: string[] = [];
  const checked = await runCheck(madeUpSite(overhears), 1, stop.signal, async (step, tab) => {
    steps.push(`${step} in ${typeof tab === "object" ? tab?.id : tab}`);
  });
  const done = [...browser.done];
  await checked.close();
  return { ...checked, done, steps };
}

/** What a check that overhears does around its second look, which loads the first page anew. */
const secondLook = [listening, `bring 7 to ${first}`];

describe("a check of a site whose answers can be overheard", () => {
  it("loads the first page once more, in the same tab, where the site's memory cannot be read, and listens", async () => {
    const pages = [{ first: unread }, { overhearing: told(off) }, { overhearing: noNumber }];
    const { result, done, steps, looks } = await run("where-memory-failed", pages);
    expect(done).toEqual([`open 7 at ${first}`, ...secondLook, `bring 7 to ${second}`, ...stopping]);
    expect(result).toMatchObject({ failure: null, account: "ada", asOf: 5, numberOnFile: { answer: "no" } });
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(["protected", "protected"]);
    expect(steps).toEqual(["0 in opening", "0 in 7", "0 in 7", "1 in 7"]);
    expect(looks).toMatchObject([
      { visit: "first", way: "first", saw: { answers: "none" } },
      { visit: "first", way: "overhearing", saw: { answers: "there" } },
      { visit: "second", way: "overhearing", saw: { answers: "there" } },
    ]);
    expect(browser.done.at(-1)).toBe("close 7");
  });

  it("listens nowhere where the memory can be read", async () => {
    const { done, looks } = await run("where-memory-failed", [{ first: told(off) }, { first: noNumber }]);
    expect(done).toEqual([`open 7 at ${first}`, `bring 7 to ${second}`]);
    expect(looks.map(({ way }) => way)).toEqual(["first", "first"]);
  });

  it("listens from the first page on where they are always overheard", async () => {
    const { result, done, looks } = await run("always", [{ overhearing: told(off) }, { overhearing: noNumber }]);
    expect(done).toEqual(["open 7 at about:blank", ...secondLook, `bring 7 to ${second}`, ...stopping]);
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(["protected", "protected"]);
    expect(looks.map(({ way }) => way)).toEqual(["overhearing", "overhearing"]);
  });

  it("never listens where they never are", async () => {
    const { result, done, looks } = await run(null, [{ plain: told(off) }, { plain: noNumber }]);
    expect(done).toEqual([`open 7 at ${first}`, `bring 7 to ${second}`]);
    expect(result.failure).toBeNull();
    expect(looks).toMatchObject([{ way: "plain", saw: { answers: "none" } }, { way: "plain" }]);
  });

  it("is heard in its own tab alone, and only while it listens", async () => {
    expect(isOverheard(7)).toBe(false);
    const heard: boolean[] = [];
    browser.register = async () => {
      heard.push(isOverheard(7), isOverheard(8), isOverheard(undefined));
    };
    await run("where-memory-failed", [{ first: unread }, { overhearing: told(off) }, { overhearing: noNumber }]);
    expect(heard).toEqual([true, false, false]);
    expect(isOverheard(7)).toBe(false);
  });

  it("fails for the second look's reason where that fails, and does not listen any longer", async () => {
    const { result, done, looks } = await run("where-memory-failed", [
      { first: unread },
      { overhearing: failed("settings-refused") },
    ]);
    expect(result).toMatchObject({ failure: "site-error", detail: "settings-refused" });
    expect(done).toEqual([`open 7 at ${first}`, ...secondLook, ...stopping]);
    expect(looks).toHaveLength(2);
    expect(isOverheard(7)).toBe(false);
  });

  it.each<[string, (stop: AbortController) => void, Detail]>([
    ["is cancelled", (stop) => stop.abort("by-the-person" satisfies Detail), "by-the-person"],
    [
      "loses its tab",
      () => {
        for (const hear of browser.removals) hear(7);
      },
      "tab-closed",
    ],
  ])("does not listen any longer where it %s", async (_name, end, detail) => {
    const stop = new AbortController();
    const check = run("where-memory-failed", [{ first: unread }, {}], stop);
    await vi.waitUntil(() => browser.done.includes(`bring 7 to ${first}`));
    expect(isOverheard(7)).toBe(true);
    end(stop);
    const { result, done } = await check;
    expect(result).toMatchObject({ detail });
    expect(done).toEqual([`open 7 at ${first}`, ...secondLook, ...stopping, "close 7"]);
    expect(isOverheard(7)).toBe(false);
  });

  it("leaves nothing behind where the browser does not let it listen", async () => {
    browser.register = () => Promise.reject(new Error("No."));
    const { result, done } = await run("where-memory-failed", [{ first: unread }]);
    expect(result).toMatchObject({ failure: "interrupted", detail: "work-stopped" });
    expect(done).toEqual([`open 7 at ${first}`, listening, ...stopping, "close 7"]);
    expect(isOverheard(7)).toBe(false);
  });
});

describe("a check whose witnesses disagree", () => {
  it("is made once more, in another tab, and believed then", async () => {
    const pages = [{ first: told(off, on) }, { first: noNumber }, { first: told(off) }, { first: noNumber }];
    const { result, done, steps, looks } = await run("where-memory-failed", pages);
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(["protected", "protected"]);
    expect(done).toEqual([
      `open 7 at ${first}`,
      `bring 7 to ${second}`,
      "close 7",
      `open 8 at ${first}`,
      `bring 8 to ${second}`,
    ]);
    expect(steps).toEqual(["0 in opening", "0 in 7", "1 in 7", "0 in opening", "0 in 8", "1 in 8"]);
    expect(looks.map(({ visit }) => visit)).toEqual(["first", "second", "first", "second"]);
    expect(browser.done.at(-1)).toBe("close 8");
  });

  it("is made once more and not twice", async () => {
    const disputed = [{ first: told(off, on) }, { first: noNumber }];
    const { result, done } = await run("where-memory-failed", [...disputed, ...disputed, ...disputed]);
    expect(result).toMatchObject({ failure: null, findings: [{ detail: "witnesses-differ" }, { verdict: "unknown" }] });
    expect(done.filter((what) => what.startsWith("open"))).toHaveLength(2);
  });

  it("is looked at anew in the way in which it began", async () => {
    const pages = [
      { first: unread },
      { overhearing: told(off, on) },
      { overhearing: noNumber },
      { first: told(off) },
      { first: noNumber },
    ];
    const { result, looks } = await run("where-memory-failed", pages);
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(["protected", "protected"]);
    expect(looks.map(({ way }) => way)).toEqual(["first", "overhearing", "overhearing", "first", "first"]);
  });
});

describe("what the second page tells", () => {
  it.each<[string, Assessment, object]>([
    [
      "a number",
      { ...noNumber, testimony: { ...noNumber.testimony, numberOnFile: { answer: "yes" } } },
      { answer: "yes" },
    ],
    ["nothing, for a reason", failed("number-not-shown"), { answer: "unknown", reason: "page-changed" }],
    ["nothing, for another reason", failed("too-many-requests"), { answer: "unknown", reason: "site-error" }],
    ["that its memory cannot be read", unread, { answer: "unknown", reason: "page-changed" }],
  ])("takes nothing away from the first: %s", async (_name, assessment, numberOnFile) => {
    const { result, looks } = await run("where-memory-failed", [{ first: told(off) }, { first: assessment }]);
    expect(result).toMatchObject({ failure: null, numberOnFile, findings: [{ verdict: "protected" }, {}] });
    expect(looks).toHaveLength(2);
  });
});

describe("a check that does not begin", () => {
  it.each<[string, () => AbortController, Detail]>([
    [
      "is not allowed",
      () => {
        browser.isAllowed = false;
        return new AbortController();
      },
      "not-allowed",
    ],
    [
      "was cancelled before",
      () => {
        const stop = new AbortController();
        stop.abort("by-the-person" satisfies Detail);
        return stop;
      },
      "by-the-person",
    ],
  ])("opens no tab where it %s", async (_name, prepare, detail) => {
    const { result, looks } = await run("where-memory-failed", [], prepare());
    expect(result).toMatchObject({ detail });
    expect(looks).toEqual([]);
    expect(browser.done).toEqual([]);
  });
});

describe("a check that is ended before it is noted which tab it has opened", () => {
  it("is not over until that is noted: nobody would forget it afterwards", async () => {
    const stop = new AbortController();
    let finishNoting = () => {};
    const noted = new Promise<void>((resolve) => {
      finishNoting = resolve;
    });
    const isOver = vi.fn();
    browser.pages = [];
    const check = runCheck(madeUpSite(null), 1, stop.signal, async (_step, tab) => {
      if (!tab) return;
      stop.abort("by-the-person" satisfies Detail);
      await noted;
    }).finally(isOver);
    await vi.waitFor(() => expect(stop.signal.aborted).toBe(true));
    // As long as everything else may take.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(isOver).not.toHaveBeenCalled();
    finishNoting();
    const { result, close } = await check;
    await close();
    expect(result).toMatchObject({ failure: "cancelled", detail: "by-the-person" });
    expect(browser.done).toEqual([`open 7 at ${first}`, "close 7"]);
  });
});
