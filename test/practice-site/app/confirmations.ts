/** What the page asks before it does something that cannot be taken back. */
export interface Confirmation {
  question: string;
  consequence: string;
  /** What the button that goes ahead says. */
  consent: string;
}

export const phoneDeletion: Confirmation = {
  question: "Delete phone number?",
  consequence: "This also turns off two-factor authentication by text message (SMS).",
  consent: "Delete",
};

export const contactsRemoval: Confirmation = {
  question: "Remove all contacts?",
  consequence: "Everything you have uploaded from your address book is deleted. This cannot be undone.",
  consent: "Remove",
};
