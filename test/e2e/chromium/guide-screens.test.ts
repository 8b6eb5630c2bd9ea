import { describe, expect, it } from "vitest";
import type { Scenario } from "../../practice-site/scenario";
import { beginGuide, type GuidePage } from "../guide-page";
import { shareSession } from "../session";

const session = shareSession();

/** Photographs of every step: how a page looks to people, and what it says in which direction. */
const looks: readonly (readonly [name: string, scheme: "light" | "dark", language: string])[] = [
  ["light", "light", "en"],
  ["dark", "dark", "en"],
  ["right-to-left", "light", "ar"],
];

describe.each(looks)("the guide, %s", (name, scheme, language) => {
  async function begin(changes: Partial<Scenario> = {}): Promise<(face: string) => Promise<GuidePage>> {
    const guide = await beginGuide(session(), { language, ...changes });
    await guide.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await guide.page.setViewport({ width: 1280, height: 800 });
    await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
    return async (face) => {
      await guide.photograph(`artifacts/guide-${face}-${name}`);
      return guide;
    };
  }

  it("from the first step to the summary", async () => {
    const photograph = await begin({ settings: { discoverable_by_email: true }, save: { kind: "saves", delay: 2000 } });
    const guide = await photograph("1-asking");
    await guide.press("switch-off");
    await guide.waitFor(({ mood }) => mood === "working");
    await photograph("2-checking");
    await guide.waitForTitle("X now says off.");
    await photograph("3-done");
    await guide.press("next");
    await guide.waitForTitle("Finding you by e-mail address");
    await photograph("4-asking-email");
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
    await guide.press("next");
    await guide.waitForTitle("You can go further");
    await photograph("5-offer");
    await guide.press("back");
    await guide.waitFor(({ title, light }) => title === "Remove the number itself" && light !== null);
    await photograph("6-number");
    await guide.press("skip");
    await guide.waitForTitle("Remove the contacts you once uploaded");
    await guide.page.waitForSelector("main button");
    await photograph("7-contacts");
    await guide.press("next");
    await guide.waitForTitle("Here is where you stand");
    await photograph("8-summary");
  });

  it("where something stands in the way", async () => {
    const photograph = await begin({ save: { kind: "pretends" } });
    const guide = await photograph("asking-again");
    await guide.press("switch-off");
    await guide.waitForTitle("X did not save it.");
    await photograph("not-saved");
    session().play({ language, passwordWall: ["/settings/contacts"] });
    await guide.press("retry");
    await guide.waitFor(({ text }) => text.includes("X asks for your password"));
    await photograph("password");
    await guide.page.click('a[href="/home"]');
    await guide.waitFor(({ text }) => text.includes("another page of X"));
    await photograph("elsewhere");
  });
});

describe("the guide in a small window", () => {
  it.each(["light", "dark"] as const)("%s", async (scheme) => {
    const guide = await beginGuide(session());
    await guide.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await guide.page.setViewport({ width: 360, height: 640, deviceScaleFactor: 2 });
    await guide.waitFor(({ light, callout }) => light !== null && light.top < callout.top - 60);
    await guide.photograph(`artifacts/guide-small-${scheme}`);
    expect((await guide.waitFor(() => true)).isDocked).toBe(true);
  });
});

it("stands out where colours are forced", async () => {
  const guide = await beginGuide(session());
  const devtools = await guide.page.createCDPSession();
  await devtools.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await guide.page.setViewport({ width: 1280, height: 800 });
  await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
  await guide.photograph("artifacts/guide-forced-colours");
});
