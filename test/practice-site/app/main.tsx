/** @jsxImportSource react */
import { createRoot } from "react-dom/client";
import { Application } from "./application";
import { currentPath, replaceAddress, startNavigation, subscribeToPath } from "./navigation";
import { drawWithoutReact } from "./plain-view";
import { chooseScreen, isSignedOut } from "./screens";
import { initialState, store } from "./site";
import { loadDevices, loadSettings } from "./site-actions";

function start(): void {
  const root = document.getElementById("react-root");
  if (root === null) throw new Error("The page was served without its root element.");
  startNavigation();
  if (initialState.asksForSettings) void loadSettings();
  if (initialState.memory === "no-react") drawWithoutReact(root);
  else createRoot(root).render(<Application />);
  store.subscribe(attendToScreen);
  subscribeToPath(attendToScreen);
  attendToScreen();
}

/** What a change of page or memory calls for besides drawing. */
function attendToScreen(): void {
  const path = currentPath();
  const state = store.getState();
  if (isSignedOut(state) && /^\/settings(\/|$)/.test(path)) {
    replaceAddress(`/i/flow/login?redirect_after_login=${encodeURIComponent(path)}`);
    return;
  }
  const screen = chooseScreen(path, state);
  document.title = `${screen.title} / X`;
  if (screen.kind === "phone" && state.devices.devices.fetchStatus === "none") void loadDevices();
}

start();
