import type { Curiosity } from "./kit";

/** What bodies are, read in every way, well and badly. */
export const readsInEveryWay: Curiosity = async ({ odd, attempt }) => {
  const notes: Record<string, unknown> = {};
  const measure = async (value: unknown): Promise<unknown> => {
    if (value instanceof ArrayBuffer) return ["buffer", value.byteLength];
    if (value instanceof Uint8Array) return ["bytes", value.byteLength, value.buffer.byteLength];
    if (value instanceof Blob) return ["blob", value.size, value.type];
    if (value instanceof FormData) return ["form", [...value.keys()]];
    return typeof value === "string" && value.length > 100 ? ["text", value.length] : value;
  };
  for (const answer of ["not-json", "empty", "refused", "half"] as const) {
    for (const way of ["json", "text", "arrayBuffer", "blob"] as const) {
      const response = await fetch(odd(answer));
      // One that is read before it is all there may break with other words.
      if (answer !== "half") await fetch("/i/wait/30");
      const before = [response.bodyUsed, response.status, response.redirected, response.type];
      const read = attempt(async () => measure(await response[way]()));
      notes[`${way} of ${answer}`] = [before, response.bodyUsed, await read, response.bodyUsed];
    }
  }
  const without = await fetch(odd("no-content"));
  notes.without = [without.body, (await attempt(() => without.json())).how, without.bodyUsed];
  const marked = await fetch(odd("marked"));
  notes.marked = [(await marked.clone().json()).screen_name, (await marked.text()).charCodeAt(0)];
  const form = await fetch(odd("form"));
  notes.form = await attempt(async () => measure(await form.formData()));
  notes.notForm = await attempt(async () => (await fetch(odd("plain"))).formData());
  const bytes = (await fetch(odd("plain"))) as Response & { bytes?: () => Promise<Uint8Array> };
  notes.bytes = bytes.bytes ? await measure(await bytes.bytes()) : "none";
  const elsewhere = await fetch(odd("elsewhere"));
  notes.elsewhere = [elsewhere.redirected, elsewhere.url, Object.keys(await elsewhere.json()).length > 0];
  notes.head = await attempt(async () => measure(await (await fetch(odd("plain"), { method: "HEAD" })).text()));
  return notes;
};

/** A body that is read twice, cloned, locked or let go. */
export const readsTwice: Curiosity = async ({ odd, attempt }) => {
  const notes: Record<string, unknown> = {};
  const used = await fetch(odd("plain"));
  const first = used.json();
  notes["twice at once"] = [used.bodyUsed, await attempt(() => used.json()), typeof (await first)];
  notes.later = [await attempt(() => used.text()), await attempt(() => used.clone())];
  const cloned = await fetch(odd("plain"));
  const copy = cloned.clone();
  const [one, other] = await Promise.all([cloned.json(), copy.text()]);
  notes.cloned = [JSON.stringify(one) === JSON.stringify(JSON.parse(other)), cloned.bodyUsed, copy.bodyUsed];
  const touched = await fetch(odd("plain"));
  const { body } = touched;
  const isReading = touched.json();
  notes.touched = [body?.locked, touched.body?.locked, touched.bodyUsed, typeof (await isReading)];
  const locked = await fetch(odd("plain"));
  const reader = locked.body?.getReader();
  notes.locked = [await attempt(() => locked.json()), await attempt(() => locked.clone()), locked.bodyUsed];
  reader?.releaseLock();
  notes.released = (await attempt(() => locked.json())).how;
  const begun = await fetch(odd("plain"));
  const beginning = begun.body?.getReader();
  await beginning?.read();
  beginning?.releaseLock();
  notes.begun = [await attempt(() => begun.json()), begun.bodyUsed];
  notes["of its own"] = [
    await new Response('{"own":1}').json(),
    await attempt(() => new Response("{").json()),
    await attempt(() => Response.error().text()),
    await attempt(() => Response.prototype.text.call({})),
    await attempt(() => Response.prototype.json.call(new Request("/", { method: "POST", body: "{}" }))),
  ];
  const derived = Object.setPrototypeOf(await fetch(odd("plain")), class extends Response {}.prototype);
  notes.derived = typeof (await derived.json());
  return notes;
};

/** A body that is taken as a stream. */
export const takesStreams: Curiosity = async ({ odd, attempt }) => {
  const notes: Record<string, unknown> = {};
  const streamed = await fetch(odd("plain"));
  let length = 0;
  const reader = streamed.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    length += part.value.byteLength;
  notes.read = [length > 0, streamed.bodyUsed];
  const piped = await fetch(odd("plain"));
  let text = "";
  const decoded = piped.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await decoded?.read(); part && !part.done; part = await decoded?.read()) text += part.value;
  notes.piped = [typeof JSON.parse(text), piped.bodyUsed];
  const endless = await fetch(odd("endless"));
  notes.cancelled = [await attempt(() => endless.body?.cancel("enough")), endless.bodyUsed];
  const halfway = await fetch(odd("endless"));
  const part = halfway.body?.getReader();
  notes.halfway = [typeof (await part?.read())?.value, await attempt(() => part?.cancel()), halfway.bodyUsed];
  const own = await fetch(odd("plain"));
  const byob = await attempt(async () => {
    const bytes = own.body?.getReader({ mode: "byob" });
    const { value, done } = (await bytes?.read(new Uint8Array(16))) ?? {};
    await bytes?.cancel();
    return [value?.byteLength, done];
  });
  notes.byob = byob;
  const forked = await fetch(odd("plain"));
  const branches = forked.body?.tee() ?? [];
  notes.forked = await Promise.all(branches.map((branch) => new Response(branch).json().then((body) => typeof body)));
  const huge = await fetch(odd("huge"));
  notes.huge = (await huge.text()).length;
  const stop = new AbortController();
  const stopped = await fetch(odd("endless"), { signal: stop.signal });
  const reading = stopped.text();
  const other = await fetch(odd("plain"));
  notes["beside an endless one"] = typeof (await other.json());
  stop.abort();
  notes.stopped = await attempt(() => reading);
  return notes;
};
