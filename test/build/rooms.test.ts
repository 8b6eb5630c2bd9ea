import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sites } from "../../src/sites";
import { adviceOf } from "../../src/sites/advice";
import { profiles } from "../../src/sites/profiles";
import {
  findActs,
  findBrowserCalls,
  findEvents,
  findGathererImports,
  findGullibleListeners,
  findNamedSites,
  findOpenings,
  findOverlayBurdens,
  findRegistrations,
  findSenders,
  findStarters,
  findTokens,
  type Sources,
} from "../guards/rooms";

const names = (await readdir("src", { recursive: true })).filter((name) => /\.(ts|tsx|css|html|json)$/.test(name));
const sources: Sources = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(join("src", name), "utf8")] as const)),
);

/** The sources with a line more at the end of a file. */
const withLine = (name: string, line: string): Sources => {
  expect(names).toContain(name);
  return new Map(sources).set(name, `${sources.get(name)}\n${line}\n`);
};

describe("the rooms", () => {
  it.each(sites)("name the site $id nowhere but in its own folder", (site) => {
    expect(site.settings.every((setting) => setting.id.startsWith(`${site.id}.`))).toBe(true);
    expect(findNamedSites(sources, site)).toEqual([]);
    for (const word of [site.name, site.settings[0]?.id, site.origins[0]?.replace("*", "home")]) {
      const line = `const place = "${word} here";`;
      for (const name of ["audit/judge.ts", "background/checks.ts", "popup/popup.tsx", "locales/de.json"]) {
        expect(findNamedSites(withLine(name, line), site), line).toEqual([name]);
      }
      expect(findNamedSites(withLine(`sites/${site.id}/index.ts`, line), site)).toEqual([]);
    }
  });

  it("keep the core pure and the views free of the browser's interfaces", () => {
    expect(findBrowserCalls(sources)).toEqual([]);
    for (const name of [
      "audit/judge.ts",
      "popup/popup.tsx",
      "report/report.tsx",
      "welcome/welcome.tsx",
      "why/why.tsx",
    ]) {
      for (const line of [
        'import browser from "webextension-polyfill";',
        "chrome.tabs.query({});",
        "browser?.runtime;",
      ]) {
        expect(findBrowserCalls(withLine(name, line)), line).toEqual([name]);
      }
    }
  });

  it("keep the gatherers free of anything from outside: they are sent to the page as text", () => {
    expect(findGathererImports(sources)).toEqual([]);
    for (const name of names.filter((name) => /gather-/.test(name) && name.startsWith("sites/"))) {
      for (const line of ['import { mostBoxes } from "./settings";', 'void import("./settings");']) {
        expect(findGathererImports(withLine(name, line)), line).toEqual([name]);
      }
    }
  });

  it("send nothing, on the site's own pages either", () => {
    expect(findSenders(sources)).toEqual([]);
    for (const name of ["sites/x/gather-memory.ts", "guide/overlay.ts", "background/checks.ts"]) {
      for (const line of ["fetch(address);", "navigator.sendBeacon(address);", "new WebSocket(address);"]) {
        expect(findSenders(withLine(name, line)), line).toEqual([name]);
      }
    }
  });

  it("have one file that names by what a page sends: it listens, and could not send by them", () => {
    const listening = "sites/in-page/hear-answers.ts";
    expect(sources.get(listening)).toContain('overhear(globalThis, "fetch", (');
    for (const line of [
      "fetch(address);",
      "globalThis.fetch(address);",
      'globalThis["fetch"](address);',
      "apply(fetch, globalThis, [address]);",
      "const { fetch: ask } = globalThis;",
      "new XMLHttpRequest();",
      "construct(XMLHttpRequest, []);",
      "const exchanges = XMLHttpRequest.prototype;",
      "XMLHttpRequest.prototype.send.call(exchange);",
      "const { send } = exchange;",
      'apply(exchange["open"], exchange, ["GET", address]);',
      "construct(Request, [address]);",
      'overhear(XMLHttpRequest.prototype, "send", XMLHttpRequest.prototype.abort);',
      "navigator.sendBeacon(address);",
      "new WebSocket(address);",
      "new Image().src = address;",
      'document.createElement("img").src = address;',
      "location.href = address;",
    ]) {
      expect(findSenders(withLine(listening, line)), line).toEqual([listening]);
    }
    const reading = 'getterOf(XMLHttpRequest.prototype, "status");';
    const elsewhere = "sites/in-page/keep-answers.ts";
    expect(findSenders(withLine(listening, reading))).toEqual([]);
    expect(findSenders(withLine(elsewhere, reading))).toEqual([elsewhere]);
  });

  it("have scripts run on pages at one place alone", () => {
    const registering = "background/overhearing.ts";
    expect(findRegistrations(sources)).toEqual([registering]);
    const line = "browser.scripting.registerContentScripts([]);";
    expect(findRegistrations(withLine("background/checks.ts", line))).toEqual(["background/checks.ts", registering]);
  });

  it("open no address but the site's declared pages and the extension's own", () => {
    const known = [
      "background/change-setting.ts: found.visit.address",
      "background/guides.ts: page",
      "background/guides.ts: page",
      "background/guides.ts: page",
      "background/main.ts: page",
      "background/main.ts: site.pages",
      "background/own-tab.ts: address",
      "background/run-check.ts: first.address",
      "background/run-check.ts: visit.address",
      'background/run-check.ts: way === "overhearing" ? "about:blank" : site.visits[0].address',
      "background/throw-switch.ts: visit.address",
      "background/welcome.ts: browser.runtime.getURL",
      'welcome/main.tsx: "/src/report/index.html"',
    ];
    expect([...findOpenings(sources)].sort()).toEqual(known);
    for (const line of [
      "browser.tabs.create({ url: told });",
      "window.open(told);",
      "location.href = told;",
      "openOwnTab(window, told);",
    ]) {
      expect(findOpenings(withLine("background/checks.ts", line)), line).toHaveLength(known.length + 1);
    }
  });
});

describe("on a site's pages", () => {
  const clicking = "sites/x/gather-page.ts";

  it("one thing is done for the person, at one place: the click on the switch", () => {
    expect(findActs(sources)).toEqual([clicking]);
    for (const line of ["other.click();", "form.requestSubmit();", "box.checked = true;"]) {
      expect(findActs(withLine(clicking, line)), line).toEqual([clicking, clicking]);
      expect(findActs(withLine("guide/pointer.ts", line)), line).toHaveLength(2);
    }
  });

  it("one event is made: by it the two worlds find each other, before any script of the page runs", () => {
    const listening = "sites/in-page/hear-answers.ts";
    const known = [`${listening}: (new MessageEvent(handshake`];
    expect(findEvents(sources)).toEqual(known);
    for (const line of [
      'box.dispatchEvent(new Event("click"));',
      "const { dispatchEvent } = box;",
      "apply(box.dispatchEvent, box, [event]);",
    ]) {
      for (const name of [listening, clicking, "guide/pointer.ts"]) {
        expect(findEvents(withLine(name, line)), line).toHaveLength(known.length + 1);
      }
    }
  });

  it("no token is copied", () => {
    expect(findTokens(sources)).toEqual([]);
    for (const line of ["const token = read(/ct0=/);", "localStorage.getItem(key);", 'set("x-csrf-token", token);']) {
      expect(findTokens(withLine("sites/x/gather-memory.ts", line)), line).toEqual(["sites/x/gather-memory.ts"]);
    }
    expect(findTokens(withLine(clicking, "void document.cookie;"))).toEqual([clicking]);
  });

  it("nothing is begun but by a click: neither alarm nor start leads to a check", () => {
    // Messages of the extension's own pages and of the guide, and the rooms in which a check is made.
    const starters = ["change-setting", "checks", "guides", "main"].map((name) => `background/${name}.ts`);
    expect([...findStarters(sources)].sort()).toEqual(starters);
    for (const name of ["background/reminders.ts", "background/welcome.ts", "background/policy.ts"]) {
      const starting = findStarters(withLine(name, 'import { check } from "./checks";'));
      expect(starting).toContain(name);
    }
    const main = sources.get("background/main.ts") ?? "";
    const [listening = "", answering = ""] = main.split("async function answer(");
    expect(listening).not.toMatch(/\b(?:check|change|startGuide)\(/);
    expect(answering).toMatch(/\bcheck\(/);
  });
});

describe("the guide's overlay", () => {
  it("carries no library for messages or schemas into a site's page, and calls the browser at one place", () => {
    expect(names).toContain("guide/overlay.iife.ts");
    expect(findOverlayBurdens(sources)).toEqual([]);
    for (const line of ['import * as z from "zod/mini";', "chrome.runtime.id;"]) {
      expect(findOverlayBurdens(withLine("guide/callout.ts", line)), line).toEqual(["guide/callout.ts"]);
    }
  });

  it("acts on the person's own clicks and keys alone", () => {
    expect(findGullibleListeners(sources)).toEqual([]);
    const gullible = withLine("guide/find-room.ts", 'button.addEventListener("click", act);');
    expect(findGullibleListeners(gullible)).toEqual(["guide/find-room.ts"]);
    const listening = [...sources].flatMap(([name, code]) =>
      name.startsWith("guide/")
        ? [...code.matchAll(/addEventListener\("(click|keydown)"/g)].map(([, type]) => `${name}: ${type}`)
        : [],
    );
    // The second click is any on the page: it is a reason to look, and nothing else.
    expect(listening.sort()).toEqual([
      "guide/callout.ts: click",
      "guide/overlay.ts: click",
      "guide/overlay.ts: keydown",
    ]);
  });
});

describe("each site", () => {
  it("is listed with its profile and with how it is read", () => {
    expect(sites.map(({ id }) => id)).toEqual(profiles.map(({ id }) => id));
    for (const [index, profile] of profiles.entries()) expect(sites[index]).toMatchObject(profile);
  });

  it.each(sites)("$id gives the advice in views that its guide gives", ({ id, guide }) => {
    const steps = guide.filter((step) => step.kind === "advice");
    expect(steps).toMatchObject(adviceOf[id] ?? []);
    expect(steps.map(({ place }) => place.page)).toEqual(adviceOf[id]?.map(({ page }) => page));
  });

  it.each(sites)("$id has a step to tell of for each page that a check visits", ({ steps, visits }) => {
    expect(steps).toHaveLength(visits.length);
  });

  it.each(sites)("$id can switch off, and guides to, each switch by which strangers find people", (site) => {
    const found = site.settings.filter(({ kind }) => kind === "discoverability").map(({ id }) => id);
    expect(found.length).toBeGreaterThan(0);
    expect([...site.switches.keys()].sort()).toEqual([...found].sort());
    expect(site.guide.flatMap((step) => (step.kind === "switch" ? [step.id] : [])).sort()).toEqual([...found].sort());
    for (const { place } of site.guide) expect(site.owns(place.page)).toBe(true);
  });

  it.each(sites)("$id declares settings that can be told apart and be private", ({ settings, owns }) => {
    expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
    for (const { page, states } of settings) {
      expect(owns(page)).toBe(true);
      expect(Object.values(states).some(({ isPrivate }) => isPrivate)).toBe(true);
      expect(Object.values(states).some(({ isPrivate }) => !isPrivate)).toBe(true);
    }
  });
});
