import { afterEach, describe, expect, it } from "vitest";
import type { CuriosityName } from "../practice-site/curiosities";
import { compareLoads, patience } from "./overhearing";
import { shareSession } from "./session";

const session = shareSession();

const timeout = 2 * patience;

afterEach(async () => {
  // What a curious page provokes is its own affair.
  const complaints = await session().takeComplaints();
  expect(complaints.filter((complaint) => !complaint.startsWith("https://x.com/"))).toEqual([]);
});

/** What tells whose script it is that listens. */
const extension = () => new RegExp(`-extension:|unlisted|${new URL(session().driven.extensionAddress).host}`, "i");

describe("a page that is overheard", () => {
  it.each<CuriosityName>([
    "looks-at-functions",
    "looks-around",
    "asks-in-every-way",
    "gives-up",
    "forgets-promises",
    "watches-the-order",
    "reads-in-every-way",
    "reads-twice",
    "takes-streams",
    "exchanges-in-every-way",
    "exchanges-badly",
    "counts-touches",
    "counts-calls",
  ])(
    "notices nothing: it %s, and all is as it is without",
    async (hostility) => {
      const { alone, overheard } = await compareLoads(session(), { hostility });
      expect(Object.keys(alone.notes).length).toBeGreaterThan(0);
      expect(overheard.notes).toEqual(alone.notes);
    },
    timeout,
  );

  it.each<CuriosityName | "nothing">(["nothing", "watches-the-order", "reads-twice"])(
    "asks for as much as without, where it does %s",
    async (name) => {
      const { alone, first, overheard } = await compareLoads(session(), name === "nothing" ? {} : { hostility: name });
      expect(alone.requests).toContain("GET api.x.com/1.1/account/settings.json");
      expect(overheard.requests).toEqual(alone.requests);
      expect(first.requests).toEqual(alone.requests);
    },
    timeout,
  );
});

describe("a page that searches for somebody who listens", () => {
  /** By what it finds them, in whatever they do: of all browsers, and of each. */
  const signs = {
    everywhere: [
      "circle of prototypes",
      "circle of prototypes by Reflect",
      "text by another frame",
      "text by another frame of toString",
    ],
    chrome: ["body after reading"],
    firefox: ["arguments of a function", "caller of a function", "message of what cannot be cloned"],
  };

  it(
    "finds them by these signs alone, and not who they are",
    async () => {
      const { alone, first, overheard } = await compareLoads(session(), { hostility: "looks-for-signs" });
      expect(first.notes).toEqual(alone.notes);
      const found = Object.keys(alone.notes).filter((name) => {
        return JSON.stringify(overheard.notes[name]) !== JSON.stringify(alone.notes[name]);
      });
      expect(found.sort()).toEqual([...signs.everywhere, ...signs[session().driven.name]].sort());
      expect(JSON.stringify(overheard.notes)).not.toMatch(extension());
    },
    timeout,
  );

  it(
    "sees in an error at most one line more, which names nobody",
    async () => {
      const { alone, first, overheard } = await compareLoads(session(), { hostility: "looks-at-stacks" });
      expect(first.notes).toEqual(alone.notes);
      const lines = (stack: unknown) => String(stack).trimEnd().split("\n");
      for (const [name, stack] of Object.entries(overheard.notes)) {
        const own = lines(alone.notes[name]);
        const more = lines(stack).filter((line) => line !== "" && !own.includes(line));
        expect(more.length, `${name}: ${stack}`).toBeLessThanOrEqual(1);
        for (const line of more) expect(line, name).toMatch(/@page:\d+:\d+$|\(page:\d+:\d+\)$/);
        expect(stack).not.toMatch(extension());
      }
    },
    timeout,
  );

  it(
    "is handed none of their functions, nor told from which file they come",
    async () => {
      const { alone, first, overheard } = await compareLoads(session(), { hostility: "looks-at-callers" });
      expect(first.notes).toEqual(alone.notes);
      const { seen } = overheard.notes as { seen: readonly string[] };
      expect(seen.slice(0, 2)).toEqual(["null", "null"]);
      expect(seen.filter((one) => /^function/.test(one))).toEqual([]);
      expect(JSON.stringify(seen)).not.toMatch(extension());
    },
    timeout,
  );

  it(
    "is told of an error that nobody has caught that it comes from nowhere known",
    async () => {
      const { alone, overheard } = await compareLoads(session(), { hostility: "leaves-errors-uncaught" });
      const heard = (notes: object) => (notes as { heard: readonly (readonly unknown[])[] }).heard;
      expect(heard(overheard.notes).map(([message]) => message)).toEqual(
        heard(alone.notes).map(([message]) => message),
      );
      for (const [, file] of heard(overheard.notes)) expect(["page", "<anonymous code>"]).toContain(file);
      expect(JSON.stringify(overheard.notes)).not.toMatch(extension());
    },
    timeout,
  );
});
