/** @jsxImportSource react */
import { Component, type ReactNode, useSyncExternalStore } from "react";
import { currentPath, subscribeToPath } from "./navigation";
import { PathContext } from "./path-context";
import { Screens } from "./screen-view";
import { initialState, store } from "./site";
import classes from "./site.module.css";
import { foreignStore, showStore, type VisibleStore } from "./visible-store";

/**
 * The nesting below is the point. From the root's first element, the store is at
 * `children.props.children.props.store` of its properties, and seven components below the root container.
 */
export function Application() {
  return (
    <CrashBoundary>
      <Shell />
    </CrashBoundary>
  );
}

const visibleStore = showStore(store, initialState.memory);

function Shell() {
  const inside = (
    <PathProvider>
      <StoreProvider store={visibleStore}>
        <Screens />
      </StoreProvider>
    </PathProvider>
  );
  return <div className={classes.page}>{wrap(inside)}</div>;
}

function wrap(inside: ReactNode): ReactNode {
  switch (initialState.memory) {
    case "extra-wrapper":
      return <CrashBoundary>{inside}</CrashBoundary>;
    case "behind-another":
      return <StoreProvider store={foreignStore}>{inside}</StoreProvider>;
    default:
      return inside;
  }
}

class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <p>Something went wrong. Try reloading.</p> : this.props.children;
  }
}

function PathProvider({ children }: { children: ReactNode }) {
  const path = useSyncExternalStore(subscribeToPath, currentPath);
  return <PathContext.Provider value={path}>{children}</PathContext.Provider>;
}

/** Shows the store to whoever looks into React's properties. The page's own components do not go through it. */
function StoreProvider({ children }: { store: VisibleStore | undefined; children: ReactNode }) {
  return children;
}
