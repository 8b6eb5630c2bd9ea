import { mkdir, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Scenario } from "../../practice-site/scenario";
import { shareSession } from "../session";

const session = shareSession();

const withoutNumber = { id: "1234567890", handle: "ada_example", phone: null, email: "ada@example.org" };
const emailOff = { discoverable_by_email: false };
const faces: Record<string, Partial<Scenario>> = {
  // Before there is any answer: a look that has none would leave it standing.
  unknown: { account: null },
  exposed: {},
  dormant: { account: withoutNumber, settings: emailOff },
  protected: { settings: { ...emailOff, discoverable_by_mobile_phone: false } },
};

/** An icon as the worker set it: its pixels at 16, and a picture of it at 48. */
interface Icon {
  readonly pixels: readonly number[];
  readonly picture: string;
}

it("shows each verdict in a shape and a colour of its own, at the size of a toolbar", async () => {
  const target = await session().driven.browser.waitForTarget((target) => target.type() === "service_worker");
  const worker = await target.worker();
  // What is drawn cannot be read back from the browser: so it is caught on its way there.
  await worker?.evaluate(`
    const setIcon = chrome.action.setIcon.bind(chrome.action);
    chrome.action.setIcon = (details) => ((globalThis.icon = details.imageData), setIcon(details));`);
  await mkdir("artifacts", { recursive: true });
  const drawn = new Map<string, Icon>();
  for (const [verdict, changes] of Object.entries(faces)) {
    session().play(changes);
    const popup = await session().openPopup();
    await worker?.evaluate("globalThis.icon = null");
    await popup.check();
    await expect.poll(() => worker?.evaluate("globalThis.icon !== null")).toBe(true);
    const icon = (await worker?.evaluate(`(async () => {
      const canvas = new OffscreenCanvas(48, 48);
      canvas.getContext("2d").putImageData(icon[48], 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return { pixels: [...icon[16].data], picture: btoa(String.fromCharCode(...bytes)) };
    })()`)) as Icon;
    await writeFile(`artifacts/toolbar-${verdict}.png`, Buffer.from(icon.picture, "base64"));
    drawn.set(verdict, icon);
    await popup.page.close();
  }
  const [...icons] = drawn;
  for (const [verdict, { pixels }] of icons) {
    for (const [other, { pixels: others }] of icons) {
      if (other === verdict) continue;
      expect(unlike(coloursOf(pixels), coloursOf(others)), `${verdict} and ${other}, in colour`).toBeGreaterThan(80);
      expect(unlike(shapeOf(pixels), shapeOf(others)), `${verdict} and ${other}, without colour`).toBeGreaterThan(8);
    }
  }
});

/** Each pixel's colour, coarsely. */
function coloursOf(pixels: readonly number[]): readonly string[] {
  return eachPixel(pixels, (red, green, blue, alpha) => [red, green, blue, alpha].map((part) => part >> 5).join());
}

/** Whether each pixel belongs to what is filled, to what stands in it, or to neither. */
function shapeOf(pixels: readonly number[]): readonly string[] {
  return eachPixel(pixels, (red, green, blue, alpha) =>
    alpha < 128 ? "outside" : Math.min(red, green, blue) > 150 ? "stroke" : "filled",
  );
}

function eachPixel(
  pixels: readonly number[],
  tell: (red: number, green: number, blue: number, alpha: number) => string,
): readonly string[] {
  return Array.from({ length: pixels.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(4 * index, 4 * index + 4);
    return tell(red, green, blue, alpha);
  });
}

function unlike(some: readonly string[], others: readonly string[]): number {
  return some.filter((value, index) => value !== others[index]).length;
}
