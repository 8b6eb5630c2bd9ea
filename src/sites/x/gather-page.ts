/**
 * Reads what X's page draws: the boxes and their labels, whether the settings have arrived, and whether a phone number
 * stands on the page. Runs in the extension's own world on the page, where the page's scripts cannot reach it, and is
 * sent there as text, so it stands alone.
 *
 * A label is reported as its fingerprint: the 32-bit FNV-1a hash, in base 36, of its text in Unicode NFKC and lower
 * case, with quotes and spaces folded and invisible characters left out. The label's words stay on the page.
 *
 * @returns plain JSON: booleans, numbers, fingerprints and words of closed lists; see `PageEvidence`
 */
export function gatherPage(): unknown {
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

  function boxes() {
    const found = [];
    for (const input of document.querySelectorAll<HTMLInputElement>('label input[type="checkbox"]')) {
      if (found.length === mostBoxes) break;
      found.push({
        label: fingerprint(input.closest("label")?.textContent ?? ""),
        // The property: the attribute only tells how the box was when it was drawn.
        isChecked: input.checked,
      });
    }
    return found;
  }

  /** When the settings came, by the browser's own record of the page's requests; failed requests do not count. */
  function settingsArrivedAt(): number | null {
    let arrivedAt: number | null = null;
    for (const entry of performance.getEntriesByType("resource") as PerformanceResourceTiming[]) {
      if (entry.responseEnd === 0 || entry.responseStatus < 200 || entry.responseStatus > 299) continue;
      if (!/\/account\/settings\.json$/.test(entry.name.split(/[?#]/, 1)[0] ?? "")) continue;
      // The first one is the load; later ones may be the person's own changes.
      arrivedAt ??= Math.round(performance.timeOrigin + entry.responseEnd);
    }
    return arrivedAt;
  }

  const navigation = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  return {
    page: pageWord(),
    status: navigation?.responseStatus ?? 0,
    loadedAt: Math.round(performance.timeOrigin),
    isComplete: document.readyState === "complete",
    settingsArrivedAt: settingsArrivedAt(),
    boxes: boxes(),
    isBusy: document.querySelector('[role="progressbar"]') !== null,
    asksForPassword: document.querySelector('input[type="password"]') !== null,
    showsNumber: document.querySelector('input[name="current_phone"]') !== null,
  };
}
