import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findManifestBreaches } from "../guards/built-manifest";

type Manifest = Readonly<Record<string, unknown>>;

const read = async (browser: string): Promise<Manifest> =>
  JSON.parse(await readFile(`dist/${browser}/manifest.json`, "utf8"));

const askAgain = "this makes browsers ask people again";
const seen = "by this a site can see the extension";

/** Each way of breaking what the manifest promises, and the breach that must be found. */
const tamperings: readonly (readonly [string, (manifest: Manifest) => Manifest, string])[] = [
  ...["tabs", "cookies", "history", "webRequest", "<all_urls>"].map((permission) => widen("permissions", permission)),
  ...["https://x.com/*", "<all_urls>", "*://*/*"].map((origin) => widen("host_permissions", origin)),
  ...["https://twitter.com/*", "<all_urls>"].map((origin) => widen("optional_host_permissions", origin)),
  widen("optional_permissions", "downloads"),
  [
    "a permission that is no longer asked for",
    replacing({ permissions: ["storage"] }),
    'permissions lacks "activeTab"',
  ],
  [
    "files that a site may fetch",
    replacing({ web_accessible_resources: [{ resources: ["*"], matches: ["https://x.com/*"] }] }),
    `web_accessible_resources: ${seen}`,
  ],
  [
    "a script on the site's pages",
    replacing({ content_scripts: [{ matches: ["https://x.com/*"], js: ["a.js"] }] }),
    `content_scripts: ${seen}`,
  ],
  [
    "messages from sites",
    replacing({ externally_connectable: { matches: ["https://x.com/*"] } }),
    `externally_connectable: ${seen}`,
  ],
  ["a key that nobody knows", replacing({ devtools_page: "a.html" }), "devtools_page: nobody has weighed"],
  ["an update from elsewhere", replacing({ update_url: "https://example.org/" }), "update_url: nobody has weighed"],
  ["no policy", ({ content_security_policy: _, ...others }) => others, "content_security_policy is missing"],
  loosen("default-src 'none'", "default-src 'self'", "default-src is 'self', promised is 'none'"),
  loosen("connect-src 'none'", "connect-src https:", "connect-src is https:, promised is 'none'"),
  loosen("connect-src 'none'; ", "", "connect-src is missing, promised is 'none'"),
  loosen("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "script-src is 'self' 'wasm-unsafe-eval'"),
  loosen("img-src 'self'", "img-src *", "img-src is *, promised is 'self'"),
  loosen("form-action 'none'; ", "", "form-action is missing, promised is 'none'"),
  loosen("; require-trusted-types-for 'script'", "", "require-trusted-types-for is missing"),
  loosen("default-src", "connect-src *; default-src", "content_security_policy says something twice"),
  loosen("default-src", "worker-src blob:; default-src", "worker-src is blob:, promised is nothing"),
  [
    "a looser policy for a sandbox",
    (manifest) => ({
      ...manifest,
      content_security_policy: { ...(manifest.content_security_policy as object), sandbox: "script-src *" },
    }),
    "content_security_policy.sandbox: nobody has weighed",
  ],
  [
    "a collection of data",
    replacing({
      browser_specific_settings: { gecko: { data_collection_permissions: { required: ["websiteContent"] } } },
    }),
    "data_collection_permissions: nothing is collected",
  ],
];

describe.each(["chrome", "firefox"])("the manifest for %s", (browser) => {
  it("asks for no more than is promised, hides from sites and lets nothing leave the device", async () => {
    expect(findManifestBreaches(await read(browser))).toEqual([]);
  });

  it.each(tamperings)("would be found out with %s", async (_name, tamper, breach) => {
    const breaches = findManifestBreaches(tamper(await read(browser)));
    expect(breaches).toEqual(expect.arrayContaining([expect.stringContaining(breach)]));
  });

  it("asks for nothing that docs/permissions.md does not explain, and explains nothing that it does not ask for", async () => {
    const { permissions, optional_permissions, optional_host_permissions } = await read(browser);
    const guide = await readFile("docs/permissions.md", "utf8");
    const explained = [...guide.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name);
    const asked = [permissions, optional_permissions, optional_host_permissions].flat();
    expect(explained.sort()).toEqual(asked.sort());
  });
});

function replacing(changes: Manifest): (manifest: Manifest) => Manifest {
  return (manifest) => ({ ...manifest, ...changes });
}

function widen(key: string, permission: string) {
  const tamper = (manifest: Manifest) => ({ ...manifest, [key]: [...((manifest[key] as []) ?? []), permission] });
  return [`${permission} in ${key}`, tamper, `${key} has "${permission}": ${askAgain}`] as const;
}

function loosen(from: string, to: string, breach: string) {
  const tamper = (manifest: Manifest) => {
    const { extension_pages } = manifest.content_security_policy as { extension_pages: string };
    expect(extension_pages).toContain(from);
    return { ...manifest, content_security_policy: { extension_pages: extension_pages.replace(from, to) } };
  };
  return [`a policy that says “${to}” for “${from}”`, tamper, breach] as const;
}
