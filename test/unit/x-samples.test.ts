import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadedState, verdictOn } from "./x-page";

/** Bodies that were captured from the real site. They are not shipped with the project. */
const folder = "../shared/facts/x/samples";
const samples = existsSync(folder) ? readdirSync(folder) : [];

describe.skipIf(samples.length === 0)("captured account settings", () => {
  it.each(samples)("%s", (name) => {
    const { body } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const handle = /^\w+$/.test(body.screen_name) ? body.screen_name : "ada";
    const state = loadedState(
      { discoverable_by_mobile_phone: undefined, discoverable_by_email: undefined, ...body, screen_name: handle },
      { entities: {} },
    );
    for (const [setting, field] of [
      ["x.phone", "discoverable_by_mobile_phone"],
      ["x.email", "discoverable_by_email"],
      ["x.location", "geo_enabled"],
    ] as const) {
      const expected = { true: "exposed", false: "protected" }[String(body[field])] ?? "unknown: field-missing";
      expect(verdictOn(setting, { state }), setting).toBe(expected);
    }
  });
});
