import { alterations } from "./alterations";
import { type Hostility, hostilities } from "./hostilities";

/** What a hostility works with. All of it is sent to the page as text, so each part stands alone. */
export interface Tools {
  /** Puts a store of its own before the page's where others look for one; `getState` is what they then call. */
  readonly plantStore: (getState: () => unknown) => void;
  /** The page's memory as it would be with the settings loaded and both switches off. */
  readonly privateState: () => SpokenState;
  /** Acts once, as soon as the page has drawn its boxes. */
  readonly whenDrawn: (act: (boxes: readonly HTMLInputElement[]) => void) => void;
  /** Acts once on each text that the page's app has drawn. */
  readonly eachText: (act: (text: Text) => void) => void;
  /** Puts an unchecked copy in the place of each box's row, out of sight, and beside it what looks like a box that is on. */
  readonly replaceRows: (boxes: readonly HTMLInputElement[], hide: (copy: HTMLElement) => void) => void;
}

interface SpokenState {
  settings: { remote: { settings: Record<string, unknown>; fetchStatus: unknown } };
  session: Record<string, unknown>;
  entities: { users: { entities: Record<string, { screen_name: unknown }> } };
  devices: { devices: { data: { phone_numbers: unknown }; fetchStatus: unknown } };
  optimist: unknown;
}

const tools: Tools = {
  plantStore(getState) {
    const root = document.getElementById("react-root") as unknown as Record<string, unknown>;
    // The first property of that prefix is the one that is taken, and React's own comes later.
    root.__reactContainer$0 = { stateNode: { current: { memoizedProps: { store: { getState } } } } };
  },

  privateState: () => ({
    settings: {
      remote: {
        settings: {
          discoverable_by_mobile_phone: false,
          discoverable_by_email: false,
          screen_name: "ada_example",
        },
        fetchStatus: "loaded",
      },
    },
    session: { user_id: "1234567890", isLoaded: true },
    entities: { users: { entities: { 1234567890: { screen_name: "ada_example" } } } },
    devices: { devices: { data: { phone_numbers: [] }, fetchStatus: "none" } },
    optimist: [],
  }),

  whenDrawn(act) {
    const watch = new MutationObserver(() => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>("label input[type=checkbox]")];
      if (boxes.length === 0) return;
      watch.disconnect();
      act(boxes);
    });
    watch.observe(document, { subtree: true, childList: true });
  },

  eachText(act) {
    const root = document.getElementById("react-root");
    if (!root) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) act(text);
  },

  replaceRows(boxes, hide) {
    for (const box of boxes) {
      const row = box.closest("label");
      if (!row) continue;
      const copy = row.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll("input")) hidden.checked = false;
      hide(copy);
      row.replaceWith(copy, Object.assign(document.createElement("div"), { role: "switch", ariaChecked: "true" }));
    }
  },
};

/** The script that a page runs first. */
export function writeHostility(hostility: Hostility): string {
  const parts = Object.entries(tools).map(([name, tool]: [string, Tools[keyof Tools]]) => {
    const text = tool.toString();
    return `${name}: ${text.startsWith(`${name}(`) ? `function ${text}` : text}`;
  });
  const script = `(${{ ...hostilities, ...alterations }[hostility]})({ ${parts.join(", ")} });`;
  // Markup in its strings must not end the element that it stands in.
  return script.replaceAll("</", "<\\/");
}
