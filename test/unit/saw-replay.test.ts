import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type SawFile, writeSaw } from "../../src/audit/saw";
import { x } from "../../src/sites/x";
import { scenario } from "../practice-site/scenario";
import { buildSettingsBody } from "../practice-site/settings-body";
import { compareFindings, readSawFile } from "../saw/read-saw-file";
import { type Look, record } from "../saw/replay";
import { answered, answeredDevices, type DrawnPage, emailLabel, gatherFrom, loadedState, phoneLabel } from "./x-page";

const folder = join(import.meta.dirname, "../samples/saw");
const boxes = (phone: boolean) =>
  [
    [emailLabel, false],
    [phoneLabel, phone],
  ] as const;
const settings = (isOn: boolean) =>
  buildSettingsBody(scenario({ settings: { discoverable_by_mobile_phone: isOn, discoverable_by_email: false } }));
const ada = { entities: { users: { entities: { 12: { screen_name: "ada_example" } } } } };
const memoryWith = (isOn: boolean, rest: object = {}) => loadedState(settings(isOn), { ...ada, ...rest });

function look(visit: string, way: Look["way"], steadyFor: number, drawn: DrawnPage): Look {
  return { visit, way, steadyFor, isLast: false, evidence: gatherFrom(drawn) };
}

const contacts = (way: Look["way"], steadyFor: number, drawn: DrawnPage) => look("contacts", way, steadyFor, drawn);
const phone = (way: Look["way"], steadyFor: number, drawn: DrawnPage) =>
  look("phone", way, steadyFor, { path: "/settings/phone", ...drawn });
const fetched = (path: string) => ({
  name: `https://api.x.com/1.1/${path}.json`,
  responseEnd: 250,
  responseStatus: 200,
});
const devices = (fetchStatus: string, ...phone_numbers: object[]) => ({
  devices: { devices: { fetchStatus, data: { emails: [], phone_numbers } } },
});

/** What was seen of pages like X's, and what was found, by the name of the sample. */
const practised: Record<string, readonly [readonly Look[], string]> = {
  "memory-can-be-read": [
    [
      contacts("first", 0, { state: memoryWith(true), boxes: boxes(true), settingsRequest: 200 }),
      phone("first", 1000, {
        state: memoryWith(true, devices("loaded")),
        requests: [fetched("account/settings"), fetched("users/email_phone_info")],
      }),
    ],
    "dormant",
  ],
  "answers-overheard": [
    [
      contacts("first", 3, { boxes: boxes(false), settingsRequest: 200 }),
      contacts("overhearing", 0, { boxes: boxes(false), settingsRequest: 200, heard: [answered(settings(false))] }),
      phone("overhearing", 0, { heard: [answered(settings(false)), answeredDevices({ phone_numbers: [{}] })] }),
    ],
    "protected",
  ],
  "settings-refused": [[contacts("first", 1000, { settingsRequest: 429 })], "unknown: too-many-requests"],
};

function fileOf(looks: readonly Look[]): SawFile {
  return {
    format: "unlisted-saw",
    version: 1,
    site: x.id,
    unlisted: "0.1.0",
    browser: "chrome",
    ...record(x, looks),
  };
}

const ordinary = fileOf(practised["answers-overheard"]?.[0] ?? []);
const written = (changes: Partial<SawFile> | { version: number }) => writeSaw({ ...ordinary, ...changes } as SawFile);
const standingOf = (text: string, setting = "x.phone") =>
  compareFindings(text).find((compared) => compared.setting === setting)?.standing;

describe("a file of what was seen", () => {
  it.each(Object.entries(practised))("is written as it lies among the samples: %s", async (name, [looks, found]) => {
    const file = fileOf(looks);
    expect(file.findings["x.phone"]).toBe(found);
    await expect(writeSaw(file)).toMatchFileSnapshot(join(folder, `${name}.json`));
  });

  // Whoever is sent a file puts it beside these, without names: then it is tested for ever.
  it.each(readdirSync(folder))("comes to the same today: %s", (name) => {
    const compared = compareFindings(readFileSync(join(folder, name), "utf8"));
    expect(compared.map(({ setting }) => setting)).toEqual(x.settings.map(({ id }) => id));
    expect(compared.filter(({ standing }) => standing === "differs")).toEqual([]);
  });

  it("differs where something else was found than comes of it", () => {
    expect(standingOf(written({ findings: { ...ordinary.findings, "x.phone": "exposed" } }))).toBe("differs");
    expect(standingOf(written({ findings: { ...ordinary.findings, "x.phone": "unknown: box-alone" } }))).toBe(
      "differs",
    );
    expect(standingOf(written({ findings: {} }))).toBe("differs");
    expect(standingOf(written({ findings: { "x.other": "exposed" } }), "x.other")).toBe("differs");
    expect(standingOf(written({ looks: [] }))).toBe("differs");
  });

  it("tells by its last looks alone: those of a check that was made once more", () => {
    const disputed = contacts("first", 2000, { state: memoryWith(true), boxes: boxes(false), settingsRequest: 200 });
    const [looks] = practised["memory-can-be-read"] ?? [[]];
    expect(fileOf([disputed, ...looks]).findings).toEqual(fileOf(looks).findings);
    expect(fileOf([...looks, disputed]).findings).toMatchObject({ "x.phone": "unknown: witnesses-differ" });
  });

  it.each(["by-the-person", "tab-closed", "no-answer", "not-allowed", "error-page"])(
    "does not tell why the check was ended where that is not on the page: %s",
    (detail) => {
      const findings = Object.fromEntries(x.settings.map(({ id }) => [id, `unknown: ${detail}`]));
      expect(compareFindings(written({ findings })).every(({ standing }) => standing === "ended")).toBe(true);
    },
  );

  it.each<[string, string]>([
    ["not-json", "{"],
    ["not-json", ""],
    ["not-a-saw-file", "null"],
    ["not-a-saw-file", "[]"],
    ["not-a-saw-file", JSON.stringify({ format: "unlisted-history", version: 1 })],
    ["not-a-saw-file", written({ looks: [{ visit: "contacts", saw: {} } as never] })],
    ["not-a-saw-file", written({ findings: { "x.phone": 1 as never } })],
    ["other-version", written({ version: 2 })],
    ["unknown-site", written({ site: "constructor" })],
    ["unknown-visit", written({ looks: [{ visit: "home", way: "first", steadyFor: 0, isLast: false, saw: {} }] })],
  ])("is refused by name where it is none: %s", (refusal, text) => {
    expect(() => readSawFile(text)).toThrow(expect.objectContaining({ refusal }));
  });
});

describe("npm run saw", () => {
  const temporary = mkdtempSync(join(tmpdir(), "unlisted-saw-"));
  afterAll(() => rmSync(temporary, { recursive: true }));

  /** Runs it as a person does, and gives back what it says and how it ends. */
  function run(text: string | null): { readonly said: string; readonly status: number } {
    const path = join(temporary, "file.json");
    if (text !== null) writeFileSync(path, text);
    const command = ["--import", "tsx", join(import.meta.dirname, "../saw.ts"), ...(text === null ? [] : [path])];
    try {
      return { said: execFileSync(process.execPath, command, { encoding: "utf8", stdio: "pipe" }), status: 0 };
    } catch (error) {
      const { stdout, stderr, status } = error as { stdout: string; stderr: string; status: number };
      return { said: stdout + stderr, status };
    }
  }

  it("says of each setting whether it is the same", () => {
    const { said, status } = run(written({}));
    expect(status).toBe(0);
    expect(said.trim().split("\n")).toHaveLength(x.settings.length);
    expect(said).toMatch(/^same +x\.phone +protected$/m);
  });

  it("fails where something else comes of it, and says what", () => {
    const { said, status } = run(written({ findings: { ...ordinary.findings, "x.phone": "exposed" } }));
    expect(status).toBe(1);
    expect(said).toMatch(/^differs +x\.phone +exposed, now protected$/m);
  });

  it.each<[string, string | null, RegExp]>([
    ["is none", "{}", /^not-a-saw-file: /],
    ["is not named", null, /^Which file\?/],
  ])("fails where the file %s, and says so", (_name, text, said) => {
    const outcome = run(text);
    expect(outcome.status).toBe(1);
    expect(outcome.said).toMatch(said);
  });
});
