import tokens from "../ui/tokens.css?inline";
import style from "./overlay.css?inline";

/** The overlay's ground: one element of the page's document, in the browser's top layer, with a closed shadow root. */
export interface Surface {
  /** What the overlay draws goes in here. */
  readonly ground: HTMLElement;
  open(): void;
  close(): void;
  /** What has the focus in the overlay, if anything. */
  focused(): Element | null;
  /** Whether a point of the window shows the overlay, in CSS pixels. */
  isOnTopAt(x: number, y: number): boolean;
}

/** So often within `restoringTime` the surface is put back; then the page has won. */
const mostRestorations = 5;
const restoringTime = 10_000;
/** How often the surface looks whether it can be seen, in milliseconds. */
const inspectionInterval = 1000;

/** Nothing that the page's style sheets say can reach these: they are important, and on the element itself. */
const hostStyle = {
  all: "initial",
  display: "block",
  position: "fixed",
  inset: "0",
  "pointer-events": "none",
  animation: "none",
  transition: "none",
  "z-index": "2147483647",
};

/**
 * @param whenRemoved called when the page has taken the surface away, or hidden it, again and again
 */
export function createSurface(whenRemoved: () => void): Surface {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens + style);
  root.adoptedStyleSheets = [sheet];
  const ground = document.createElement("div");
  ground.className = "overlay";
  root.append(ground);
  // What is typed here is not meant for the page's shortcuts.
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, (event) => event.stopPropagation());

  const restorations: number[] = [];
  const watch = new MutationObserver(inspect);
  let inspection: ReturnType<typeof setInterval> | undefined;
  let dressed = "";

  function putUp(): void {
    for (const { name } of [...host.attributes]) host.removeAttribute(name);
    host.popover = "manual";
    for (const [property, value] of Object.entries(hostStyle)) host.style.setProperty(property, value, "important");
    dressed = describeAttributes();
    if (!host.isConnected) document.documentElement.append(host);
    host.showPopover();
    // What was done here is no reason to look again.
    watch.takeRecords();
  }

  function describeAttributes(): string {
    return [...host.attributes].map(({ name, value }) => `${name}=${value}`).join(" ");
  }

  function isUp(): boolean {
    const isShown = host.isConnected && host.matches(":popover-open") && describeAttributes() === dressed;
    return isShown && (document.hidden || host.checkVisibility());
  }

  function inspect(): void {
    if (isUp()) return;
    const now = Date.now();
    restorations.push(now);
    while (restorations.length > 0 && now - (restorations[0] ?? now) > restoringTime) restorations.shift();
    if (restorations.length > mostRestorations) whenRemoved();
    else putUp();
  }

  return {
    ground,
    open() {
      if (inspection !== undefined) return;
      putUp();
      watch.observe(document, { childList: true });
      watch.observe(document.documentElement, { childList: true });
      watch.observe(host, { attributes: true });
      host.addEventListener("toggle", inspect);
      inspection = setInterval(inspect, inspectionInterval);
    },
    close() {
      clearInterval(inspection);
      watch.disconnect();
      host.removeEventListener("toggle", inspect);
      host.remove();
    },
    focused: () => root.activeElement,
    isOnTopAt: (x, y) => document.elementFromPoint(x, y) === host,
  };
}
