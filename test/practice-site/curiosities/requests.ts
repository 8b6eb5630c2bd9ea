import type { Curiosity } from "./kit";

/** How calls of `fetch` end: with what they return, throw, or break their promise with. */
export const asksInEveryWay: Curiosity = async ({ odd, attempt }) => {
  const call = fetch as (...parameters: unknown[]) => Promise<unknown>;
  const ended: Record<string, unknown> = {};
  const ways: Record<string, () => unknown> = {
    "with nothing": () => call(),
    "with a symbol": () => call(Symbol("address")),
    "with null": () => call(null),
    "a bad address": () => call("https://["),
    "a bad address with options": () => call("https://[", { method: "POST" }),
    "with somebody's name in it": () => call("https://ada:secret@x.com/"),
    "a bad method": () => call(odd("plain"), { method: "(" }),
    "a forbidden method": () => call(odd("plain"), { method: "TRACE" }),
    "a bad mode": () => call(odd("plain"), { mode: "navigate" }),
    "a bad signal": () => call(odd("plain"), { signal: 5 }),
    "bad headers": () => call(odd("plain"), { headers: { "(": "" } }),
    "options that are none": () => call(odd("plain"), 5),
    "a body with GET": () => call(odd("plain"), { body: "body" }),
    "the wrong this": () => call.call({}, odd("plain")),
    "no this": () => call.call(undefined, odd("plain")).then((response) => (response as Response).status),
    "of a frame's this": () => call.call(document, odd("plain")),
    "cut off": () => call(odd("cut")),
    "another origin": () => call("https://elsewhere.example/", { mode: "cors" }),
    "forbidden by the page's policy": () => call("https://elsewhere.example/"),
    "a redirect that is an error": () => call(odd("elsewhere"), { redirect: "error" }),
    "a method that throws": () =>
      call(odd("plain"), {
        get method() {
          throw new RangeError("method");
        },
      }),
    "an address that throws": () =>
      call({
        toString() {
          throw new RangeError("address");
        },
      }),
    "a used request": async () => {
      const request = new Request(odd("plain"), { method: "POST", body: "body" });
      await request.text();
      return call(request);
    },
  };
  for (const [name, work] of Object.entries(ways)) ended[name] = await attempt(work);
  return ended;
};

/** What becomes of a call that is given up, at every moment of it. */
export const givesUp: Curiosity = async ({ odd, say }) => {
  const notes: Record<string, unknown> = {};
  for (const reason of [undefined, "a word", { its: "own" }, new RangeError("own")]) {
    const kind = typeof reason === "object" ? Object.prototype.toString.call(reason) : String(reason);
    const ended = (promise: Promise<unknown>) =>
      promise.then(
        (value) => ["kept", typeof value],
        (error: unknown) => ["broke", say(error), error === reason],
      );
    const before = new AbortController();
    before.abort(reason);
    notes[`before, ${kind}`] = await ended(fetch(odd("plain"), { signal: before.signal }));

    const during = new AbortController();
    const asked = fetch(odd("never"), { signal: during.signal });
    during.abort(reason);
    notes[`while it is asked, ${kind}`] = await ended(asked);

    const reading = new AbortController();
    const answered = await fetch(odd("endless"), { signal: reading.signal });
    const read = answered.json();
    reading.abort(reason);
    notes[`while it is read, ${kind}`] = [await ended(read), answered.bodyUsed, await ended(answered.text())];

    const unread = new AbortController();
    const waiting = await fetch(odd("endless"), { signal: unread.signal });
    unread.abort(reason);
    notes[`before it is read, ${kind}`] = [await ended(waiting.json()), waiting.bodyUsed];

    const after = new AbortController();
    const done = await fetch(odd("plain"), { signal: after.signal });
    const text = await done.text();
    after.abort(reason);
    notes[`after it was read, ${kind}`] = [text.length > 0, await ended(done.text())];
  }
  const late = await fetch(odd("endless"), { signal: AbortSignal.timeout(200) });
  notes["after a time"] = await late.json().catch(say);
  return notes;
};

/** Which broken promises nobody has looked after, and whether they are those that the page was given. */
export const forgetsPromises: Curiosity = async ({ odd, say }) => {
  const forgotten: Promise<unknown>[] = [];
  const names = new Map<Promise<unknown>, string>();
  const heard: unknown[] = [];
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    heard.push([names.get(event.promise) ?? "a promise of nobody's", say(event.reason)]);
  });
  addEventListener("rejectionhandled", (event) => heard.push(["handled", names.get(event.promise) ?? "nobody's"]));
  const forget = (name: string, promise: Promise<unknown>) => {
    names.set(promise, name);
    forgotten.push(promise);
  };
  const used = await fetch(odd("plain"));
  await used.text();
  const stop = new AbortController();
  const endless = await fetch(odd("endless"), { signal: stop.signal });
  forget("cut off", fetch(odd("cut")));
  forget("not JSON", (await fetch(odd("not-json"))).json());
  forget("half", (await fetch(odd("half"))).text());
  forget("read twice", used.json());
  forget("given up", endless.text());
  stop.abort();
  forget("a bad address", fetch("https://["));
  forget("of nothing", Response.prototype.json.call({}));
  // By then all of them are told of.
  await (await fetch(odd("slow"))).text();
  // One that is looked after late is told of as well.
  forgotten[0]?.catch(() => undefined);
  await (await fetch(odd("slow"))).text();
  return { heard: heard.map((one) => JSON.stringify(one)).sort() };
};

/** In which order what is asked and answered comes, among everything else that waits. */
export const watchesTheOrder: Curiosity = async ({ odd }) => {
  const order: string[] = [];
  const note = (what: string) => order.push(what);
  const asked = fetch(odd("plain"));
  note("fetch has returned");
  queueMicrotask(() => note("a job after fetch"));
  const response = await asked;
  const read = response.json();
  note("json has returned");
  const jobs = (async () => {
    for (let index = 0; index < 3; index += 1) await null;
    note("three jobs after json");
  })();
  const [body] = await Promise.all([read, jobs]);
  note(`json is there: ${Object.keys(body).length > 0}`);

  // Everything that is there at once is answered within jobs.
  const own = new Response("{}");
  const texts = Promise.all([own.text().then(() => note("text")), Promise.resolve().then(() => note("a job"))]);
  await texts;

  // What takes its time takes it, and nothing else waits for it.
  const slow = fetch(odd("slow")).then((answer) => answer.json());
  const quick = fetch(odd("plain")).then((answer) => answer.json());
  await Promise.all([slow.then(() => note("slow")), quick.then(() => note("quick"))]);
  const began = performance.now();
  await (await fetch(odd("slow"))).json();
  const [entry] = performance.getEntriesByType("resource").slice(-1) as PerformanceResourceTiming[];
  note(`the slow one takes about its time: ${(entry?.responseEnd ?? 0) - began < 3000}`);
  return {
    order,
    asked: performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .sort(),
  };
};
