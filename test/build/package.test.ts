import { exec, execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { packFolder } from "../../store/pack";

let elsewhere = "";

const readPackage = (kind: string) => readFile(`artifacts/unlisted-${manifest.version}-${kind}.zip`);

describe("the packages", () => {
  beforeAll(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), "unlisted-sources-"));
    await promisify(execFile)("npx", ["tsx", "store/make-packages.ts"]);
  });

  afterAll(() => rm(elsewhere, { recursive: true, force: true }));

  it("are built anew, byte for byte, from the sources package by the reviewers' commands", async () => {
    for (const [name, content] of Object.entries(unzipSync(await readPackage("sources")))) {
      const path = join(elsewhere, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    const commands = (await readFile("docs/reviewers.md", "utf8")).match(/^ {4}npm .+$/gm) ?? [];
    expect(commands.map((command) => command.trim())).toEqual(["npm ci --ignore-scripts", "npm run build"]);
    for (const command of commands) await promisify(exec)(command, { cwd: elsewhere, maxBuffer: 16 * 1024 * 1024 });
    for (const browser of ["chrome", "firefox"]) {
      const rebuilt = await packFolder(join(elsewhere, "dist", browser));
      expect(Buffer.compare(rebuilt, await readPackage(browser)), browser).toBe(0);
    }
  }, 300_000);

  it("hold the manifest at their top, and nothing but what was built", async () => {
    for (const browser of ["chrome", "firefox"]) {
      const names = Object.keys(unzipSync(await readPackage(browser)));
      expect(names).toContain("manifest.json");
      expect(names.filter((name) => /\.map$|\.tsx?$|^\./.test(name))).toEqual([]);
    }
  });
});
