/** What the page may be asked to do besides being read. Labels are given as fingerprints. */
export type PageOrder =
  /** Click the one box that carries one of these labels, where it is not as wanted already. */
  | { readonly do: "press"; readonly labels: readonly string[]; readonly isChecked: boolean }
  /** Leave a `findGuidePlace` that finds the row of that box. */
  | { readonly do: "find-box"; readonly labels: readonly string[]; readonly isChecked: boolean }
  /** Leave a `findGuidePlace` that finds the number on file, or knows the page with the uploaded contacts. */
  | { readonly do: "find-number" | "find-contacts" };

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

  function listBoxes(): Box[] {
    return Array.from(findInputs())
      .slice(0, mostBoxes)
      .map((input) => {
        const row = input.closest("label") ?? input;
        const text = row.textContent ?? "";
        const isChecked = String(input.checked);
        const saysOneThing = !input.indeterminate && (input.getAttribute("aria-checked") ?? isChecked) === isChecked;
        // Its row: the box itself is transparent, and what is seen in its place is drawn.
        const isPlain = saysOneThing && row.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
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
  const findNumber = () => find('input[name="current_phone"]');

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

  function findPlace(wanted: Exclude<PageOrder, { do: "press" }>): ReturnType<typeof globalThis.findGuidePlace & {}> {
    const page = pageWord();
    if (page === "sign-in") return { kind: "hidden", by: "signed-out" };
    const box = wanted.do === "find-box" ? findBox(wanted.labels) : null;
    const home = { "find-box": "contacts", "find-number": "phone", "find-contacts": "dashboard" }[wanted.do];
    if (page === home) {
      if (wanted.do === "find-box" && box) {
        return { kind: "found", element: wholeRow(box.row), isAsWanted: box.input.checked === wanted.isChecked };
      }
      const number = wanted.do === "find-number" ? findNumber() : null;
      if (number) return { kind: "found", element: number.closest("label") ?? number, isAsWanted: false };
    }
    if (asksForPassword()) return { kind: "hidden", by: "password-required" };
    if (page !== home) return { kind: "hidden", by: "elsewhere" };
    if (isBusy()) return { kind: "hidden", by: "loading" };
    return wanted.do === "find-box" ? { kind: "hidden", by: "not-found" } : { kind: "here" };
  }

  const entries = (type: string) => performance.getEntriesByType(type);
  /** A time of the page's own clock, in milliseconds since 1970. */
  const at = (time: number) => Math.round(performance.timeOrigin + time);
  const endOf = (request: PerformanceResourceTiming | undefined) => (request ? at(request.responseEnd) : null);

  const boxes = listBoxes();

  /** The page's finished requests for the settings, by the browser's own record: loads and saves, oldest first. */
  const answers = (entries("resource") as PerformanceResourceTiming[]).filter(
    ({ name, responseEnd }) =>
      responseEnd > 0 &&
      /^https:\/\/(?:api\.x\.com\/1\.1|x\.com\/i\/api\/1\.1)\/account\/settings\.json($|[?#])/.test(name),
  );
  // The first good one is the load; later ones may be changes.
  const arrival = answers.find(({ responseStatus }) => responseStatus >= 200 && responseStatus <= 299);

  function press({ labels, isChecked }: Extract<PageOrder, { do: "press" }>): "pressed" | "already" | "not-found" {
    const box = findBox(labels);
    if (!box) return "not-found";
    if (box.input.checked === isChecked) return "already";
    box.input.click();
    return "pressed";
  }

  if (order && order.do !== "press") globalThis.findGuidePlace = () => findPlace(order);
  // Before the click: the answer to it may come while the page is still drawing.
  const now = at(performance.now());
  const pressed = order?.do === "press" ? press(order) : "none";
  const last = answers.at(-1);

  const [navigation] = entries("navigation") as PerformanceNavigationTiming[];
  // Chromium tells of a page that a worker was asked for it, and that nothing came over the network.
  const isPageKept = navigation?.transferSize === 0 && navigation.workerStart > 0 && navigation.responseEnd > 0;
  // Firefox tells of what a worker has handed out no size, and no time that it took.
  const isHandedOut = arrival?.decodedBodySize === 0 && arrival.responseEnd === arrival.fetchStart;
  return {
    page: pageWord(),
    status: navigation?.responseStatus ?? 0,
    loadedAt: at(0),
    isComplete: document.readyState === "complete",
    isKept: isPageKept || isHandedOut,
    settingsArrivedAt: endOf(arrival),
    settingsStatus: last?.responseStatus ?? null,
    lastAnswerAt: endOf(last),
    // The property: the attribute only tells how the box was when it was drawn.
    boxes: boxes.map(({ input, label, isPlain }) => ({ label, isChecked: input.checked, isPlain })),
    hasMoreBoxes: findInputs().length > mostBoxes,
    isBusy: isBusy(),
    asksForPassword: asksForPassword(),
    showsNumber: findNumber() !== null,
    press: pressed,
    pressedAt: pressed === "pressed" ? now : null,
  };
}
