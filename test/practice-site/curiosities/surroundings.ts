import type { Curiosity } from "./kit";

/** What is there besides: names, events, messages, entries, workers and frames. */
export const looksAround: Curiosity = async ({ odd, until }) => {
  const heard: string[] = [];
  const listen = (to: EventTarget, name: string) => {
    for (const type of ["message", "messageerror", "error", "unlisted-answers", "securitypolicyviolation"]) {
      to.addEventListener(type, () => heard.push(`${type} at ${name}`), true);
    }
  };
  listen(window, "window");
  listen(document, "document");
  const held = {
    fetch,
    open: XMLHttpRequest.prototype.open,
    json: Response.prototype.json,
    text: Function.prototype.toString,
  };
  const isSame = () => [
    held.fetch === window.fetch,
    held.fetch === globalThis.fetch,
    held.open === XMLHttpRequest.prototype.open,
    held.json === Response.prototype.json,
    held.text === Function.prototype.toString,
  ];
  const same = [isSame()];
  const names = Object.getOwnPropertyNames(window).sort();
  const symbols = Object.getOwnPropertySymbols(window).map(String);
  const documentNames = Object.getOwnPropertyNames(document).sort();
  await (await fetch(odd("slow"))).json();
  same.push(isSame());

  const frame = document.body.appendChild(document.createElement("iframe"));
  const inFrame = frame.contentWindow as unknown as typeof globalThis;
  const texts = (of: typeof globalThis) => [
    String(of.fetch),
    String(of.Response.prototype.json),
    String(of.XMLHttpRequest),
  ];
  const written = document.createElement("iframe");
  written.srcdoc = "<p>Here</p>";
  await new Promise((resolve) => {
    written.onload = resolve;
    document.body.append(written);
  });
  const inWritten = written.contentWindow as unknown as typeof globalThis;
  const frames = [texts(inFrame), texts(inWritten)];
  frame.remove();
  written.remove();

  const ask = (worker: Worker | ServiceWorker) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage(null, [port2]);
    });
  const worker = new Worker("/i/curious-worker.js");
  const workers = [await ask(worker)];
  worker.terminate();
  const registration = await navigator.serviceWorker.register("/i/curious-worker.js", { scope: "/i/curious/" });
  const serving = registration.installing ?? registration.active;
  workers.push(serving ? await ask(serving) : "none");
  await registration.unregister();
  same.push(isSame());
  let isLater = false;
  setTimeout(() => {
    isLater = true;
  }, 300);
  await until(() => isLater);
  same.push(isSame());
  const entries = performance.getEntries().map(({ entryType, name }) => `${entryType} ${name}`);
  return {
    heard,
    same,
    names,
    later: Object.getOwnPropertyNames(window).filter((name) => !names.includes(name)),
    symbols,
    documentNames,
    frames,
    workers,
    entries: entries.filter(
      (entry) => !/^(paint|visibility-state|navigation|largest|layout|long|resource .*client)/.test(entry),
    ),
    attributes: [...document.querySelectorAll("*")].map((element) => [
      element.localName,
      ...element.getAttributeNames(),
    ]),
    scripts: [...document.scripts].map(({ src }) => src.replace(/\/client\/.*/, "client")),
    sheets: document.adoptedStyleSheets.length,
  };
};
