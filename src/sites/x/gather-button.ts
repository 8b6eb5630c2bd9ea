/** One of X's own buttons that only the person presses, by what is known of it. */
export interface ButtonOrder {
  /** The page that it stands on, as the last part of the address has it. */
  readonly page: "phone" | "contacts_dashboard";
  /** The words on it, in lower case and with hyphens between them, in the languages in which they are known for sure. */
  readonly labels: readonly string[];
  /** What else the page must show before the button is believed to be the one, as selectors. */
  readonly beside: readonly string[];
}

/**
 * Leaves a `findGuidePlace` in the extension's world on the page. It finds the one button that says what this one says, and
 * nothing where the page has none, or more than one, or none in a language that is known: then the page is `here`, and the
 * guide points at nothing. Never does it find what the button removes, such as the phone number: who looks over a shoulder
 * would see it first.
 *
 * Runs in the extension's own world on the page and is sent there as text, so it stands alone.
 */
export function gatherButton({ page, labels, beside }: ButtonOrder): void {
  const find = (selector: string) => document.querySelector(selector);

  function canBeSeen(button: Element): boolean {
    const { width, height } = button.getBoundingClientRect();
    return width > 0 && height > 0 && button.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
  }

  const labelOf = ({ textContent }: Element) => (textContent ?? "").trim().toLowerCase().replace(/\s+/g, "-");

  function findButton(): Element | null {
    if (!beside.every(find)) return null;
    const buttons = [...document.querySelectorAll('button, [role="button"]')];
    const [button, other] = buttons.filter((one) => labels.includes(labelOf(one)));
    return button && !other && canBeSeen(button) ? button : null;
  }

  globalThis.findGuidePlace = () => {
    const path = location.pathname.replace(/\/+$/, "");
    if (/^\/(?:login$|i\/(?:flow|jf\/onboarding)\/)/.test(path)) return { kind: "hidden", by: "signed-out" };
    const isHome = path === `/settings/${page}`;
    const button = isHome ? findButton() : null;
    if (button) return { kind: "found", element: button, isAsWanted: false };
    if (find('input[type="password"]')) return { kind: "hidden", by: "password-required" };
    if (!isHome) return { kind: "hidden", by: "elsewhere" };
    return find('[role="progressbar"]') ? { kind: "hidden", by: "loading" } : { kind: "here" };
  };
}
