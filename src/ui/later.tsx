import { signal } from "@preact/signals-core";
import type { JSX } from "preact";

type Part<Properties> = (properties: Properties) => JSX.Element;

/** A part of a page whose script is loaded when it is wanted: most who open the page do not see it. */
export interface Later<Properties> {
  /** Draws the part as soon as it is there, and has it brought. */
  readonly Part: (properties: Properties) => JSX.Element | null;
  /** Has its script there by the time that it is wanted. */
  bring(): Promise<void>;
}

export function later<Properties extends object>(load: () => Promise<Part<Properties>>): Later<Properties> {
  const brought = signal<Part<Properties> | null>(null);
  let going: Promise<void> | null = null;
  const bring = () => {
    going ??= load().then((part) => {
      brought.value = part;
    });
    return going;
  };
  return {
    Part(properties) {
      const Brought = brought.value;
      if (Brought) return <Brought {...properties} />;
      bring();
      return null;
    },
    bring,
  };
}
