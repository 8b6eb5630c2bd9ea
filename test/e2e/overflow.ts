import type { Page } from "puppeteer-core";

/** What is written on a page and does not fit: beyond the window, cut off, or over the edge of its button or picture. */
export function findOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (
        !element?.checkVisibility() ||
        element.closest(".announcement, .voice, .to-place:not(:focus), select") ||
        !node.textContent?.trim()
      ) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const frame = element.closest("button, .button, svg")?.getBoundingClientRect();
      const left = Math.max(0, frame?.left ?? 0);
      const right = Math.min(document.documentElement.clientWidth, frame?.right ?? Number.POSITIVE_INFINITY);
      const isOut = [...range.getClientRects()].some((line) => line.left < left - 1 || line.right > right + 1);
      if (isOut) found.push(node.textContent);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const { overflowX, clipPath } = getComputedStyle(element);
      const isCut = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      if (isCut && clipPath === "none") found.push(`cut off: ${element.textContent}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push("the page");
    return found;
  });
}
