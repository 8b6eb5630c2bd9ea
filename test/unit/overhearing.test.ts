import { beforeEach, describe, expect, it, vi } from "vitest";
import { isOverheard, overhear, stopOverhearing } from "../../src/background/overhearing";
import { x } from "../../src/sites/x";

interface Registered {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
  readonly [more: string]: unknown;
}

/** What the browser has registered; as browsers do, it refuses what is there already, and to take away what is not. */
const { registered } = vi.hoisted(() => ({ registered: new Map<string, { readonly id: string }>() }));
vi.mock("../../src/sites/listeners", () => ({
  listeners: { x: { keeps: "/src/x/keep.js", hears: "/src/x/hear.js" } },
}));
vi.mock("webextension-polyfill", () => ({
  default: {
    scripting: {
      getRegisteredContentScripts: async () => [...registered.values()],
      registerContentScripts: async (scripts: readonly { readonly id: string }[]) => {
        for (const { id } of scripts) if (registered.has(id)) throw new Error(`Duplicate script: ${id}`);
        for (const script of scripts) registered.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }: { readonly ids: readonly string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error(`Nonexistent script: ${id}`);
      },
    },
  },
}));

const scripts = () => [...registered.values()] as Registered[];

beforeEach(() => registered.clear());

describe("a check that listens", () => {
  it("has two scripts run, the one that keeps before the one that hears, and only until the browser ends", async () => {
    const end = await overhear(x, 7);
    const [keeps, hears] = scripts();
    expect(scripts()).toHaveLength(2);
    expect([keeps?.id, hears?.id]).toEqual([keeps?.id, hears?.id].sort());
    expect([keeps?.js, hears?.js]).toEqual([["src/x/keep.js"], ["src/x/hear.js"]]);
    expect([keeps?.world, hears?.world]).toEqual([undefined, "MAIN"]);
    for (const script of scripts()) {
      expect(script).toMatchObject({ runAt: "document_start", persistAcrossSessions: false });
      // In frames nobody listens.
      expect(script).not.toHaveProperty("allFrames");
      expect(script).not.toHaveProperty("matchOriginAsFallback");
    }
    await end();
    expect(scripts()).toEqual([]);
  });

  it("has them run on the pages that it visits, and on no other", async () => {
    const end = await overhear(x, 7);
    const addresses = x.visits.map(({ address }) => `${address}*`);
    for (const { matches } of scripts()) expect(matches).toEqual(addresses);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/x\.com\/settings\/\w+\*$/);
    await end();
  });

  it("listens in its own tab alone", async () => {
    expect(isOverheard(7)).toBe(false);
    const end = await overhear(x, 7);
    expect([isOverheard(7), isOverheard(8), isOverheard(undefined)]).toEqual([true, false, false]);
    await end();
    expect(isOverheard(7)).toBe(false);
  });

  it("takes away what a background that was stopped has left", async () => {
    registered.set("1-keeps-x", { id: "1-keeps-x" }).set("2-hears-x", { id: "2-hears-x" });
    await stopOverhearing(x);
    expect(scripts()).toEqual([]);
  });

  it("listens to no site that nobody has a script for", async () => {
    await expect(overhear({ ...x, id: "none" }, 7)).rejects.toThrow("none");
    expect(scripts()).toEqual([]);
  });
});
