import { beforeEach, describe, expect, it, vi } from "vitest";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { Background, Standing } from "../../src/background/client";
import type { RunningWork } from "../../src/background/standing";
import { x } from "../../src/sites/x";
import { createCheckStore } from "../../src/ui/check-store";

const order = { switches: [{ setting: "x.phone", state: "off" }], account: "ada_example" };
const result = concludeFailure(x.id, x.settings, causeOf("no-answer"), 5);
const running: RunningWork = { purpose: "check", step: 0 };

/** A background whose standing and whose answers the test gives. */
function createBackground() {
  let standing: Standing = {
    running: null,
    results: null,
    notice: null,
    onAgain: [],
    reminder: null,
    isPrivate: false,
  };
  const saw: { text(): string | null } = { text: () => null };
  let changed: (standing: Standing) => void = () => undefined;
  type Asked = "check" | "change" | "cancel";
  const unanswered = new Map<Asked, { resolve(): void; reject(error: Error): void }>();
  const answerLater = (message: Asked) =>
    new Promise<void>((resolve, reject) => {
      unanswered.set(message, { resolve, reject });
    });
  const background: Background = {
    standing: () => standing,
    read: async () => standing,
    watch: (callBack) => {
      changed = callBack;
    },
    check: () => answerLater("check"),
    change: () => answerLater("change"),
    cancel: () => answerLater("cancel"),
    guide: async () => undefined,
    learnPermission: async () => undefined,
    join: async () => undefined,
    glance: async () => null,
    dismissNotice: async () => undefined,
    showSetting: async () => undefined,
    showPage: async () => undefined,
    noteOwnDoing: async () => undefined,
    remind: async () => undefined,
    remindLater: async () => undefined,
    readSaw: async () => saw.text(),
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    background,
    saw,
    /** Lets the background answer a message. */
    async answer(message: Asked) {
      unanswered.get(message)?.resolve();
      await settle();
    },
    /** Has nothing come of a message. */
    async lose(message: Asked) {
      unanswered.get(message)?.reject(new Error("Silence."));
      await settle();
    },
    /** Writes to the background's records. */
    async write(written: Partial<Standing>) {
      standing = { ...standing, ...written };
      changed(standing);
      await settle();
    },
  };
}

beforeEach(() => {
  vi.stubGlobal("requestIdleCallback", (callBack: () => void) => callBack());
  vi.useFakeTimers({ toFake: ["setInterval"] });
});

describe("what the popup shows of work", () => {
  it("is the work that was begun last, whenever the answer to the one before arrives", async () => {
    const { background, answer, write } = createBackground();
    const store = createCheckStore(background, x);
    const checked = store.check();
    await write({ running });
    await write({ running: null, results: { latest: result, earlier: null, change: null } });
    expect(store.view.value.phase).toBe("done");

    store.change(order);
    await answer("check");
    await checked;
    expect(store.view.value).toEqual({ phase: "running", purpose: "change", step: null });

    await answer("change");
    expect(store.view.value.phase).toBe("done");
  });

  it("is the work that was begun after the one that was cancelled", async () => {
    const { background, answer, write } = createBackground();
    const store = createCheckStore(background, x);
    store.check();
    await write({ running });
    const cancelled = store.cancel();
    await write({ running: null, results: { latest: result, earlier: null, change: null } });
    store.change(order);
    await answer("cancel");
    await cancelled;
    expect(store.view.value).toEqual({ phase: "running", purpose: "change", step: null });
  });

  it("is what was known before where nothing came of it, and that it was interrupted", async () => {
    const { background, lose, write } = createBackground();
    const store = createCheckStore(background, x);
    const known = { ...result, account: "ada_example", failure: null };
    await write({ results: { latest: known, earlier: null, change: null } });
    store.check();
    await lose("check");
    expect(store.view.value).toMatchObject({ phase: "done", shown: known, failed: { failure: "interrupted" } });

    await write({ notice: "guide-removed" });
    expect(store.view.value).toMatchObject({ phase: "done", shown: known, failed: { failure: "interrupted" } });

    store.change(order);
    expect(store.view.value).toMatchObject({ phase: "running", purpose: "change" });
    await lose("change");
    expect(store.view.value).toMatchObject({ phase: "done", shown: known, failed: { failure: "interrupted" } });

    await write({ results: { latest: { ...known, asOf: 6 }, earlier: null, change: null } });
    expect(store.view.value).toMatchObject({ phase: "done", shown: { failure: null, asOf: 6 }, failed: null });
  });

  it("is over where nothing came of its cancelling either", async () => {
    const { background, lose } = createBackground();
    const store = createCheckStore(background, x);
    store.check();
    const cancelled = store.cancel();
    await lose("cancel");
    await cancelled;
    expect(store.view.value).toEqual({ phase: "idle", shown: null });
  });

  it("is nothing where a check was cancelled before it began", async () => {
    const { background, answer } = createBackground();
    const store = createCheckStore(background, x);
    store.check();
    expect(store.view.value).toEqual({ phase: "running", purpose: "check", step: null });
    const cancelled = store.cancel();
    await answer("cancel");
    await cancelled;
    expect(store.view.value).toEqual({ phase: "idle", shown: null });
  });
});

describe("what the last check saw", () => {
  it("is not there before it is asked for, and gone once another check has ended", async () => {
    const { background, saw, write } = createBackground();
    const store = createCheckStore(background, x);
    saw.text = () => "a file";
    expect(store.saw.value).toBeNull();
    await store.readSaw();
    expect(store.saw.value).toEqual({ text: "a file" });

    await write({ notice: "guide-removed" });
    expect(store.saw.value).toEqual({ text: "a file" });
    await write({ results: { latest: result, earlier: null, change: null } });
    expect(store.saw.value).toBeNull();
  });

  it.each<[string, () => string | null]>([
    ["nothing is kept of it", () => null],
    [
      "the background cannot tell",
      () => {
        throw new Error("Silence.");
      },
    ],
  ])("is said to be gone where %s", async (_name, text) => {
    const { background, saw } = createBackground();
    const store = createCheckStore(background, x);
    saw.text = text;
    await store.readSaw();
    expect(store.saw.value).toEqual({ text: null });
  });
});
