import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

describe.each(["chrome", "firefox"])("the manifest for %s", (browser) => {
  const read = async () => JSON.parse(await readFile(`dist/${browser}/manifest.json`, "utf8"));

  it("asks for nothing at install that browsers would warn of", async () => {
    const manifest = await read();
    expect(manifest.permissions, "this makes browsers ask people again").toEqual([
      "activeTab",
      "alarms",
      "scripting",
      "storage",
    ]);
    expect(manifest).not.toHaveProperty("host_permissions");
    expect(manifest.optional_permissions).toEqual(["notifications"]);
    expect(manifest.optional_host_permissions, "this makes browsers ask people again").toEqual(["https://x.com/*"]);
  });

  it("asks for nothing that docs/permissions.md does not explain, and explains nothing that it does not ask for", async () => {
    const { permissions, optional_permissions, optional_host_permissions } = await read();
    const guide = await readFile("docs/permissions.md", "utf8");
    const explained = [...guide.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...permissions, ...optional_permissions, ...optional_host_permissions].sort());
  });

  it("lets no site see the extension", async () => {
    const manifest = await read();
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("content_scripts");
    expect(manifest).not.toHaveProperty("externally_connectable");
  });

  it("lets nothing leave the device", async () => {
    expect((await read()).content_security_policy).toEqual({ extension_pages: contentSecurityPolicy });
  });
});
