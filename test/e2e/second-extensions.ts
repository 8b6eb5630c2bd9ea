import { afterEach, expect } from "vitest";
import { installSecondExtension, type SecondExtension } from "../harness/second-extension";
import type { Session } from "./session";

/** What a second extension consists of. */
export interface Parts {
  readonly manifest: object;
  readonly files: Readonly<Record<string, string>>;
}

const hosts = ["https://x.com/*", "https://api.x.com/*"];

/** One that has the browser follow rules when the site is asked for something. */
export function withRules(...rules: readonly object[]): Parts {
  const resource = { id: "rules", enabled: true, path: "rules.json" };
  return {
    manifest: {
      permissions: ["declarativeNetRequestWithHostAccess"],
      host_permissions: hosts,
      declarative_net_request: { rule_resources: [resource] },
    },
    files: { "rules.json": JSON.stringify(rules.map((rule, index) => ({ id: index + 1, ...rule }))) },
  };
}

/** One whose script is in every page of the site, before the page's own. */
export function inPage(script: string, world: "ISOLATED" | "MAIN"): Parts {
  const content = { matches: ["https://x.com/*"], js: ["page.js"], run_at: "document_start", world };
  return { manifest: { host_permissions: hosts, content_scripts: [content] }, files: { "page.js": script } };
}

/** What a background asks the site for to tell that it has begun to listen: no browser says so by itself. */
const readyPath = "/i/ready";

/** One that listens to something in its background, and has a page of its own, `wait.html`. */
export function inBackground(script: string, ...permissions: readonly string[]): Parts {
  const background = `${script}; fetch("https://x.com${readyPath}");`;
  return {
    manifest: { permissions, host_permissions: hosts },
    files: {
      "background.js": background,
      "wait.html": "<!doctype html><title>Wait</title><p>Do you really want to?</p>",
    },
  };
}

/** Installs second extensions, ready to act, for the tests of this file, and removes each when its test is over. */
export function shareSecondExtension(session: () => Session): (parts: Parts) => Promise<void> {
  const installed: SecondExtension[] = [];
  afterEach(async () => {
    for (const extension of installed.splice(0)) await extension.remove();
  });
  return async ({ manifest, files }) => {
    const known = session().site.requests.length;
    installed.push(await installSecondExtension(session().driven, manifest, files));
    if (!("background.js" in files)) return;
    await expect
      .poll(() =>
        session()
          .site.requests.slice(known)
          .map(({ path }) => path),
      )
      .toContain(readyPath);
  };
}
