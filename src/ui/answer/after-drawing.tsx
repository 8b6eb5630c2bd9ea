import { Component } from "preact";
import type { CheckStore } from "../check-store";

interface AfterDrawingProperties {
  readonly store: CheckStore;
  readonly name?: string;
  /** What takes about the room of the words. */
  readonly room: string;
  words(): string;
}

/**
 * Words with a time, a number or a plural in them. To write the first of these takes a browser longer than to draw the popup:
 * the verdict does not wait for them, and they keep their room.
 */
export class AfterDrawing extends Component<AfterDrawingProperties> {
  private stop = () => {};

  // Then these words alone are drawn again: all of it would take as long as the first time.
  override componentDidMount() {
    this.stop = this.props.store.isDrawn.subscribe(() => this.forceUpdate());
  }

  override componentWillUnmount() {
    this.stop();
  }

  override render({ store, name, room, words }: AfterDrawingProperties) {
    const isTold = store.isDrawn.peek();
    return (
      <span class={name} aria-busy={!isTold}>
        {isTold ? words() : room}
      </span>
    );
  }
}
