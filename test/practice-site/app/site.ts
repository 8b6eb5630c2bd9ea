import { takeInitialState } from "./initial-state";
import { createSiteStore } from "./site-store";

/** What the server said in the document. */
export const initialState = takeInitialState();

/** The store the page itself works with. Kept in this module, so that a scenario can hide it from everybody else. */
export const store = createSiteStore(initialState);
