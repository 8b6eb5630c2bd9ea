/** What a look for a step's place on the page comes to. */
export type SeenPlace =
  /** The place is there; `isAsWanted` tells whether its switch shows the wanted state. That alone proves nothing. */
  | { readonly kind: "found"; readonly element: Element; readonly isAsWanted: boolean }
  /** This is the page, and there is nothing on it that could be pointed at. */
  | { readonly kind: "here" }
  | { readonly kind: "hidden"; readonly by: Obstacle };

/** What stands between the person and a step's place. */
export type Obstacle =
  /** Another page of the site is shown. */
  | "elsewhere"
  | "loading"
  | "signed-out"
  | "password-required"
  /** This is the page, and the switch was not found on it beyond doubt. */
  | "not-found";

declare global {
  /** Left in the extension's world on a page by a site's finder, for the overlay. The page itself cannot reach it. */
  var findGuidePlace: (() => SeenPlace) | undefined;
}
