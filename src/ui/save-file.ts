/** A file as it is handed to the browser. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** How long a saved file stays at hand for the browser, in milliseconds. */
const patience = 60_000;

/** Hands a file to the browser, which saves it where it saves downloads. */
export function saveFile({ name, type, content }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}
