import { createOverlay } from "./overlay";

// Injected once more where it is already there: the first one stays.
globalThis.guideOverlay ??= createOverlay();
