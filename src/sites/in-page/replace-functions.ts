/** With what a function is called in the place of what the page calls it with, and what is done afterwards. */
interface Instead {
  readonly self: unknown;
  readonly parameters: Parameters;
  readonly after: () => void;
}

type Parameters = ArrayLike<unknown>;

/** Hears what a function is called with; `undefined` where it is to be called with just that. */
type Hear = (self: unknown, parameters: Parameters) => Instead | undefined;

interface Replacing {
  /** Has one of the page's functions say what it is called with, and do what it always did. */
  overhear(owner: object, name: string, hear: Hear): void;
  /** Puts back every function that the page has not replaced by one of its own meanwhile. */
  restore(): void;
  /** Does what may run code of the page's, or make an error that it sees, and tells it of no line of this script. */
  unseen<Value>(act: () => Value): Value;
}

/** Without a prototype: what an object does not have it would inherit, and the page may have put something there. */
export function alone<Parts extends object>(parts: Parts): Parts {
  return { __proto__: null, ...parts } as Parts;
}

/**
 * Replaces functions of the page that this runs in, so that the page does not notice. To be called before the page's
 * first script: all that is needed is taken now, while nobody can have spoiled it.
 */
export function replaceFunctions(): Replacing {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { hasOwn } = Object;
  const errors = Error;
  const originals: (readonly [proxy: unknown, native: unknown])[] = [];
  const restorers: (() => void)[] = [];

  /** How many lines errors tell of; `null` where they tell of none, or nobody can say. */
  function findLineLimit(): TypedPropertyDescriptor<number> | null {
    const limit = getOwnPropertyDescriptor(errors, "stackTraceLimit");
    return limit && hasOwn(limit, "value") && typeof limit.value === "number" ? limit : null;
  }

  function limitLines(value: number | undefined): void {
    defineProperty(errors, "stackTraceLimit", alone({ value }));
  }

  /**
   * Has errors tell of no lines, and returns how to have them tell of them again. To whoever asks for them in a certain
   * way, they name in Chromium the files that an error comes through, and so the extension.
   */
  function hideLines(): () => void {
    const limit = findLineLimit();
    if (!limit) return ignore;
    limitLines(0);
    return () => {
      if (findLineLimit()?.value === 0) limitLines(limit.value);
    };
  }

  function overhear(owner: object, name: string, hear: Hear): void {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    const native: unknown = descriptor?.value;
    if (!descriptor || typeof native !== "function") return;
    const call = (_native: unknown, self: unknown, parameters: Parameters): unknown => {
      let instead: Instead | undefined;
      try {
        instead = hear(self, parameters);
      } catch {
        // What cannot be heard without being noticed is not heard.
      }
      const showLines = hideLines();
      try {
        return instead ? apply(native, instead.self, instead.parameters) : apply(native, self, parameters);
      } finally {
        showLines();
        instead?.after();
      }
    };
    const handler = {
      __proto__: null,
      // Where the page does not let the lines be hidden it is not listened to.
      get apply() {
        const limit = findLineLimit();
        return !limit || limit.writable || limit.configurable ? call : undefined;
      },
    };
    const proxy = new Proxy(native, handler as ProxyHandler<typeof native>);
    originals[originals.length] = [proxy, native];
    defineProperty(owner, name, alone({ ...descriptor, value: proxy }));
    restorers[restorers.length] = () => {
      const now = getOwnPropertyDescriptor(owner, name);
      if (now && hasOwn(now, "value") && now.value === proxy) defineProperty(owner, name, alone(descriptor));
    };
  }

  // Whoever asks for the text of one of these functions gets the one that it always had.
  overhear(Function.prototype, "toString", (self, parameters) => {
    for (let index = 0; index < originals.length; index += 1) {
      if (originals[index]?.[0] === self) return { self: originals[index]?.[1], parameters, after: ignore };
    }
    return undefined;
  });

  return {
    overhear,
    restore() {
      for (let index = 0; index < restorers.length; index += 1) restorers[index]?.();
    },
    unseen(act) {
      const showLines = hideLines();
      try {
        return act();
      } finally {
        showLines();
      }
    },
  };
}

function ignore(): void {}
