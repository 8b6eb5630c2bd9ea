import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCheck } from "../../src/background/run-check";
import { x } from "../../src/sites/x";

const { removed, event } = vi.hoisted(() => ({
  removed: vi.fn(),
  event: { addListener: () => undefined, removeListener: () => undefined },
}));
/** The browser, as far as a check needs it whose page never comes. */
vi.mock("webextension-polyfill", () => ({
  default: {
    permissions: { contains: async () => true },
    tabs: {
      create: async () => ({ id: 7, lastAccessed: 1 }),
      remove: removed,
      get: async () => ({ status: "loading" }),
      onUpdated: event,
      onRemoved: event,
      onReplaced: event,
    },
    scripting: { executeScript: () => new Promise(() => undefined) },
  },
}));

beforeEach(() => {
  removed.mockReset().mockResolvedValue(undefined);
});
afterEach(() => {
  expect(removed).toHaveBeenCalledExactlyOnceWith(7);
});

describe("a check that is ended before it is noted which tab it has opened", () => {
  it("is not over until that is noted: nobody would forget it afterwards", async () => {
    const stop = new AbortController();
    let finishNoting = () => {};
    const noted = new Promise<void>((resolve) => {
      finishNoting = resolve;
    });
    const isOver = vi.fn();
    const check = runCheck(x, 1, stop.signal, async (_step, tab) => {
      if (!tab) return;
      stop.abort("cancelled");
      await noted;
    }).finally(isOver);
    await vi.waitFor(() => expect(stop.signal.aborted).toBe(true));
    // As long as everything else may take.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(isOver).not.toHaveBeenCalled();
    finishNoting();
    const { result, close } = await check;
    await close();
    expect(result.failure).toBe("cancelled");
  });
});
