interface WayProperties {
  readonly action: string;
  /** The setting that it is about. */
  readonly of?: string;
  readonly words: string;
  go(): unknown;
}

/** A quiet way to do something: a button that looks like a link. */
export function Way({ action, of, words, go }: WayProperties) {
  return (
    <button type="button" class="link" data-action={action} data-switch={of} onClick={() => go()}>
      {words}
    </button>
  );
}
