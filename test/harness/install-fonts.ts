import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** One language of each script that Unlisted speaks, and the Debian package whose fonts write it. */
const fonts = { hi: "fonts-noto-core", ja: "fonts-noto-cjk" } as const;

/** Installs what photographs in other scripts need, where `apt-get` may. Elsewhere such writing shows as boxes, and all is tested the same. */
export async function installFonts(): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const missing: string[] = [];
  for (const [language, name] of Object.entries(fonts)) {
    const { stdout } = await run("fc-list", [`:lang=${language}`]).catch(() => ({ stdout: "" }));
    if (stdout.trim() === "") missing.push(name);
  }
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(", ")} …`);
  await run("apt-get", ["update", "-qq"]).catch(() => undefined);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 * 1024 * 1024,
  }).catch(() => undefined);
}
