import type { Tools } from "./write-hostility";

/**
 * What others than the site do to a page that a person has open, meaning well: translators, reading aids, user scripts and
 * style sheets; and what a site does about it. Each runs as a hostility does.
 */
export const alterations = {
  /** Each text lies in two elements more and has other words, as a translator leaves it. */
  "page-is-translated": ({ whenDrawn, eachText }) => {
    whenDrawn(() => {
      eachText((text) => {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = `Übersetzt: ${text.data}`;
        outer.append(inner);
        text.replaceWith(outer);
      });
      document.documentElement.lang = "de";
      document.documentElement.classList.add("translated-ltr");
    });
  },

  /** The words themselves are others, as browsers translate. */
  "words-are-translated": ({ whenDrawn, eachText }) => {
    whenDrawn(() => {
      eachText((text) => {
        text.data = `Übersetzt: ${text.data}`;
      });
      document.documentElement.lang = "de";
    });
  },

  /** A translation stands behind each text. */
  "page-is-bilingual": ({ whenDrawn, eachText }) => {
    whenDrawn(() => {
      eachText((text) => {
        const translation = document.createElement("font");
        translation.textContent = " Und auf Deutsch.";
        text.after(translation);
      });
    });
  },

  /** What waits for the settings was put elsewhere by a translator, so that React fails when it takes it away. */
  "translation-breaks-the-page": () => {
    const watch = new MutationObserver(() => {
      const waiting = document.querySelector('[role="progressbar"]');
      if (!waiting) return;
      watch.disconnect();
      const font = document.createElement("font");
      waiting.replaceWith(font);
      font.append(waiting);
    });
    watch.observe(document, { subtree: true, childList: true });
  },

  /** Above each word stands how it is read. */
  "words-have-readings": ({ whenDrawn, eachText }) => {
    whenDrawn(() => {
      eachText((text) => {
        const ruby = document.createElement("ruby");
        const reading = document.createElement("rt");
        reading.textContent = "よみ";
        ruby.append(text.data, reading);
        text.replaceWith(ruby);
      });
    });
  },

  /** The site is called by the name that it had. */
  "site-has-its-old-name": ({ whenDrawn, eachText }) => {
    whenDrawn(() => {
      eachText((text) => {
        text.data = text.data.replace(/\bX\b/g, "Twitter");
      });
    });
  },

  /** A style sheet hides the whole app. */
  "app-is-hidden": () => {
    document.getElementById("react-root")?.style.setProperty("display", "none");
  },

  /** A style sheet paints a tick over every box, checked or not. */
  "boxes-look-checked": ({ whenDrawn }) => {
    whenDrawn((boxes) => {
      for (const { parentElement } of boxes) {
        const tick = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        tick.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
        parentElement?.firstElementChild?.prepend(tick);
      }
    });
  },

  /**
   * The site looks for what an extension may leave in its page, again and again; when it finds anything it shows in the
   * place of its app that something is blocked.
   */
  "site-looks-for-traces": () => {
    // The words that are looked for stand in here.
    document.currentScript?.remove();
    const natives = [
      [globalThis, "fetch"],
      [Function.prototype, "toString"],
      [JSON, "parse"],
      [Response.prototype, "json"],
      [Response.prototype, "text"],
      [XMLHttpRequest.prototype, "open"],
      [XMLHttpRequest.prototype, "send"],
    ] as const;
    const isNative = ([owner, name]: (typeof natives)[number]) => {
      const { value } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      const says = [Function.prototype.toString.call(value), `${value}`];
      const wanted = new RegExp(`^function ${name}\\(\\)\\s*\\{\\s*\\[native code\\]\\s*\\}$`);
      return says.every((text) => wanted.test(text)) && value.name === name && !Object.hasOwn(value, "prototype");
    };
    const known = new Set(Reflect.ownKeys(globalThis));
    // What the site itself leaves there as it starts.
    known.add("__INITIAL_STATE__");
    const look = () => {
      const added = Reflect.ownKeys(globalThis).filter((key) => !known.has(key));
      const marks = document.documentElement.outerHTML.match(/unlisted|-extension:/gi) ?? [];
      const changed = natives.filter((native) => !isNative(native)).map(([, name]) => name);
      const found = [...added, ...marks, ...changed].join(" ");
      if (found === "") return;
      watch.disconnect();
      // Without this the app does not start.
      Object.defineProperty(globalThis, "__INITIAL_STATE__", { value: undefined });
      const failure = document.createElement("div");
      failure.id = "ScriptLoadFailure";
      failure.textContent = `Something went wrong. An extension may be in the way: ${found}`;
      document.getElementById("react-root")?.replaceChildren(failure);
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true });
    look();
  },
} satisfies Record<string, (tools: Tools) => void>;
