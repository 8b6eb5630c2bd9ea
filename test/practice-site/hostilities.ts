import type { alterations } from "./alterations";
import { hiddenBoxes } from "./hidden-boxes";
import { lies } from "./lies";
import type { Tools } from "./write-hostility";

/**
 * Ways in which a page may work against whoever looks at it. Each runs once in a page, when the document holds its empty
 * root and before any script of the page proper, with React or without.
 */
export const hostilities = {
  ...lies,
  ...hiddenBoxes,

  /** The memory says off, from the first moment on. */
  "memory-lies": ({ plantStore, privateState }) => plantStore(privateState),

  /** Everything in the memory throws at any touch. */
  "memory-throws": ({ plantStore }) => {
    const fail = () => {
      throw { toString: null };
    };
    const traps = Object.getOwnPropertyNames(Reflect).map((name) => [name, fail]);
    plantStore(() => new Proxy({}, Object.fromEntries(traps)));
  },

  /** Every property leads to the same thing again, which is a function as well, and never ends. */
  "memory-is-endless": ({ plantStore }) => {
    const endless: unknown = new Proxy(() => endless, {
      get: () => endless,
      ownKeys: () => Array.from({ length: 100_000 }, (_, index) => `key${index}`).concat("prototype"),
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    });
    plantStore(() => endless);
  },

  /** React's tree has circles in it, and the state holds itself. */
  "memory-is-cyclic": ({ plantStore, privateState }) => {
    const state = privateState();
    state.settings.remote.settings.discoverable_by_mobile_phone = state;
    state.entities.users.entities[1234567890] = { screen_name: state };
    state.devices.devices.data.phone_numbers = state;
    state.optimist = { length: Number.POSITIVE_INFINITY, self: state };
    plantStore(() => state);
    const root = document.getElementById("react-root") as unknown as Record<string, unknown>;
    const fiber: Record<string, unknown> = { memoizedProps: { itself: root } };
    fiber.child = fiber;
    fiber.sibling = fiber;
    // A circle that leads nowhere: what is looked for must be given up.
    Object.defineProperty(root, "__reactContainer$0", { enumerable: true, value: { stateNode: { current: fiber } } });
  },

  /** Every string of the memory is 10 MB of markup. */
  "memory-is-huge": ({ plantStore, privateState }) => {
    const huge = "<img src=x onerror=globalThis.pwned=1>".repeat(270_000);
    const state = privateState();
    const { remote } = state.settings;
    const words = { address_book_live_sync_enabled: huge, allow_dms_from: huge, dm_receipt_setting: huge };
    Object.assign(remote.settings, { discoverable_by_mobile_phone: huge, screen_name: huge, ...words });
    state.session.user_id = huge;
    state.entities.users.entities = { [huge]: { screen_name: huge } };
    state.devices.devices.fetchStatus = huge;
    plantStore(() => state);
  },

  /** Every string of the memory is markup and script, short enough to be taken for a name. */
  "memory-is-markup": ({ plantStore, privateState }) => {
    const markup = "<script>globalThis.pwned=1</script>";
    const state = privateState();
    Object.assign(state.settings.remote.settings, { screen_name: markup, allow_dms_from: markup, constructor: markup });
    state.session.user_id = markup;
    state.entities.users.entities = { [markup]: { screen_name: markup } };
    plantStore(() => state);
  },

  /** Reading a setting changes it, and the page: the number of boxes, the address, the title. */
  "getters-have-effects": ({ plantStore, privateState }) => {
    let reads = 0;
    const state = privateState();
    state.settings.remote.settings.discoverable_by_email = true;
    Object.defineProperty(state.settings.remote.settings, "discoverable_by_mobile_phone", {
      get() {
        reads += 1;
        document.title = `<script>globalThis.pwned=${reads}</script>`;
        document.body.append(document.createElement("label"));
        // Every change of the address ends the look that it happens in: for ever would be until patience runs out.
        if (reads < 3) history.replaceState(null, "", `?reads=${reads}`);
        return reads % 2 === 0;
      },
    });
    plantStore(() => state);
  },

  /** Whatever the language lends to a look at the memory lies, once the page has no more need of it. */
  "builtins-lie": ({ plantStore, privateState, whenDrawn }) => {
    plantStore(privateState);
    whenDrawn(() => {
      const say = () => "protected";
      Object.keys = () => ["discoverable_by_mobile_phone", "discoverable_by_email", "__proto__", "constructor"];
      JSON.stringify = say;
      JSON.parse = () => ({ store: "found" });
      Array.isArray = (_): _ is unknown[] => true;
      Array.prototype.includes = () => true;
      String.prototype.startsWith = () => true;
      String.prototype.slice = say;
      RegExp.prototype.exec = () => null;
      Math.max = () => 0;
      Element.prototype.querySelectorAll = () => document.createElement("i").childNodes as NodeListOf<never>;
      Element.prototype.closest = () => null;
      Document.prototype.querySelectorAll = Element.prototype.querySelectorAll;
      Performance.prototype.getEntriesByType = () => [];
      Performance.prototype.now = () => -1;
      globalThis.MutationObserver = class extends MutationObserver {
        override observe() {}
      };
      Object.defineProperty(HTMLInputElement.prototype, "checked", { get: () => false });
      Object.defineProperty(Node.prototype, "textContent", { get: say });
    });
  },

  /** What is taken for text is something that no browser can send from one world to another. */
  "strings-are-not-strings": ({ plantStore, privateState, whenDrawn }) => {
    plantStore(privateState);
    whenDrawn(() => {
      const circle: unknown[] = [document, () => globalThis, Symbol("circle")];
      circle.push(circle, new Proxy({}, {}));
      String.prototype.slice = () => circle as unknown as string;
    });
  },

  /** Every object can be waited for, and is never there. */
  "everything-is-a-promise": ({ plantStore, privateState, whenDrawn }) => {
    plantStore(privateState);
    whenDrawn(() => {
      const waiting = "then";
      Object.defineProperty(Object.prototype, waiting, { configurable: true, value: () => undefined });
      Object.defineProperty(Promise.prototype, waiting, {
        configurable: true,
        value: () => new Promise(() => undefined),
      });
    });
  },

  /** Whatever is written into an object of the page is kept from it. */
  "objects-keep-nothing": ({ plantStore, privateState }) => {
    plantStore(() => {
      for (const name of ["discoverable_by_mobile_phone", "discoverable_by_email", "allow_dms_from"]) {
        Object.defineProperty(Object.prototype, name, { configurable: true, get: () => false, set: () => undefined });
      }
      return privateState();
    });
  },

  /** The page notes who calls the function that tells its memory. A function that is not strict may ask for its caller. */
  "store-looks-back": ({ plantStore, privateState }) => {
    const names: string[] = [];
    function getState() {
      names.push(String(getState.caller));
      if (names.length === 1) setTimeout(() => navigator.sendBeacon("/i/notes", JSON.stringify({ names })));
      return privateState();
    }
    plantStore(getState);
  },

  /** The number on file is denied by the memory alone. */
  "number-is-denied": ({ plantStore, privateState }) => {
    plantStore(() => {
      const state = privateState();
      state.settings.remote.settings.discoverable_by_mobile_phone = true;
      state.devices.devices.fetchStatus = "loaded";
      return state;
    });
  },

  /** The page keeps an old memory, which says off, until it uses the settings: a while after they have come. */
  "settings-are-used-late": ({ plantStore, privateState }) => {
    const native = fetch;
    let isUsed = false;
    globalThis.fetch = async (...parameters) => {
      const answer = await native(...parameters);
      if (!answer.url.includes("account/settings")) return answer;
      await native("/i/wait/1500");
      isUsed = true;
      return answer;
    };
    plantStore(() => {
      const state = privateState();
      const { settings } = state.settings.remote;
      settings.discoverable_by_mobile_phone = settings.discoverable_by_email = isUsed;
      return state;
    });
  },

  /** Two forged boxes, unchecked, with more boxes behind them than anybody wants to read; the page's own come last. */
  "boxes-in-a-flood": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      const flood = document.createElement("section");
      const forged = boxes.map((box) => box.closest("label")?.textContent ?? "");
      for (let index = 0; index < 5000; index += 1) {
        const row = document.createElement("label");
        const box = document.createElement("input");
        box.type = "checkbox";
        row.append(forged[index] ?? `Box ${index}`, box);
        flood.append(row);
      }
      document.body.prepend(flood);
    });
  },

  /** The boxes are unchecked, and say to everybody but a program that they are on. */
  "boxes-are-painted": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      for (const box of boxes) {
        box.checked = false;
        box.ariaChecked = "true";
      }
    });
  },

  /** The boxes are neither checked nor unchecked. */
  "boxes-are-undecided": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      for (const box of boxes) {
        box.checked = false;
        box.indeterminate = true;
      }
    });
  },

  /** The boxes are in a shadow root; unchecked copies with their labels are in a frame. */
  "boxes-are-elsewhere": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      const frame = document.createElement("iframe");
      const copies = boxes.map((box) => box.closest("label")?.cloneNode(true) as HTMLElement);
      frame.srcdoc = copies.map(({ outerHTML }) => outerHTML).join("");
      const shadow = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
      for (const box of boxes) shadow.append(box.closest("label") ?? box);
      document.body.append(frame);
    });
  },

  /** Every label is 10 MB long and begins with what is expected. */
  "labels-are-huge": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      for (const box of boxes) box.closest("label")?.append(" ".repeat(10_000_000), "<img src=x onerror=pwned()>");
    });
  },

  /** What a script asks its document for is an element of the page's. */
  "document-is-clobbered": ({ whenDrawn }) => {
    whenDrawn(() => {
      const asked = ["querySelector", "querySelectorAll", "getElementById", "body", "cookie", "readyState", "location"];
      for (const name of [...asked, "performance", "documentElement", "then", "toJSON"]) {
        const form = document.createElement("form");
        form.setAttribute("name", name);
        for (const inner of ["querySelectorAll", "parentElement", "closest", "textContent"]) {
          form.append(Object.assign(document.createElement("input"), { name: inner }));
        }
        document.documentElement.append(form);
      }
    });
  },

  /** A request that is not the one for the settings ends like it, while boxes stand there that know no settings. */
  "arrival-is-forged": () => {
    for (const path of ["/settings/account/settings.json", "/settings/1.1/account/settings.json?api.x.com"]) {
      void fetch(path).then((response) => response.text());
    }
  },

  /** The page never stands still. */
  "page-never-rests": ({ whenDrawn }) => {
    whenDrawn(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.documentElement.toggleAttribute("data-restless");
        port2.postMessage(null);
      };
      port2.postMessage(null);
    });
  },

  /** Having drawn its boxes, the page asks for more than a browser records of its own accord. */
  "page-asks-much": ({ whenDrawn }) => {
    whenDrawn(() => {
      const ask = () => fetch("/i/wait/0").then((response) => response.text());
      // When the page goes, what it still asks for is cut off.
      for (let count = 0; count < 260; count += 1) ask().catch(() => undefined);
    });
  },

  /** Frames come, go and move, and everybody posts what the extension's own pages would say. */
  "frames-and-messages": () => {
    const messages = [
      { ask: "check", site: "x", window: 1 },
      { ask: "change", setting: "x.phone", state: "on", account: "ada_example", site: "x", window: 1 },
      { guide: "act", action: "switch-off" },
      { report: "import", text: "<script>globalThis.pwned=1</script>" },
    ];
    setInterval(() => {
      const frame = document.createElement("iframe");
      document.documentElement.append(frame);
      frame.srcdoc = "<label>Frame<input type=checkbox></label>";
      for (const message of messages) {
        frame.contentWindow?.postMessage(message, "*");
        window.postMessage(message, "*");
        document.dispatchEvent(new MessageEvent("message", { data: message }));
      }
      while (document.querySelectorAll("iframe").length > 5) document.querySelector("iframe")?.remove();
    }, 20);
  },

  /** At the first touch the page goes somewhere else. */
  "page-runs-away": ({ plantStore, privateState }) => {
    let isRunning = location.pathname === "/home";
    plantStore(() => {
      // Once: beginning again with every look it would never arrive.
      if (!isRunning) location.replace("/home");
      isRunning = true;
      return privateState();
    });
  },

  /** At the first touch the page's process is busy for longer than anybody waits, and does not want to be closed. */
  "page-hangs": ({ plantStore }) => {
    addEventListener("beforeunload", (event) => event.preventDefault());
    let hasHung = false;
    plantStore(() => {
      if (hasHung) return;
      hasHung = true;
      const time = location.pathname === "/settings/phone" ? 25_000 : 5000;
      const end = Date.now() + time;
      // Chromium does nothing else while it waits for an answer. Firefox would, so there the processor is kept busy.
      if (!navigator.userAgent.includes("Firefox")) {
        const request = new XMLHttpRequest();
        request.open("GET", `/i/wait/${time}`, false);
        request.send();
      }
      while (Date.now() < end);
    });
  },
} satisfies Record<string, (tools: Tools) => void | Promise<void>>;

export type Hostility = keyof typeof hostilities | keyof typeof alterations;
