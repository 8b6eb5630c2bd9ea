import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Scenario } from "../../practice-site/scenario";
import { beginGuide, type GuidePage } from "../guide-page";
import { shareSession } from "../session";

const session = shareSession();

type Scheme = "light" | "dark";

/** Photographs of every step: by which language, the guide's as well as the site's, in which colours, and under which names. */
const walks: readonly (readonly [direction: string, language: string, looks: Readonly<Record<string, Scheme>>])[] = [
  ["left to right", "en", { light: "light", dark: "dark" }],
  ["right to left", "ar", { "right-to-left": "light" }],
];

async function wear(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}

it("leaves room for the row in a small window, and for a finger on the cross", async () => {
  const guide = await beginGuide(session());
  await guide.page.setViewport({ width: 360, height: 640, deviceScaleFactor: 2, hasTouch: true });
  await guide.waitFor(({ light, callout }) => light !== null && light.top < callout.top - 60);
  for (const scheme of ["light", "dark"] as const) {
    await wear(guide.page, scheme);
    await guide.photograph(`artifacts/guide-small-${scheme}`);
  }
  const { isDocked, actions } = await guide.waitFor(({ actions }) => "close" in actions);
  expect(isDocked).toBe(true);
  const { left = 0, right = 0, top = 0, bottom = 0 } = actions.close ?? {};
  expect([right - left, bottom - top]).toEqual([44, 44]);
});

it("stands out where colours are forced", async () => {
  const guide = await beginGuide(session());
  const devtools = await guide.page.createCDPSession();
  await devtools.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await guide.page.setViewport({ width: 1280, height: 800 });
  await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
  await guide.photograph("artifacts/guide-forced-colours");
});

describe.each(walks)("the guide from %s", (_direction, language, looks) => {
  beforeAll(() => session().speak(language));

  async function begin(changes: Partial<Scenario> = {}): Promise<(face: string) => Promise<GuidePage>> {
    const guide = await beginGuide(session(), changes);
    await guide.page.setViewport({ width: 1280, height: 800 });
    await guide.waitFor(({ light, isDocked }) => light !== null && !isDocked);
    return async (face) => {
      for (const [name, scheme] of Object.entries(looks)) {
        await wear(guide.page, scheme);
        await guide.photograph(`artifacts/guide-${face}-${name}`);
      }
      return guide;
    };
  }

  it("from the first step to the summary", async () => {
    const photograph = await begin({ settings: { discoverable_by_email: true }, save: { kind: "saves", delay: 3000 } });
    const guide = await photograph("1-asking");
    await guide.press("switch-off");
    await guide.waitFor(({ mood }) => mood === "working");
    await photograph("2-checking");
    await guide.waitFor(({ mood }) => mood === "good");
    await photograph("3-done");
    await guide.press("next");
    await guide.waitFor(({ mood, actions, light }) => mood === "calm" && "switch-off" in actions && light !== null);
    await photograph("4-asking-email");
    await guide.press("switch-off");
    await guide.waitFor(({ mood }) => mood === "good");
    await guide.press("next");
    await guide.waitFor(({ actions }) => "finish" in actions);
    await photograph("5-offer");
    await guide.press("back");
    await guide.waitFor(({ actions, light }) => "confirm" in actions && light !== null);
    await photograph("6-number");
    await guide.press("skip");
    await guide.waitFor(({ actions, light }) => "next" in actions && light !== null);
    await photograph("7-contacts");
    await guide.press("next");
    await guide.waitFor(({ actions }) => "remind" in actions);
    await photograph("8-summary");
    await guide.press("remind");
    await guide.waitFor(({ actions }) => !("remind" in actions));
    await photograph("9-reminded");
  });

  it("where something stands in the way", async () => {
    const photograph = await begin({ save: { kind: "pretends" } });
    const guide = await photograph("asking-again");
    await guide.press("switch-off");
    await guide.waitFor(({ mood }) => mood === "bad");
    await photograph("not-saved");
    session().play({ passwordWall: ["/settings/contacts"] });
    await guide.press("retry");
    await guide.page.waitForSelector("input[type=password]");
    await guide.waitFor(({ mood, actions }) => mood === "calm" && !("switch-off" in actions));
    await photograph("password");
    await guide.page.click('a[href="/home"]');
    await guide.waitFor(({ actions }) => "back" in actions);
    await photograph("elsewhere");
  });
});
