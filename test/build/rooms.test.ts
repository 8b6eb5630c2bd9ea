import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sites } from "../../src/sites";

const sources = (await readdir("src", { recursive: true })).filter((name) => /\.(ts|tsx|css|html)$/.test(name));
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
    for (const source of sources.filter((source) => /^(audit|risk|popup|ui)\//.test(source))) {
      expect(await read(source), source).not.toMatch(/webextension-polyfill|\b(?:chrome|browser)\.[a-z]/);
    }
  });

  it("keep the gatherers free of anything from outside: they are sent to the page as text", async () => {
    for (const source of sources.filter((source) => /^sites\/[^/]+\/gather-/.test(source))) {
      expect(await read(source), source).not.toMatch(/^import |\bimport\(/m);
    }
  });
});

describe("each site", () => {
  it.each(sites)("$id declares settings that can be told apart and be private", ({ settings, owns }) => {
    expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
    for (const { page, states } of settings) {
      expect(owns(page)).toBe(true);
      expect(Object.values(states).some(({ isPrivate }) => isPrivate)).toBe(true);
      expect(Object.values(states).some(({ isPrivate }) => !isPrivate)).toBe(true);
    }
  });
});
