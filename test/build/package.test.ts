import { exec, execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { packFolder } from "../../store/pack";

/** What reviewers are told to do with the sources. */
const install = "npm ci --ignore-scripts";
const build = "npm run build";

let elsewhere = "";

/** Runs a command on the unpacked sources, where there is no display, and tells what it prints. */
async function runThere(command: string): Promise<string> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const { stdout } = await promisify(exec)(command, { cwd: elsewhere, env, maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}

const readPackage = (kind: string) => readFile(`artifacts/unlisted-${manifest.version}-${kind}.zip`);

describe("the packages", () => {
  beforeAll(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), "unlisted-sources-"));
    await promisify(execFile)("npx", ["tsx", "store/make-packages.ts"]);
    for (const [name, content] of Object.entries(unzipSync(await readPackage("sources")))) {
      const path = join(elsewhere, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    await runThere(install);
  }, 300_000);

  afterAll(() => rm(elsewhere, { recursive: true, force: true }));

  it("are built anew, byte for byte, from the sources package by the reviewers' commands", async () => {
    const commands = (await readFile("docs/reviewers.md", "utf8")).match(/^ {4}npm .+$/gm) ?? [];
    expect(commands.map((command) => command.trim())).toEqual([install, build]);
    await runThere(build);
    for (const browser of ["chrome", "firefox"]) {
      const rebuilt = await packFolder(join(elsewhere, "dist", browser));
      expect(Buffer.compare(rebuilt, await readPackage(browser)), browser).toBe(0);
    }
  }, 300_000);

  it.each(["chrome", "firefox"])(
    "show the extension at work in %s by the README's command",
    async (browser) => {
      const printed = await runThere(`npm start -- --browser ${browser}`);
      expect(printed).toMatch(/^x\.phone {2}exposed$/m);
      expect(printed).toMatch(/^x\.email {2}protected$/m);
      const photographs = ["before", "before-whole", "after", "after-whole"];
      for (const name of photographs) {
        expect((await stat(join(elsewhere, `artifacts/start-${browser}-${name}.png`))).size).toBeGreaterThan(10_000);
      }
    },
    300_000,
  );

  it("hold the manifest at their top, and nothing but what was built", async () => {
    for (const browser of ["chrome", "firefox"]) {
      const names = Object.keys(unzipSync(await readPackage(browser)));
      expect(names).toContain("manifest.json");
      expect(names.filter((name) => /\.map$|\.tsx?$|^\./.test(name))).toEqual([]);
    }
  });
});
