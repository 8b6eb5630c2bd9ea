import type { Tools } from "./write-hostility";

/**
 * Ways in which a page may keep a box from being seen, one at a time. Each runs once in a page, before any script of the
 * page proper.
 */
export const hiddenBoxes = {
  /** The page's own boxes are gone; what has their labels is not drawn. */
  "boxes-are-hidden": ({ whenDrawn, replaceRows }) => {
    whenDrawn((boxes) => {
      replaceRows(boxes, (copy) => {
        copy.hidden = true;
        copy.style.setProperty("display", "none", "important");
      });
    });
  },

  /** The same, where what is not to be seen keeps its place. */
  "boxes-are-invisible": ({ whenDrawn, replaceRows }) =>
    whenDrawn((boxes) => replaceRows(boxes, ({ style }) => style.setProperty("visibility", "hidden"))),

  /** The same, where it is drawn, and wholly transparent. */
  "boxes-are-transparent": ({ whenDrawn, replaceRows }) =>
    whenDrawn((boxes) => replaceRows(boxes, ({ style }) => style.setProperty("opacity", "0"))),

  /** The same, where a filter takes every colour away. */
  "boxes-are-filtered-out": ({ whenDrawn, replaceRows }) =>
    whenDrawn((boxes) => replaceRows(boxes, ({ style }) => style.setProperty("filter", "opacity(0)"))),

  /** The same, where all of it is clipped away. */
  "boxes-are-clipped": ({ whenDrawn, replaceRows }) =>
    whenDrawn((boxes) => replaceRows(boxes, ({ style }) => style.setProperty("clip-path", "inset(50%)"))),

  /** The same, where it is drawn as small as nothing. */
  "boxes-are-shrunk": ({ whenDrawn, replaceRows }) =>
    whenDrawn((boxes) => replaceRows(boxes, ({ style }) => style.setProperty("transform", "scale(0)"))),

  /** The same, where it has no size. */
  "boxes-are-without-size": ({ whenDrawn, replaceRows }) => {
    whenDrawn((boxes) => {
      replaceRows(boxes, (copy) => {
        copy.style.cssText = "display: block; width: 0; height: 0; overflow: hidden";
      });
    });
  },

  /** The same, where no scrolling leads to it. */
  "boxes-are-off-screen": ({ whenDrawn, replaceRows }) => {
    whenDrawn((boxes) => {
      replaceRows(boxes, (copy) => {
        copy.style.cssText = "position: absolute; left: -9999px";
      });
    });
  },

  /** The same, where something lies over it. */
  "boxes-are-covered": ({ whenDrawn, replaceRows }) => {
    whenDrawn((boxes) => {
      replaceRows(boxes, () => {
        const cover = document.body.appendChild(document.createElement("div"));
        cover.style.cssText = "position: fixed; inset: 0; z-index: 1; background: white";
      });
    });
  },

  /** The same, where what it stands in has no height. */
  "boxes-are-folded-away": ({ whenDrawn, replaceRows }) => {
    whenDrawn((boxes) => {
      const copies: HTMLElement[] = [];
      replaceRows(boxes, (copy) => copies.push(copy));
      for (const copy of copies) {
        const around = document.createElement("div");
        around.style.cssText = "height: 0; overflow: hidden";
        copy.replaceWith(around);
        around.append(copy);
      }
    });
  },

  /** The labels belong to boxes that are on, and that stand outside of them. */
  "labels-are-another-box's": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      for (const box of boxes) {
        const shown = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
        shown.id = `shown-${crypto.randomUUID()}`;
        const label = box.closest("label");
        label?.setAttribute("for", shown.id);
        label?.after(shown);
        box.checked = false;
      }
    });
  },
} satisfies Record<string, (tools: Tools) => void>;
