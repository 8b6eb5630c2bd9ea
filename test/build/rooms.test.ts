import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sites } from "../../src/sites";
import { profiles } from "../../src/sites/profiles";

const sources = (await readdir("src", { recursive: true })).filter((name) => /\.(ts|tsx|css|html|json)$/.test(name));
const read = (name: string) => readFile(join("src", name), "utf8");

describe("the rooms", () => {
  it.each(sites)("name the site $id nowhere but in its own folder", async ({ id, name, settings, origins }) => {
    const hosts = origins.map((origin) => new URL(origin.replace("*", "")).host);
    const words = [`\\b${name}\\b(?![\\w"<])`, ...hosts.map((host) => host.replaceAll(".", "\\.")), `\\b${id}\\.[a-z]`];
    expect(settings.every((setting) => setting.id.startsWith(`${id}.`))).toBe(true);
    for (const source of sources.filter((source) => !source.startsWith("sites/"))) {
      for (const word of words) expect(await read(source), source).not.toMatch(new RegExp(word));
    }
  });

  it("keep the core pure and the views free of the browser's interfaces", async () => {
    for (const source of sources.filter((source) => /^(audit|history|risk|popup|report|ui)\//.test(source))) {
      expect(await read(source), source).not.toMatch(/webextension-polyfill|\b(?:chrome|browser)\.[a-z]/);
    }
  });

  it("keep the gatherers free of anything from outside: they are sent to the page as text", async () => {
    for (const source of sources.filter((source) => /^sites\/[^/]+\/gather-/.test(source))) {
      expect(await read(source), source).not.toMatch(/^import |\bimport\(/m);
    }
  });
});

describe("the guide's overlay", () => {
  const overlay = sources.filter((source) => /^guide\/(?!describe|session)/.test(source));

  it("carries no library for messages or schemas into a site's page, and calls the browser at one place", async () => {
    expect(overlay).toContain("guide/overlay.iife.ts");
    for (const source of overlay) {
      const code = await read(source);
      expect(code, source).not.toMatch(/webextension-polyfill|zod/);
      if (source !== "guide/reporting.ts") expect(code, source).not.toMatch(/\b(?:chrome|browser)\.[a-z]/);
    }
  });

  it("acts on the person's own clicks and keys alone", async () => {
    const listening = [];
    for (const source of overlay) {
      for (const [, type] of (await read(source)).matchAll(/addEventListener\("(click|keydown)"/g)) {
        listening.push(`${source}: ${type}`);
        expect(await read(source), source).toMatch(/!?event\.isTrusted/);
      }
    }
    // The second click is any on the page: it is a reason to look, and nothing else.
    expect(listening).toEqual(["guide/callout.ts: click", "guide/overlay.ts: click", "guide/overlay.ts: keydown"]);
  });
});

describe("each site", () => {
  it("is listed with its profile and with how it is read", () => {
    expect(sites.map(({ id }) => id)).toEqual(profiles.map(({ id }) => id));
    for (const [index, profile] of profiles.entries()) expect(sites[index]).toMatchObject(profile);
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
