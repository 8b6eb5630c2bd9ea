import type { CDPSession, Page } from "puppeteer-core";
import { build } from "vite";
import type { Site } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { hold, type Measured, measure, median } from "./measure";
import { onStage } from "./stage";

/** How many nodes the page has whose gathering has a budget, and how many boxes. */
const nodes = 20_000;
const boxes = 200;

/**
 * How long both gatherers work in a large page, one after the other as the page's one thread runs them, and how that
 * grows with the page: the exponent of the power of the number of nodes that fits best, which is 1 for a straight line
 * through the origin, less where a part does not grow at all, and 2 for a square.
 *
 * The page is the practice site's own, with its memory as X has it, and beside its two rows as many rows with boxes and
 * as many nodes more as are asked for. Each gatherer runs in the world that it is meant for, as built for people, and
 * is given to the page anew as text each time, as an injection does. The clock is the page's own.
 */
export function measureGathering(): Promise<Measured[]> {
  return onStage(async ({ driven }) => {
    const page = await driven.browser.newPage();
    const gather = await prepareToGather(page);
    const ofSize = async (size: number) => {
      await page.goto("https://x.com/settings/contacts");
      await page.waitForSelector('label input[type="checkbox"]');
      await page.evaluate(`(${fillPage})(${size}, ${Math.round((boxes * size) / nodes)})`);
      const times: number[] = [];
      return { run: await gather(), times };
    };

    const growth: { readonly size: number; readonly time: number }[] = [];
    for (const size of [5000, 10_000, 20_000, 40_000]) {
      const { run, times } = await ofSize(size);
      for (let turn = -3; turn < 51; turn += 1) {
        const time = await run();
        if (turn >= 0) times.push(time);
      }
      growth.push({ size, time: median(times) });
    }
    const { run } = await ofSize(nodes);
    const whole = await measure({
      name: `gather: a page of ${nodes} nodes and ${boxes} boxes`,
      unit: "ms",
      most: 3,
      runs: 51,
      subject: run,
    });
    const points = growth.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
    const exponent = hold("gather: growth, as a power of the number of nodes", "", 1.1, slopeOf(points));
    const parts = growth.map(({ size, time }) => ({ name: `${size} nodes, ms`, subject: time }));
    return [whole, { ...exponent, parts }];
  });
}

/** Runs in the page: text in rows of three levels, as a timeline has, and rows with boxes as the site draws them. */
const fillPage = `(nodes, boxes) => {
  const add = (to, name, words = "") => {
    const element = document.createElement(name);
    element.textContent = words;
    to.append(element);
    return element;
  };
  const ground = add(document.body, "div");
  for (let box = 0; box < boxes; box += 1) {
    const row = add(ground, "label");
    add(add(row, "div"), "span", "Let people who like number " + box + " find it");
    add(add(row, "div"), "input").type = "checkbox";
  }
  const counter = document.createNodeIterator(document);
  let left = nodes;
  while (counter.nextNode()) left -= 1;
  if (left < 0) throw new Error("The page has more nodes than it should have.");
  for (; left >= 4; left -= 4) {
    add(add(add(ground, "article"), "div"), "span", "Something that somebody said");
  }
  for (; left > 0; left -= 1) add(ground, "div");
}`;

/** Returns what prepares both worlds of the page that is there, and that a function that gathers once: milliseconds. */
async function prepareToGather(page: Page): Promise<() => Promise<() => Promise<number>>> {
  const { memory, page: parts } = x.gatherers;
  const texts = await buildGatherers();
  const devtools = await page.createCDPSession();
  return async () => {
    const { frameTree } = await devtools.send("Page.getFrameTree");
    const { executionContextId } = await devtools.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    return async () => {
      const ofMemory = await time(devtools, texts.memory, memory.parameters, '"found"', "store");
      const [record = "", drawn = ""] = texts.page;
      const [ofRecord, ofPage] = [
        await time(devtools, record, parts[0].parameters, "200", "status", executionContextId),
        await time(devtools, drawn, parts[1]?.parameters ?? [], '"contacts"', "page", executionContextId),
      ];
      return ofMemory + ofRecord + ofPage;
    };
  };
}

/** Has a function's text compiled and run, and makes sure that it saw what there is to see. */
async function time(
  devtools: CDPSession,
  text: string,
  parameters: readonly unknown[],
  expected: string,
  field: string,
  contextId?: number,
): Promise<number> {
  const expression = `(() => {
    const begun = performance.now();
    const seen = (${text})(...${JSON.stringify(parameters)});
    const time = performance.now() - begun;
    if (seen.${field} !== ${expected}) throw new Error("Nothing was gathered.");
    return time;
  })()`;
  const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", {
    expression,
    ...(contextId !== undefined && { contextId }),
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return Number(result.value);
}

/** The gatherers' text as it is built for people: what runs this file adds to functions what a page does not have. */
async function buildGatherers(): Promise<{ readonly memory: string; readonly page: readonly string[] }> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { write: false, minify: true, lib: { entry: "src/sites/x/index.ts", formats: ["es"], fileName: "x" } },
  });
  const [output] = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  if (output?.type !== "chunk") throw new Error("The gatherers were not built.");
  const module = (await import(`data:text/javascript,${encodeURIComponent(output.code)}`)) as { readonly x: Site };
  const { memory, page } = module.x.gatherers;
  return { memory: String(memory.run), page: page.map(({ run }) => String(run)) };
}

/** Of the straight line with the least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [across, up] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const shared = mean(points.map(([at, value]) => (at - across) * (value - up)));
  return shared / mean(points.map(([at]) => (at - across) ** 2));
}
