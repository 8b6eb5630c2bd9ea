/** An order to click the one box that carries one of these labels, where it is not as wanted already. */
export interface PressOrder {
  readonly labels: readonly string[];
  readonly isChecked: boolean;
}

/**
 * Reads what X's page draws: the boxes and their labels, whether the settings have arrived, and whether a phone number
 * stands on the page. Runs in the extension's own world on the page, where the page's scripts cannot reach it, and is
 * sent there as text, so it stands alone.
 *
 * A label is reported as its fingerprint: the 32-bit FNV-1a hash, in base 36, of its text in Unicode NFKC and lower
 * case, with quotes and spaces folded and invisible characters left out. The label's words stay on the page.
 *
 * With an order it then clicks one box, once: a real click, since X saves nothing when the box's property is set. It
 * clicks nothing where not exactly one box carries a known label.
 *
 * @returns plain JSON: booleans, numbers, fingerprints and words of closed lists; see `PageEvidence`
 */
export function gatherPage(order: PressOrder | null): unknown {
  const mostBoxes = 50;

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
    if (path === "/settings/contacts") return "contacts";
    if (path === "/settings/phone") return "phone";
    return path === "/login" || path.startsWith("/i/flow/") ? "sign-in" : "other";
  }

  const boxes: { readonly input: HTMLInputElement; readonly label: string }[] = [];
  for (const input of document.querySelectorAll<HTMLInputElement>('label input[type="checkbox"]')) {
    if (boxes.length === mostBoxes) break;
    boxes.push({ input, label: fingerprint(input.closest("label")?.textContent ?? "") });
  }

  /** The page's finished requests for the settings, by the browser's own record: loads and saves, oldest first. */
  const answers = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
    ({ name, responseEnd }) => responseEnd > 0 && /\/account\/settings\.json$/.test(name.split(/[?#]/, 1)[0] ?? ""),
  );
  // The first good one is the load; later ones may be changes.
  const arrival = answers.find(({ responseStatus }) => responseStatus >= 200 && responseStatus <= 299);

  function press({ labels, isChecked }: PressOrder): "pressed" | "already" | "not-found" {
    const matching = boxes.filter(({ label }) => labels.includes(label));
    const [box] = matching;
    if (!box || matching.length > 1) return "not-found";
    if (box.input.checked === isChecked) return "already";
    box.input.click();
    return "pressed";
  }

  const navigation = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  return {
    page: pageWord(),
    status: navigation?.responseStatus ?? 0,
    loadedAt: Math.round(performance.timeOrigin),
    isComplete: document.readyState === "complete",
    settingsArrivedAt: arrival ? Math.round(performance.timeOrigin + arrival.responseEnd) : null,
    settingsAnswers: answers.length,
    // The property: the attribute only tells how the box was when it was drawn.
    boxes: boxes.map(({ input, label }) => ({ label, isChecked: input.checked })),
    isBusy: document.querySelector('[role="progressbar"]') !== null,
    asksForPassword: document.querySelector('input[type="password"]') !== null,
    showsNumber: document.querySelector('input[name="current_phone"]') !== null,
    press: order ? press(order) : "none",
  };
}
