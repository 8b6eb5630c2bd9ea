import { useSyncExternalStore } from "react";
import { store } from "./site";
import type { SiteState } from "./site-state";

/** The part of the page's memory that a component draws; it draws again when that part changes. */
export function useSiteState<Part>(select: (state: SiteState) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
