import { describe, expect, it } from "vitest";
import { findOwners } from "../../src/sites/in-page/find-fields";
import { addresses } from "../../src/sites/x/answers/addresses";
import { answerKinds } from "../../src/sites/x/answers/kinds";

const read = (kind: string, body: unknown) => answerKinds.find((one) => one.kind === kind)?.read(body);

describe("the reader of X's answers", () => {
  const says = (values: object, handle: string | null = null, isWhole = true) => ({ values, handle, isWhole });
  const phone = "discoverable_by_mobile_phone";

  it.each<[string, unknown, object]>([
    ["a plain body", { [phone]: false, screen_name: "ada" }, says({ [phone]: false }, "ada")],
    ["several fields", { [phone]: true, protected: false }, says({ [phone]: true, protected: false })],
    ["a known word", { allow_dms_from: "following" }, says({ allow_dms_from: "following" })],
    ["another setting's word", { allow_dms_from: "all_enabled" }, says({ allow_dms_from: { type: "string" } })],
    ["any other text", { [phone]: "ada@example.org" }, says({ [phone]: { type: "string" } })],
    ["a number", { [phone]: 15555550123 }, says({ [phone]: { type: "number" } })],
    ["null", { [phone]: null }, says({ [phone]: { type: "null" } })],
    ["an object", { [phone]: { value: false } }, says({ [phone]: { type: "object" } })],
    ["a list", { [phone]: [false] }, says({ [phone]: { type: "object" } })],
    [
      "fields deep within",
      { data: { viewer: [{ [phone]: false, screen_name: "ada" }] } },
      says({ [phone]: false }, "ada"),
    ],
    ["one field twice, alike", [{ [phone]: false }, { [phone]: false }], says({ [phone]: false })],
    ["one field twice, differing", [{ [phone]: false }, { [phone]: true }], says({ [phone]: { type: "several" } })],
    ["one field twice, once as null", [{ [phone]: false }, { [phone]: null }], says({ [phone]: { type: "several" } })],
    ["fields of two objects", [{ [phone]: false }, { protected: true }], says({ [phone]: false, protected: true })],
    [
      "one account twice",
      [
        { [phone]: false, screen_name: "ada" },
        { protected: true, screen_name: "ada" },
      ],
      says({ [phone]: false, protected: true }, "ada"),
    ],
    [
      "two accounts",
      [
        { [phone]: false, screen_name: "ada" },
        { protected: true, screen_name: "eve" },
      ],
      { values: { [phone]: false, protected: true }, handle: expect.anything(), isWhole: false },
    ],
    [
      "an account of nothing that is wanted",
      { [phone]: false, friend: { screen_name: "eve" } },
      says({ [phone]: false }),
    ],
    ["a name that is none", { [phone]: false, screen_name: 5 }, says({ [phone]: false })],
    [
      "a name that is too long",
      { [phone]: false, screen_name: "a".repeat(100) },
      says({ [phone]: false }, "a".repeat(64)),
    ],
    ["nothing that is wanted", { language: "en" }, says({})],
    ["a list of nothing", [], says({})],
    ["a word", "off", says({})],
    ["null itself", null, says({})],
    ["fields that are inherited", Object.create({ [phone]: false }), says({})],
    [
      "a field by the name of all objects' prototype",
      JSON.parse(`{"__proto__":{"${phone}":false}}`),
      says({ [phone]: false }),
    ],
  ])("takes the settings out of %s", (_name, body, taken) => {
    expect(read("settings", body)).toEqual(taken);
  });

  it.each<[string, unknown, number | null]>([
    ["two numbers", { emails: [], phone_numbers: [{}, {}] }, 2],
    ["no number", { emails: [], phone_numbers: [] }, 0],
    ["a list deep within", { data: [{ devices: { phone_numbers: [{}] } }] }, 1],
    ["no list", { emails: [] }, null],
    ["something that is no list", { phone_numbers: "+15555550123" }, null],
    ["a list like one", { phone_numbers: { length: 3 } }, null],
    ["null in its place", { phone_numbers: null }, null],
    ["two lists", [{ phone_numbers: [{}] }, { phone_numbers: [{}] }], null],
    ["a list and something else", [{ phone_numbers: [{}] }, { phone_numbers: null }], null],
    ["nothing", null, null],
    ["more than is gone through", { phone_numbers: [], more: Array.from({ length: 20_001 }, () => 0) }, null],
  ])("counts the numbers on file in %s, and tells none of them", (_name, body, numbers) => {
    expect(read("devices", body)).toEqual({ numbers });
  });

  it("knows each kind at two hosts, and nothing else", () => {
    expect(answerKinds.map(({ kind }) => kind)).toEqual(["settings", "devices"]);
    const known = answerKinds.flatMap((kind) => kind.addresses);
    expect(known).toEqual([...addresses.settings, ...addresses.devices]);
    expect(new Set(known).size).toBe(known.length);
    for (const address of known) {
      const { origin, pathname, href } = new URL(address);
      expect(["https://api.x.com", "https://x.com"]).toContain(origin);
      expect(pathname).toMatch(/^(\/i\/api)?\/1\.1\/(account\/settings|users\/email_phone_info)\.json$/);
      expect(href).toBe(address);
    }
  });
});

describe("the search for fields", () => {
  const wanted = new Set(["wanted", "other"]);
  const nest = (depth: number): unknown => (depth === 0 ? { wanted: 1 } : [nest(depth - 1)]);

  it.each<[string, unknown, readonly object[]]>([
    ["the value itself", { wanted: 1, more: 2 }, [{ wanted: 1, more: 2 }]],
    ["what lies in it", { in: [{ wanted: 1 }, [{ other: null }]] }, [{ other: null }, { wanted: 1 }]],
    ["what lies in one that has them", { wanted: { other: 1 } }, [{ wanted: { other: 1 } }, { other: 1 }]],
    ["nothing in lists by their places", Object.assign([1], { wanted: 1 }), []],
    ["nothing where there is nothing", [1, "wanted", null, true], []],
    ["as deep as it looks", nest(39), [{ wanted: 1 }]],
  ])("finds %s", (_name, value, owners) => {
    expect(findOwners(value, wanted)).toEqual(owners);
  });

  it.each<[string, unknown]>([
    ["one that is deeper than it looks", nest(40)],
    ["one that has more values than it goes through", Array.from({ length: 20_000 }, () => 1)],
    [
      "one that holds itself",
      (() => {
        const circle: unknown[] = [];
        circle.push(circle);
        return circle;
      })(),
    ],
  ])("gives %s up", (_name, value) => {
    expect(findOwners(value, wanted)).toBeNull();
  });

  it("goes through as many values as it may", () => {
    expect(
      findOwners(
        Array.from({ length: 19_999 }, () => 1),
        wanted,
      ),
    ).toEqual([]);
  });
});
