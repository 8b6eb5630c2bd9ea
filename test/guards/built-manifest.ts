import { isDeepStrictEqual } from "node:util";

/** Browsers ask people anew, and switch the extension off until they agree, when an update widens one of these. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  permissions: ["activeTab", "alarms", "scripting", "storage"],
  host_permissions: [],
  optional_permissions: ["notifications"],
  optional_host_permissions: ["https://x.com/*"],
};

/** What the browser holds the extension's pages and its background to. */
const contentSecurityPolicy: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
};

/** By these a site could see the extension, or send it something. */
const visible = ["web_accessible_resources", "content_scripts", "externally_connectable"];

/** What else may stand in a manifest. A key that nobody has weighed is a breach: there are many, and new ones come. */
const harmless = [
  "manifest_version",
  "name",
  "version",
  "description",
  "default_locale",
  "action",
  "commands",
  "options_ui",
  "icons",
  "background",
  "content_security_policy",
  "minimum_chrome_version",
  "storage",
  "browser_specific_settings",
];

/** Lists in what a built manifest breaks what people were promised; of a good one nothing. */
export function findManifestBreaches(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...Object.entries(permissions).flatMap(([key, promised]) => findWidening(key, promised, manifest[key])),
    ...visible.filter((key) => key in manifest).map((key) => `${key}: by this a site can see the extension`),
    ...findLoosening(manifest.content_security_policy),
    ...findCollection(manifest.browser_specific_settings),
    ...Object.keys(manifest)
      .filter((key) => ![...Object.keys(permissions), ...visible, ...harmless].includes(key))
      .map((key) => `${key}: nobody has weighed what this lets the extension do`),
  ];
}

function findWidening(key: string, promised: readonly string[], built: unknown): readonly string[] {
  const asked = Array.isArray(built) ? built.map(String) : [];
  return [
    ...asked
      .filter((permission) => !promised.includes(permission))
      .map((permission) => `${key} has "${permission}": this makes browsers ask people again`),
    ...promised
      .filter((permission) => !asked.includes(permission))
      .map((permission) => `${key} lacks "${permission}": take it off the list and out of docs/permissions.md`),
  ];
}

function findLoosening(policies: unknown): readonly string[] {
  if (typeof policies !== "object" || policies === null) return ["content_security_policy is missing"];
  const { extension_pages: policy, ...others } = policies as Readonly<Record<string, unknown>>;
  const directives = String(policy ?? "")
    .split(";")
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== "");
  const built = Object.fromEntries(directives.map(([name = "", ...sources]) => [name, sources.join(" ")]));
  return [
    ...Object.keys(others).map((kind) => `content_security_policy.${kind}: nobody has weighed what this allows`),
    // Of a directive that stands there twice browsers take the first.
    ...(directives.length === Object.keys(built).length ? [] : ["content_security_policy says something twice"]),
    ...Object.keys({ ...contentSecurityPolicy, ...built })
      .filter((name) => built[name] !== contentSecurityPolicy[name])
      .map((name) => `${name} is ${built[name] ?? "missing"}, promised is ${contentSecurityPolicy[name] ?? "nothing"}`),
  ];
}

/** Firefox tells people what an add-on collects. */
function findCollection(settings: unknown): readonly string[] {
  if (settings === undefined) return [];
  const { gecko } = settings as { gecko?: { data_collection_permissions?: unknown } };
  const isNone = isDeepStrictEqual(gecko?.data_collection_permissions, { required: ["none"] });
  return isNone ? [] : ["data_collection_permissions: nothing is collected, and that is said"];
}
