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

/** Puts an extension into a profile, as one file; `false` where it is there already. */
export async function installInProfile(profile: string, geckoId: string, folder: string): Promise<boolean> {
  const path = join(profile, "extensions", `${geckoId}.xpi`);
  if (await stat(path).catch(() => null)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await packFolder(folder));
  return true;
}
