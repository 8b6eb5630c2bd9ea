/** What the page may be asked to do besides being read. Labels are given as fingerprints. */
export type PageOrder =
  /** Click the one box that carries one of these labels, where it is not as wanted already. */
  | { readonly do: "press"; readonly labels: readonly string[]; readonly isChecked: boolean }
  /** Leave a `findGuidePlace` that finds the row of that box. */
  | { readonly do: "find-box"; readonly labels: readonly string[]; readonly isChecked: boolean };

/**
 * Reads what X's page draws: the boxes and their labels, whether the settings have arrived, and whether a phone number
 * stands on the page. Runs in the extension's own world on the page, where the page's scripts cannot reach it, and is
 * sent there as text, so it stands alone.
 *
 * A label is reported as its fingerprint: the 32-bit FNV-1a hash, in base 36, of its text in Unicode NFKC and lower
 * case, with quotes and spaces folded and invisible characters left out. The label's words stay on the page.
 *
 * With an order it also clicks one box, once: a real click, since X saves nothing when the box's property is set. It
 * clicks nothing where not exactly one box carries a known label. Or it leaves a function in the extension's world that
 * finds a place on the page by the very same means.
 *
 * @returns plain JSON: booleans, numbers, fingerprints and words of closed lists; see `PageEvidence`
 */
export function gatherPage(order: PageOrder | null): unknown {
  const mostBoxes = 50;
  const longestLabel = 500;

  function fingerprint(label: string): string {
    const text = label
      .normalize("NFKC")
      .toLowerCase()
      .replace(/["'`´«»‘’‚‛“”„‟‹›]/g, "'")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .replace(/\s+/g, " ")
      .trim();
    let hash = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0).toString(36);
  }

  function pageWord(): string {
    const path = location.pathname.replace(/\/+$/, "");
    const [, setting] = /^\/settings\/(contacts|phone|contacts_dashboard)$/.exec(path) ?? [];
    if (setting) return setting.split("_").at(-1) ?? "";
    if (path === "/account/access") return "locked";
    return /^\/(?:login$|i\/(?:flow|jf\/onboarding)\/)/.test(path) ? "sign-in" : "other";
  }

  interface Box {
    readonly input: HTMLInputElement;
    readonly row: Element;
    readonly label: string;
    /** Whether it can be seen, and says one thing to those who look and to those who listen. */
    readonly isPlain: boolean;
  }

  const findInputs = () => document.querySelectorAll<HTMLInputElement>('label input[type="checkbox"]');

  /** Whether a row is drawn where a pointer finds it: the box itself is transparent, and what is seen in its place is drawn. */
  function canBeSeen(row: Element): boolean {
    const { left, top, width, height } = row.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (!row.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) return false;
    if (width < 1 || height < 1 || x + scrollX < 0 || y + scrollY < 0) return false;
    // Bounded: in Chromium a field of a form can pass for what the form is in.
    let around: Element | null = row;
    for (let level = 0; around && level < 99; level += 1) {
      const { filter, clipPath } = getComputedStyle(around);
      if (filter + clipPath !== "nonenone") return false;
      around = around.parentElement;
    }
    // Nothing is hit outside of the window, and the guide's own overlay may lie over the row.
    const hit = globalThis.guideOverlay ? null : document.elementFromPoint(x, y);
    return !hit || row.contains(hit);
  }

  function listBoxes(): Box[] {
    return Array.from(findInputs())
      .slice(0, mostBoxes)
      .map((input) => {
        const row = input.closest("label") ?? input;
        const text = row.textContent ?? "";
        const isChecked = String(input.checked);
        const saysOneThing = !input.indeterminate && (input.getAttribute("aria-checked") ?? isChecked) === isChecked;
        // The label may be another box's.
        const isPlain = saysOneThing && (row as HTMLLabelElement).control === input && canBeSeen(row);
        return { input, row, label: text.length > longestLabel ? "" : fingerprint(text), isPlain };
      });
  }

  /** The one box that carries one of these labels, where there is no doubt that it is that one. */
  function findBox(labels: readonly string[]): Box | null {
    const [box, other] = listBoxes().filter(({ label }) => labels.includes(label));
    return box?.isPlain && !other && findInputs().length <= mostBoxes ? box : null;
  }

  const find = (selector: string) => document.querySelector(selector);
  const isBusy = () => find('[role="progressbar"]') !== null;
  const asksForPassword = () => find('input[type="password"]') !== null;

  /** The label with its help text: X wraps each box three times. */
  function wholeRow(label: Element): Element {
    let row = label;
    // In Chromium a form's own properties are hidden by fields of the same name, from the extension's world too.
    const form = label.closest("form");
    for (let level = 0; level < 3; level += 1) {
      const around = row.parentElement;
      if (!around || around === document.body || around === form) break;
      if (around.querySelectorAll('input[type="checkbox"]').length > 1) break;
      row = around;
    }
    return row;
  }

  function findPlace({ labels, isChecked }: PageOrder): ReturnType<typeof globalThis.findGuidePlace & {}> {
    const page = pageWord();
    if (page === "sign-in") return { kind: "hidden", by: "signed-out" };
    const box = page === "contacts" ? findBox(labels) : null;
    if (box) return { kind: "found", element: wholeRow(box.row), isAsWanted: box.input.checked === isChecked };
    if (asksForPassword()) return { kind: "hidden", by: "password-required" };
    if (page !== "contacts") return { kind: "hidden", by: "elsewhere" };
    return { kind: "hidden", by: isBusy() ? "loading" : "not-found" };
  }

  /** A time of the page's own clock, in milliseconds since 1970. */
  const at = (time: number) => Math.round(performance.timeOrigin + time);

  const boxes = listBoxes();

  function press({ labels, isChecked }: PageOrder): "pressed" | "already" | "not-found" {
    // The page may have gone on since it was looked at.
    const box = pageWord() === "contacts" ? findBox(labels) : null;
    if (!box) return "not-found";
    if (box.input.checked === isChecked) return "already";
    box.input.click();
    return "pressed";
  }

  if (order?.do === "find-box") globalThis.findGuidePlace = () => findPlace(order);
  // Before the click: the answer to it may come while the page is still drawing.
  const now = at(performance.now());
  const pressed = order?.do === "press" ? press(order) : "none";

  return {
    page: pageWord(),
    loadedAt: at(0),
    isComplete: document.readyState === "complete",
    // The property: the attribute only tells how the box was when it was drawn.
    boxes: boxes.map(({ input, label, isPlain }) => ({ label, isChecked: input.checked, isPlain })),
    hasMoreBoxes: findInputs().length > mostBoxes,
    isBusy: isBusy(),
    asksForPassword: asksForPassword(),
    showsNumber: find('input[name="current_phone"]') !== null,
    press: pressed,
    pressedAt: pressed === "pressed" ? now : null,
  };
}
