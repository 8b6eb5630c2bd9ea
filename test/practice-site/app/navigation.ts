const listeners = new Set<() => void>();

export function currentPath(): string {
  return window.location.pathname;
}

export function subscribeToPath(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to another address of the site in place of the current one, without loading a document. */
export function replaceAddress(address: string): void {
  window.history.replaceState(null, "", address);
  tellListeners();
}

/** From now on links of the site and the browser's back button change the page without loading a document. */
export function startNavigation(): void {
  window.addEventListener("popstate", tellListeners);
  document.addEventListener("click", followLink);
}

function followLink(event: MouseEvent): void {
  const wantsAnotherTab = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || wantsAnotherTab || !(event.target instanceof Element)) return;
  const link = event.target.closest("a");
  if (link === null || link.origin !== window.location.origin || link.target !== "") return;
  event.preventDefault();
  window.history.pushState(null, "", link.href);
  tellListeners();
}

function tellListeners(): void {
  for (const listener of [...listeners]) listener();
}
