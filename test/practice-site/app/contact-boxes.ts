import { initialState } from "./site";

/** One checkbox row of `/settings/contacts`. */
export interface ContactBox {
  label: string;
  help: string;
  /** The field of the settings it shows and writes; `null` for a box that means nothing. */
  field: string | null;
}

/** The boxes of the page proper, in the order in which they are drawn. */
export function listBoxes(): readonly ContactBox[] {
  const { boxes, wording } = initialState;
  const email: ContactBox = { label: wording.byEmail, help: emailHelp, field: "discoverable_by_email" };
  const phone: ContactBox = { label: wording.byPhone, help: phoneHelp, field: "discoverable_by_mobile_phone" };
  const strangeEmail = { ...email, label: "Open the letter slot to acquaintances" };
  const strangePhone = { ...phone, label: "Open the bell wire to acquaintances" };
  const strangeThird: ContactBox = {
    label: "Open the garden gate to acquaintances",
    help: "Whoever walks by may look in.",
    field: "address_book_live_sync_enabled",
  };
  switch (boxes) {
    case "ordinary":
    case "never-told":
    case "beneath-a-dialog":
    case "forged-phone-label":
      return [email, phone];
    case "swapped":
      return [phone, email];
    case "unknown-labels":
      return [strangeEmail, strangePhone];
    case "unknown-labels-swapped":
      return [strangePhone, strangeEmail];
    case "three-unknown":
      return [strangeEmail, strangePhone, strangeThird];
    case "three":
      return [email, phone, strangeThird];
    case "none":
      return [];
    default:
      return boxes satisfies never;
  }
}

/** A box above the page proper that carries the phone label and is not the phone setting, or `null`. */
export function findForgedBox(): ContactBox | null {
  if (initialState.boxes !== "forged-phone-label") return null;
  return { label: initialState.wording.byPhone, help: "Not the setting of that name.", field: null };
}

const emailHelp = "People who have your email address will be able to find you.";
const phoneHelp = "People who have your phone number will be able to find you.";

let checkboxesMade = 0;

/** The id of the next checkbox's help text; it counts the checkboxes made since the document was loaded. */
export function nextHelpId(): string {
  checkboxesMade += 1;
  return `CHECKBOX_${checkboxesMade}_LABEL`;
}
