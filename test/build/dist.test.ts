import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { incidents } from "../../src/risk/incidents";
import { keyIncidents } from "../../src/risk/key-facts";
import { numberingTable } from "../../src/risk/numbering-table";
import { findCodeBreaches } from "../guards/built-code";
import { parseCode } from "../guards/syntax";
import { readScripts } from "./page-scripts";

/** Each way by which a built file would make code of strings, load from elsewhere or send there; and harmless likes. */
const lines: readonly (readonly [name: string, text: string, breach: string | null])[] = [
  ["a.js", "eval(code)", "eval"],
  ["a.js", "(0, globalThis.eval)(code)", "eval"],
  ["a.js", 'globalThis["eval"](code)', "eval"],
  ["a.js", "const { eval: run } = globalThis", "eval"],
  ["a.js", "new Function(code)", "Function"],
  ["a.js", "Function.call(null, code)", "Function"],
  ["a.js", 'setTimeout("alert()", 1)', "setTimeout of a string"],
  ["a.js", "element.innerHTML = markup", "innerHTML"],
  ["a.js", 'element.insertAdjacentHTML("beforeend", markup)', "insertAdjacentHTML"],
  ["a.js", "document.write(markup)", "document.write"],
  ["a.js", "new DOMParser().parseFromString(markup, kind)", "DOMParser"],
  ["a.js", "fetch(address)", "fetch"],
  ["a.js", "self[`fetch`](address)", "fetch"],
  ["a.js", "new XMLHttpRequest()", "XMLHttpRequest"],
  ["a.js", "new WebSocket(address)", "WebSocket"],
  ["a.js", "new EventSource(address)", "EventSource"],
  ["a.js", "new RTCPeerConnection()", "RTCPeerConnection"],
  ["a.js", "navigator.sendBeacon(address, data)", "sendBeacon"],
  ["a.js", "importScripts(address)", "importScripts"],
  ["a.js", "new Worker(address)", "Worker"],
  ["a.js", "import(address)", "import()"],
  ["a.js", 'import("https://other.example/a.js")', "import()"],
  ["a.js", 'import("../a.js")', "import()"],
  ["a.js", `import(\`./\${name}.js\`)`, "import()"],
  ["a.js", 'import("./a.js")', null],
  ["a.js", 'import "https://example.org/a.js"', "import from elsewhere"],
  ["a.js", 'export * from "https://example.org/a.js"', "import from elsewhere"],
  ["a.js", 'image.src = "https://example.org/a.png"', "src is elsewhere"],
  ["a.js", `image.src = \`//example.org/\${name}\``, "src is elsewhere"],
  ["a.js", 'image.setAttribute("src", "https://example.org/a.png")', "src is elsewhere"],
  ["a.js", 'h("img", { src: "https://example.org/a.png" })', "src is elsewhere"],
  ["a.js", 'h("iframe", { title })', "an element iframe"],
  ["a.js", 'document.createElement("script")', "an element script"],
  ["a.js", 'h("a", { href: "https://example.org/" })', null],
  ["a.js", 'h("img", { src: "/a.png" })', null],
  ["a.js", "const api = { eval: { minArgs: 1 } }", null],
  ["a.js", "Function.call.bind(Object.prototype.hasOwnProperty)", null],
  ["a.js", "setTimeout(() => tell(), 1)", null],
  ["x/hear.iife.js", "hear(XMLHttpRequest.prototype, `send`, (self) => self)", null],
  ["x/hear.iife.js", 'read(XMLHttpRequest.prototype, "status")', null],
  ["x/hear.iife.js", 'read(Request.prototype, "url")', null],
  ["x/hear.iife.js", "hear(globalThis, `fetch`, (self) => self)", null],
  ["x/hear.iife.js", "hear(Function.prototype, `toString`, (self) => self)", null],
  ["x/hear.iife.js", "make(Function.prototype, `constructor`)", "Function"],
  ["x/hear.iife.js", "new Function(code)", "Function"],
  ["x/hear.iife.js", "new XMLHttpRequest()", "XMLHttpRequest"],
  ["x/hear.iife.js", "construct(XMLHttpRequest, [])", "XMLHttpRequest"],
  ["x/hear.iife.js", "make(XMLHttpRequest.prototype)", "XMLHttpRequest"],
  ["x/hear.iife.js", "make(XMLHttpRequest.prototype, `constructor`)", "XMLHttpRequest"],
  ["x/hear.iife.js", "make(XMLHttpRequest.prototype.constructor, `send`)", "XMLHttpRequest"],
  ["x/hear.iife.js", "XMLHttpRequest.prototype.send.call(exchange)", "XMLHttpRequest"],
  ["x/hear.iife.js", "new Request(address)", "Request"],
  ["x/hear.iife.js", "fetch(address)", "fetch"],
  ["x/hear.iife.js", "globalThis.fetch(address)", "fetch"],
  ["x/hear.iife.js", "globalThis[`fetch`](address)", "fetch"],
  ["x/hear.iife.js", "navigator.sendBeacon(address, data)", "sendBeacon"],
  ["a.js", "hear(XMLHttpRequest.prototype, `send`, (self) => self)", "XMLHttpRequest"],
  ["x/keep.iife.js", 'read(XMLHttpRequest.prototype, "status")', "XMLHttpRequest"],
  ["a.html", '<script src="https://example.org/a.js"></script>', "src is elsewhere"],
  ["a.html", '<link rel="stylesheet" href="//example.org/a.css">', "href is elsewhere"],
  ["a.html", "<script>alert()</script>", "script in the page"],
  ["a.html", '<body onload="alert()">', "onload in the page"],
  ["a.html", '<base href="/elsewhere/">', "an element base"],
  ["a.html", '<meta http-equiv="refresh" content="0">', "http-equiv"],
  ["a.html", '<script type="module" src="/a.js"></script>', null],
  ["a.css", '@import "a.css"', "@import"],
  ["a.css", "main { background: url( 'https://example.org/a.png' ) }", "url() is elsewhere"],
  ["a.css", "main { background: url(/a.png) }", null],
];

it.each(lines)("%s with %s is told from what may ship", (name, text, breach) => {
  expect(findCodeBreaches(name, text)).toEqual(breach === null ? [] : [`${name}: ${breach}`]);
});

describe.each(["chrome", "firefox"])("what is built for %s", (browser) => {
  it("has no code that makes code or markup from strings, loads from elsewhere or sends anything there", async () => {
    const folder = join("dist", browser);
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|html|css)$/.test(name));
    expect(names.length).toBeGreaterThan(3);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    expect(names.flatMap((name, index) => findCodeBreaches(name, texts[index] ?? ""))).toEqual([]);
  });

  it("has what runs in a page's own world strict, without names of its own there, and without the extension's", async () => {
    const names = (await readdir(join("dist", browser), { recursive: true })).filter((name) => /hear\.iife/.test(name));
    expect(names).toEqual(["src/sites/x/answers/hear.iife.js"]);
    for (const name of names) {
      const code = await readFile(join("dist", browser, name), "utf8");
      expect(code.startsWith('"use strict";(function(){')).toBe(true);
      expect(code.trimEnd().split("\n").slice(1)).toEqual(["//# sourceURL=page"]);
      const { body } = parseCode(code, "js") as unknown as { body: readonly { type: string }[] };
      expect(body.map(({ type }) => type)).toEqual(["ExpressionStatement", "ExpressionStatement"]);
    }
  });

  it.each(["popup", "report", "welcome", "why"])("has the sheet of the %s after those that it shares", async (page) => {
    const html = await readFile(join("dist", browser, "src", page, "index.html"), "utf8");
    const sheets = [...html.matchAll(/assets\/([\w-]+)\.css/g)].map(([, name]) => name);
    const shared = page === "popup" ? ["pages"] : ["pages", "tabs"];
    expect(sheets.slice(0, -1)).toEqual(shared);
    expect(shared).not.toContain(sheets.at(-1));
  });

  it("keeps the popup and the report small: the long lists of why it matters are not loaded with them", async () => {
    const [popup, report, why] = await Promise.all(
      ["popup", "report", "why"].map(async (page) => [...(await readScripts(browser, page)).values()].join("\n")),
    );
    const [firstLine = ""] = numberingTable.split("\n");
    const long = [...Object.keys(incidents).filter((id) => !(id in keyIncidents)), firstLine];
    expect(long.filter((words) => !why?.includes(words))).toEqual([]);
    for (const small of [popup, report]) expect(long.filter((words) => small?.includes(words))).toEqual([]);
  });
});

it("is found without fault by the linter of Firefox's add-ons", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "lint:firefox"]);
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
