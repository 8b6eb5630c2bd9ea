import type { Confirmation } from "./confirmations";
import { contactsRemoval, phoneDeletion } from "./confirmations";
import { findForgedBox, listBoxes } from "./contact-boxes";
import { currentPath, subscribeToPath } from "./navigation";
import { drawCheckboxRow, type PlainRow } from "./plain-checkbox-row";
import { draw } from "./plain-elements";
import { type Content, chooseScreen, navigationLinks, type Screen } from "./screens";
import { store } from "./site";
import { deletePhoneNumber, loadDevices, loadSettings, passWall, removeAllContacts } from "./site-actions";

/** Draws the same pages with DOM calls alone, for a site that has left React. */
export function drawWithoutReact(root: HTMLElement): void {
  let drawn = "";
  let rows: readonly PlainRow[] = [];

  function update(): void {
    const state = store.getState();
    const screen = chooseScreen(currentPath(), state);
    const wanted = JSON.stringify([currentPath(), screen, state.devices.devices.data, state.contacts]);
    if (wanted === drawn) {
      for (const row of rows) row.update();
      return;
    }
    drawn = wanted;
    rows = screen.kind === "contacts" && screen.content === "ready" ? listBoxes().map(drawCheckboxRow) : [];
    root.replaceChildren(
      draw(
        "div",
        { className: "page" },
        drawNavigation(),
        draw(
          "main",
          { className: "main" },
          draw("h2", { className: "heading" }, screen.title),
          ...drawScreen(screen, rows),
        ),
      ),
    );
  }

  store.subscribe(update);
  subscribeToPath(update);
  update();
}

function drawNavigation(): HTMLElement {
  const links = navigationLinks.map(({ path, text }) => {
    const className = path === currentPath() ? "currentLink" : "link";
    return draw("a", { className, attributes: { href: path } }, text);
  });
  return draw("nav", { className: "navigation" }, ...links);
}

function drawScreen(screen: Screen, rows: readonly PlainRow[]): readonly HTMLElement[] {
  switch (screen.kind) {
    case "plain":
      return [draw("p", { className: "text" }, "Nothing here yet.")];
    case "sign-in":
      return [drawForm("Phone, email or username", { name: "text" }, "Next", () => undefined)];
    case "password-wall":
      return [drawForm("Password", { name: "password", type: "password" }, "Confirm", passWallWith)];
    case "dashboard":
      return drawDashboard();
    case "contacts":
      return screen.content === "ready" ? drawContacts(rows) : drawWaiting(screen.content, () => void loadSettings());
    case "phone":
      return screen.content === "ready" ? drawPhone() : drawWaiting(screen.content, () => void loadDevices());
    default:
      return screen satisfies never;
  }
}

function drawWaiting(content: Exclude<Content, "ready">, retry: () => void): readonly HTMLElement[] {
  switch (content) {
    case "nothing":
      return [];
    case "progress": {
      const attributes = { role: "progressbar", "aria-label": "Loading" };
      return [draw("div", { className: "progress", attributes }, draw("div", { className: "spinner" }))];
    }
    case "retry":
      return [drawButton("Retry", retry)];
    default:
      return content satisfies never;
  }
}

function drawContacts(rows: readonly PlainRow[]): readonly HTMLElement[] {
  const forged = findForgedBox();
  const aside = forged === null ? [] : [draw("aside", { className: "aside" }, drawCheckboxRow(forged).element)];
  const section = draw("section", {}, ...rows.map((row) => row.element));
  return [...aside, section, drawLink("/settings/contacts_dashboard", "Manage contacts")];
}

function drawPhone(): readonly HTMLElement[] {
  const phone = store.getState().devices.devices.data.phone_numbers[0]?.phone_number;
  if (phone === undefined) return [drawLink("/settings/add_phone", "Add phone number")];
  const attributes = { name: "current_phone", readonly: "", value: phone, dir: "ltr" };
  const field = draw("label", { className: "field" }, "Current", draw("input", { className: "textInput", attributes }));
  const ask = () => field.after(drawDialog(phoneDeletion, () => void deletePhoneNumber()));
  return [field, drawLink("/settings/update_phone", "Update phone number"), drawButton("Delete phone number", ask)];
}

function drawDashboard(): readonly HTMLElement[] {
  const items = store.getState().contacts.map((name) => draw("li", { className: "listItem" }, name));
  const list = draw("ul", { className: "list" }, ...items);
  const ask = () => list.after(drawDialog(contactsRemoval, () => void removeAllContacts()));
  return [list, drawButton("Remove all contacts", ask)];
}

function drawDialog({ question, consequence, consent }: Confirmation, agree: () => void): HTMLElement {
  const backdrop = draw("div", { className: "backdrop" });
  const close = () => backdrop.remove();
  const confirm = drawButton(consent, () => {
    close();
    agree();
  });
  const attributes = { role: "dialog", "aria-modal": "true", "aria-label": question };
  const parts = [draw("h3", {}, question), draw("p", {}, consequence), confirm, drawButton("Cancel", close)];
  backdrop.append(draw("div", { className: "dialog", attributes }, ...parts));
  return backdrop;
}

function drawForm(
  label: string,
  attributes: Readonly<Record<string, string>>,
  button: string,
  submit: (word: string) => void,
): HTMLElement {
  const input = draw("input", { className: "textInput", attributes });
  const confirm = draw("button", { className: "button", attributes: { type: "submit" } }, button);
  const form = draw("form", { className: "form" }, draw("label", { className: "field" }, label, input), confirm);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(input.value);
  });
  return form;
}

function drawButton(text: string, onClick: () => void): HTMLElement {
  return draw("button", { className: "button", attributes: { type: "button" }, onClick }, text);
}

function drawLink(href: string, text: string): HTMLElement {
  return draw("a", { className: "rowLink", attributes: { href } }, text);
}

function passWallWith(password: string): void {
  if (password !== "") passWall();
}
