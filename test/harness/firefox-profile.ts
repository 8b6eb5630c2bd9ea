import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packFolder } from "../../store/pack";

/** Lets Firefox load an extension from a profile without a signature, and open again what was open when it ended. */
export const lastingPreferences = {
  "xpinstall.signatures.required": false,
  "extensions.autoDisableScopes": 0,
  "browser.startup.page": 3,
  "toolkit.startup.max_resumed_crashes": -1,
};

/**
 * Saves nearly half of the processor's time that Firefox takes for a test: it keeps some processes of pages for the next
 * of the same site, which it would begin anew for each tab, has none in reserve, does not turn a circle at the top of a tab
 * that loads, and draws less often where nobody looks.
 */
export const sparingPreferences = {
  "dom.ipc.keepProcessesAlive.web": 4,
  "dom.ipc.keepProcessesAlive.webIsolated.max": 4,
  "dom.ipc.keepProcessesAlive.webIsolated.perOrigin": 4,
  "dom.ipc.processPrelaunch.enabled": false,
  "ui.prefersReducedMotion": 1,
  "layout.frame_rate": 20,
};

/** Puts an extension into a profile, as one file; `false` where it is there already. */
export async function installInProfile(profile: string, geckoId: string, folder: string): Promise<boolean> {
  const path = join(profile, "extensions", `${geckoId}.xpi`);
  if (await stat(path).catch(() => null)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await packFolder(folder));
  return true;
}
