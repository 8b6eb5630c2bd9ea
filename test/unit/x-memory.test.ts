import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type DrawnPage, fiberRoot, gatherFrom, loadedState } from "./x-page";

const memoryOf = (drawn: DrawnPage) => gatherFrom(drawn).memory as Readonly<Record<string, unknown>>;
const state = loadedState();
const refuse = () => {
  throw new Error("not for you");
};

/** React's root, where the tree that is drawn begins with a fiber. */
const rootOf = (fiber: object) => ({ __reactContainer$k3y: { stateNode: { current: fiber } } });

function behindSiblings(store: unknown, count: number): object {
  let fiber: object = { memoizedProps: { store } };
  for (let index = 0; index < count; index += 1) fiber = { memoizedProps: { index }, sibling: fiber };
  return rootOf({ child: fiber });
}

function amongProperties(store: unknown, count: number): object {
  const others = Array.from({ length: count }, (_, index) => [`other${index}`, { index }] as const);
  return rootOf({ memoizedProps: { ...Object.fromEntries(others), store } });
}

describe("X's memory", () => {
  it.each<[string, (store: unknown) => object]>([
    ["among React's fibers", (store) => fiberRoot(store)],
    ["behind as many fibers as are looked at", (store) => behindSiblings(store, 1998)],
    ["among as many of a fiber's properties as are looked at", (store) => amongProperties(store, 59)],
    ["beside other properties of the root", (store) => ({ other: {}, ...fiberRoot(store) })],
    [
      "beside a property that throws at the touch",
      (store) =>
        rootOf({ memoizedProps: Object.defineProperty({ store }, "closed", { enumerable: true, get: refuse }) }),
    ],
    [
      "beside a fiber whose properties cannot be listed",
      (store) => rootOf({ memoizedProps: new Proxy({}, { ownKeys: refuse }), child: { memoizedProps: { store } } }),
    ],
  ])("is found %s", (_name, root) => {
    expect(memoryOf({ state, root })).toMatchObject({ store: "found", status: "loaded" });
  });

  it.each<[string, (store: unknown) => object]>([
    ["without React", () => ({})],
    ["in a property of another name", (store) => ({ container: Object.values(fiberRoot(store))[0] })],
    ["in what only has the name of a store", () => rootOf({ memoizedProps: { store: { getState: "loaded" } } })],
    ["in a function", (store) => rootOf({ memoizedProps: { store: Object.assign(() => undefined, store) } })],
    ["behind more fibers than are looked at", (store) => behindSiblings(store, 1999)],
    ["among more properties than are looked at", (store) => amongProperties(store, 60)],
    [
      "in fibers that lead in a circle",
      () => {
        const fiber: { memoizedProps: object; child?: object } = { memoizedProps: {} };
        fiber.child = fiber;
        return rootOf(fiber);
      },
    ],
  ])("is missing %s", (_name, root) => {
    expect(memoryOf({ state, root })).toEqual({ store: "missing", app: "other" });
  });

  it.each<[string, (store: unknown) => object, string]>([
    ["along a fixed path", (store) => ({ children: { props: { children: { props: { store } } } } }), "found"],
    ["not along another path", (store) => ({ children: { props: { store } } }), "missing"],
    ["not where the path ends elsewhere", () => ({ children: { props: { children: { props: {} } } } }), "missing"],
  ])("is found without fibers %s", (_name, properties, store) => {
    const rootChild = (given: unknown) => ({ other: {}, __reactProps$k3y: properties(given) });
    expect(memoryOf({ state, root: () => ({}), rootChild })).toMatchObject({
      store,
      ...(store === "found" && { way: "path" }),
    });
  });

  it.each<[string, DrawnPage, string]>([
    ["is not for reading", { root: () => fiberRoot({ getState: refuse }) }, "unreadable"],
    ["holds a list that cannot be touched", { state: loadedState({}, { devices: revoked() }) }, "found"],
  ])("%s, and nothing is thrown", (_name, drawn, store) => {
    expect(memoryOf({ state, ...drawn })).toMatchObject({ store });
  });

  /** What is a store of X's, by the parts of its state, and what is somebody else's. */
  it.each<[unknown, string]>([
    [{ settings: {}, session: {} }, "found"],
    [{ session: {}, entities: {} }, "found"],
    [{ entities: {}, featureSwitch: {} }, "found"],
    [{ settings: {}, featureSwitch: {} }, "found"],
    [{ settings: {} }, "missing"],
    [{ featureSwitch: {}, theme: {} }, "missing"],
    [{ settings: "loaded", session: "mine" }, "missing"],
    [{ settings: () => 1, session: () => 1 }, "missing"],
    [{}, "missing"],
    [null, "missing"],
    ["settings", "missing"],
    [undefined, "missing"],
  ])("is X's own where its state is %o: %s", (of, store) => {
    expect(memoryOf({ state: of })).toMatchObject({ store });
  });

  it.each([
    [19, "found"],
    [20, "missing"],
  ])("is found beside %i stores that are somebody else's: %s", (count, found) => {
    const other = { getState: () => ({ theme: {} }) };
    const root = (store: unknown) => {
      const others = Array.from({ length: count }, (_, index) => [`other${index}`, other] as const);
      return rootOf({ memoizedProps: { ...Object.fromEntries(others), store } });
    };
    expect(memoryOf({ state, root })).toMatchObject({ store: found });
  });

  it("is found behind a store that throws", () => {
    const root = (store: unknown) => rootOf({ memoizedProps: { other: { getState: refuse }, store } });
    expect(memoryOf({ state, root })).toMatchObject({ store: "found", way: "fibers" });
  });

  it.each<[string, DrawnPage, string]>([
    ["X's newer client, by its script", { html: '<i src="https://abs.twimg.com/x-web/x-web/entry-a1.js"></i>' }, "new"],
    ["X's newer client, by what it loads ahead", { html: '<link href="//abs.twimg.com/x-web/a.js">' }, "new"],
    [
      "X's newer client beside its word that scripts are missing",
      {
        html: '<link href="//abs.twimg.com/x-web/a.js"><p id="ScriptLoadFailure">Oh no</p>',
      },
      "new",
    ],
    ["X's word that scripts are missing", { html: '<p id="ScriptLoadFailure">Oh no</p>', isRootEmpty: true }, "failed"],
    [
      "the same, where nobody sees it",
      { html: '<p id="ScriptLoadFailure" style="display: none">Oh no</p>', isRootEmpty: true },
      "empty",
    ],
    ["the place for an app that did not come", { isRootEmpty: true }, "empty"],
    ["the place for an app, with something in it", {}, "other"],
    [
      "another script of X's",
      { html: '<i src="https://abs.twimg.com/responsive-web/client-web/main.a.js"></i>' },
      "other",
    ],
  ])("tells where it is missing what is there instead: %s", (_name, drawn, app) => {
    expect(memoryOf(drawn)).toEqual({ store: "missing", app });
  });

  it("tells X's newer client by its router", () => {
    vi.stubGlobal("__TSR_ROUTER__", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(memoryOf({})).toEqual({ store: "missing", app: "new" });
  });

  it.each([
    [true, true],
    [false, false],
    ["true", false],
    [undefined, false],
  ])("says whether somebody uses the account as a delegate: %j is %j", (isRestrictedSession, isRestricted) => {
    const session = { user_id: "12", isRestrictedSession };
    expect(memoryOf({ state: loadedState({}, { session }) })).toMatchObject({ isRestricted });
  });

  it("is looked for among properties, and not among the letters of a text that the page draws", () => {
    const listed = vi.spyOn(Object, "keys");
    const root = (store: unknown) => rootOf({ memoizedProps: "a long text", child: { memoizedProps: { store } } });
    expect(memoryOf({ state, root })).toMatchObject({ store: "found" });
    const texts = listed.mock.calls.filter(([of]) => typeof of === "string");
    listed.mockRestore();
    expect(texts).toEqual([]);
  });

  it("is looked for among properties, and not among the entries of a list", () => {
    const listed = vi.spyOn(Object, "keys");
    const root = (store: unknown) =>
      rootOf({ memoizedProps: Array(50_000).fill(0), child: { memoizedProps: { store } } });
    expect(memoryOf({ state, root })).toMatchObject({ store: "found" });
    const lists = listed.mock.calls.filter(([of]) => Array.isArray(of));
    listed.mockRestore();
    expect(lists).toEqual([]);
  });

  it.each([
    ["none", "none"],
    ["loading", "loading"],
    ["loaded", "loaded"],
    ["failed", "failed"],
    ["ready", "other"],
    [true, "other"],
    [undefined, "other"],
  ])("has loaded its settings as far as it says: %j is %s", (fetchStatus, status) => {
    const remote = { fetchStatus, settings: {} };
    expect(memoryOf({ state: loadedState({}, { settings: { remote } }) })).toMatchObject({ status });
  });

  it.each([
    [{ user_id: "12" }, "signed-in"],
    [{ user_id: "12", isLoaded: true }, "signed-in"],
    [{ isLoaded: true }, "signed-out"],
    [{ isLoaded: false }, "unknown"],
    [{ isLoaded: "yes" }, "unknown"],
    [{}, "unknown"],
    [undefined, "unknown"],
    [{ user_id: "", isLoaded: true }, "unknown"],
    [{ user_id: 12, isLoaded: true }, "unknown"],
    [{ user_id: null, isLoaded: true }, "unknown"],
  ])("knows by %j whether somebody is signed in: %s", (session, viewer) => {
    expect(memoryOf({ state: loadedState({}, { session }) })).toMatchObject({ viewer });
  });

  it.each([
    ["twid=u%3D12", "same"],
    ["twid=u=12", "same"],
    ['twid="u=12"', "same"],
    ["lang=en; twid=u%3D12; guest=1", "same"],
    ["TWID=U%3d12", "same"],
    ["twid=u%3D120", "other"],
    ["lang=en;twid=u%3D3", "other"],
    ["nottwid=u%3D3", "none"],
    ["guest=twid=u%3D3", "none"],
    ["twid=u%3D", "none"],
    ["twid=12", "none"],
    ["", "none"],
  ])("is compared with the browser's session, here %j: %s", (cookie, compared) => {
    expect(memoryOf({ state, cookie })).toMatchObject({ cookie: compared });
  });

  it("is compared with no session while nobody is known to be signed in", () => {
    expect(memoryOf({ state: loadedState({}, { session: {} }), cookie: "twid=u%3D12" })).toMatchObject({
      cookie: "none",
    });
  });

  it.each<[string, object, { settings: unknown; session: unknown }]>([
    ["its settings and its session", state, { settings: "ada", session: "ada" }],
    ["its settings alone", loadedState({}, { entities: {} }), { settings: "ada", session: null }],
    ["its session alone", loadedState({ screen_name: undefined }), { settings: null, session: "ada" }],
    [
      "no more than a handle can be",
      loadedState({ screen_name: "a".repeat(999) }),
      { settings: "a".repeat(64), session: "ada" },
    ],
    ["nothing that is no word", loadedState({ screen_name: 12 }), { settings: null, session: "ada" }],
    ["nobody's session", loadedState({}, { session: { user_id: 12 } }), { settings: "ada", session: null }],
  ])("names the account by %s", (_name, state, handles) => {
    expect(memoryOf({ state })).toMatchObject({ handles });
  });

  const open = { beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } };
  const others = (count: number) => Array.from({ length: count }, () => ({ action: { type: "rweb/other" } }));
  it.each<[string, unknown, boolean]>([
    ["nothing", [], false],
    ["a write that is open", [open], true],
    ["a write that is open after much else", [...others(100), open], true],
    ["a write that is open before much else", [open, ...others(100)], true],
    ["a write that is closed", [{ action: open.action }], false],
    ["something else that is open", [{ beforeState: {}, action: { type: "rweb/other" } }], false],
    ["as much as can be looked at", others(2000), false],
    ["more than can be looked at", others(2001), true],
  ])("is waiting for an answer where its log holds %s", (_name, optimist, hasPendingWrite) => {
    expect(memoryOf({ state: loadedState({}, { optimist }) })).toMatchObject({ hasPendingWrite });
  });

  it.each<[string, unknown, unknown]>([
    ["a switch", true, true],
    ["a switch that is off", false, false],
    ["nothing that is missing", undefined, undefined],
    ["a word that none knows by its type", "+1 555 0100", { type: "string" }],
    ["a number by its type", 15550100, { type: "number" }],
    ["an object by its type", { number: "+1 555 0100" }, { type: "object" }],
    ["nothing by its type", null, { type: "object" }],
  ])("reports %s", (_name, value, reported) => {
    const { values } = memoryOf({ state: loadedState({ discoverable_by_mobile_phone: value }) }) as { values: object };
    expect(values).toHaveProperty("discoverable_by_email", false);
    expect(Reflect.get(values, "discoverable_by_mobile_phone")).toEqual(reported);
  });

  it("reports the words that a setting knows, and not those of another", () => {
    const settings = { allow_dms_from: "verified", allow_media_tagging: "verified", secret: "everything" };
    expect(memoryOf({ state: loadedState(settings) })).toMatchObject({
      values: {
        discoverable_by_mobile_phone: false,
        discoverable_by_email: false,
        allow_dms_from: "verified",
        allow_media_tagging: { type: "string" },
      },
    });
    expect(JSON.stringify(memoryOf({ state: loadedState(settings) }))).not.toContain("everything");
  });

  it.each<[string, unknown, object]>([
    ["none", { fetchStatus: "loaded", data: { phone_numbers: [] } }, { status: "loaded", numbers: 0 }],
    ["two", { fetchStatus: "loading", data: { phone_numbers: [{}, {}] } }, { status: "loading", numbers: 2 }],
    ["no list", { fetchStatus: "loaded", data: { phone_numbers: "12" } }, { status: "loaded", numbers: null }],
    ["no data", { fetchStatus: "failed" }, { status: "failed", numbers: null }],
    ["nothing", undefined, { status: "other", numbers: null }],
    [
      "a list whose length is no number",
      { data: { phone_numbers: new Proxy([], { get: () => "many" }) } },
      { status: "other", numbers: null },
    ],
    ["a list that cannot be touched", { data: { phone_numbers: revoked() } }, { status: "other", numbers: null }],
  ])("counts the numbers on file and tells none of them: %s", (_name, devices, counted) => {
    expect(memoryOf({ state: loadedState({}, { devices: { devices } }) })).toMatchObject({ devices: counted });
  });
});

/** A list that throws at every touch, also when it is asked whether it is one. */
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}
