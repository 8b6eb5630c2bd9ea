import type { OddAnswer } from "../serve-curiosity";

/** What a curious page works with. All of it is sent to the page as text, so each part stands alone. */
interface Kit {
  /** An address at which X answers with the settings, and where the practice site answers in an odd way. */
  readonly odd: (answer: OddAnswer) => string;
  /** What a value is, in words that are the same on every load of the page. */
  readonly say: (value: unknown) => unknown;
  /** How something ends that returns or throws, or whose promise is kept or broken. */
  readonly attempt: (work: () => unknown) => Promise<Outcome>;
  /** Waits until something is true, and lets the page's other work be done meanwhile. */
  readonly until: (isTrue: () => boolean) => Promise<void>;
}

interface Outcome {
  readonly how: "returned" | "threw" | "kept" | "broke";
  readonly what: unknown;
}

/** What a page notes of itself before its application begins: plain JSON, the same on every load of the same page. */
export type Curiosity = (kit: Kit) => Promise<object>;

const kit: Kit = {
  odd: (answer) => `https://x.com/i/api/1.1/account/settings.json?odd=${answer}`,

  say: (value) => {
    if (value instanceof Error || value instanceof DOMException) {
      return `${value.constructor.name} ${value.name}: ${value.message}`;
    }
    if (typeof value === "function") return `function ${value.name}`;
    if (typeof value !== "object" || value === null) return typeof value === "undefined" ? "undefined" : value;
    const type = Object.prototype.toString.call(value).slice(8, -1);
    return type === "Object" || type === "Array" ? value : type;
  },

  attempt: async (work) => {
    const say = (value: unknown) => {
      const isError = value instanceof Error || value instanceof DOMException;
      return isError ? `${value.constructor.name} ${value.name}: ${value.message}` : value;
    };
    let returned: unknown;
    try {
      returned = work();
    } catch (error) {
      return { how: "threw", what: say(error) };
    }
    if (!(returned instanceof Promise)) return { how: "returned", what: say(returned) };
    return returned.then(
      (value) => ({ how: "kept", what: say(value) }),
      (error) => ({ how: "broke", what: say(error) }),
    );
  },

  until: (isTrue) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (isTrue() ? resolve() : port2.postMessage(null));
      port2.postMessage(null);
    }),
};

/** The script of a curious page: it notes what it sees, tells the server, and only then begins its application. */
export function writeScript(curiosity: Curiosity, applicationPath: string): string {
  const parts = Object.entries(kit).map(([name, tool]) => `${name}: ${tool}`);
  return `(${beginCurious})(${curiosity}, { ${parts.join(", ")} }, ${JSON.stringify(applicationPath)});`;
}

async function beginCurious(curiosity: Curiosity, kit: Kit, applicationPath: string): Promise<void> {
  const tell = navigator.sendBeacon.bind(navigator, "/i/notes");
  // Whoever looks at the page waits for as long as it is busy.
  const busy = document.createElement("div");
  busy.role = "progressbar";
  document.body.append(busy);
  const notes = await curiosity(kit).catch((error) => ({ failed: String(error), stack: error?.stack }));
  tell(JSON.stringify(notes));
  busy.remove();
  document.body.append(Object.assign(document.createElement("script"), { type: "module", src: applicationPath }));
}
