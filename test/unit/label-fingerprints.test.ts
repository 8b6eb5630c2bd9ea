import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../src/locales/catalogues";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { contactsWordings } from "../practice-site/languages";
import { gatherFrom } from "./x-page";

function fingerprint(label: string): string {
  const { boxes } = gatherFrom({ boxes: [[label, false]] }).page as { boxes: readonly { label: string }[] };
  return boxes[0]?.label ?? "";
}

describe("label fingerprints", () => {
  it("fold case, spaces, quotes and invisible characters", () => {
    const plain = fingerprint("People who've your number");
    expect(fingerprint("  people\u00a0WHO’ve   your number ")).toBe(plain);
    expect(fingerprint("People\u200f who've your num\u00adber")).toBe(plain);
    expect(fingerprint("People who've your address")).not.toBe(plain);
  });

  it("tell phone from email", () => {
    const phone = labelFingerprints.get("x.phone") ?? new Set();
    const email = labelFingerprints.get("x.email") ?? new Set();
    expect([...phone].filter((word) => email.has(word))).toEqual([]);
    expect(Math.min(phone.size, email.size)).toBeGreaterThan(40);
  });

  it("know the labels that the practice site draws", () => {
    for (const { byPhone, byEmail } of Object.values(contactsWordings)) {
      expect(labelFingerprints.get("x.phone")).toContain(fingerprint(byPhone));
      expect(labelFingerprints.get("x.email")).toContain(fingerprint(byEmail));
    }
  });

  it("know the labels by which people are told which switch is meant, in every language", async () => {
    for (const [name, texts] of await readCatalogues()) {
      expect(labelFingerprints.get("x.phone"), name).toContain(fingerprint(texts.get("site.x.phone.label") ?? ""));
      expect(labelFingerprints.get("x.email"), name).toContain(fingerprint(texts.get("site.x.email.label") ?? ""));
    }
  });

  const collected = "../shared/facts/x/labels.json";
  it.skipIf(!existsSync(collected))("know every label that was collected", () => {
    const labels: Record<string, { phone: string; email: string }> = JSON.parse(readFileSync(collected, "utf8"));
    expect(Object.keys(labels)).toHaveLength(51);
    for (const { phone, email } of Object.values(labels)) {
      expect(labelFingerprints.get("x.phone")).toContain(fingerprint(phone));
      expect(labelFingerprints.get("x.email")).toContain(fingerprint(email));
    }
  });
});
