import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Browser, detectBrowserPlatform, install, resolveBuildId } from "@puppeteer/browsers";

export type BrowserName = "chrome" | "firefox";

const run = promisify(execFile);

/** Commands that may start each browser, best first, and the Debian package that brings it. */
const known = {
  chrome: { commands: ["chromium", "google-chrome", "chromium-browser"], debianPackage: "chromium" },
  firefox: { commands: ["firefox-esr", "firefox"], debianPackage: "firefox-esr" },
} as const;

/**
 * The path of a browser that starts. A missing one is installed: by `apt-get` as root, otherwise from the browser's
 * makers into the user's cache folder.
 *
 * @throws Error with one line that says what to install
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  return (await findInstalled(name)) ?? (await installFromDebian(name)) ?? (await installFromMakers(name));
}

async function findInstalled(name: BrowserName): Promise<string | null> {
  for (const command of known[name].commands) {
    try {
      const { stdout } = await run("which", [command]);
      const path = stdout.trim();
      // A command can be there and not start, such as the place-holder of a snap.
      await run(path, ["--version"], { timeout: 30_000 });
      return path;
    } catch {
      // Try the next one.
    }
  }
  return null;
}

async function installFromDebian(name: BrowserName): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  const { debianPackage } = known[name];
  console.log(`Installing ${debianPackage} …`);
  try {
    await run("apt-get", ["update", "-qq"]);
    await run("apt-get", ["install", "-y", "-qq", debianPackage], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return null;
  }
  return findInstalled(name);
}

async function installFromMakers(name: BrowserName): Promise<string> {
  const browser = name === "chrome" ? Browser.CHROME : Browser.FIREFOX;
  const platform = detectBrowserPlatform();
  try {
    if (!platform) throw new Error("unknown platform");
    const buildId = await resolveBuildId(browser, platform, "stable");
    const cacheDir = join(homedir(), ".cache", "puppeteer");
    const { executablePath } = await install({ browser, buildId, platform, cacheDir });
    await run(executablePath, ["--version"], { timeout: 30_000 });
    return executablePath;
  } catch {
    throw new Error(`No ${name} was found: please install the package ${known[name].debianPackage}.`);
  }
}
