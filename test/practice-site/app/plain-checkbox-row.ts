import { type ContactBox, nextHelpId } from "./contact-boxes";
import { draw, drawTick } from "./plain-elements";
import { store } from "./site";
import classes from "./site.module.css";
import { writeSetting } from "./site-actions";

/** A row like React's, and how to bring it up to date with the page's memory. */
export interface PlainRow {
  element: HTMLElement;
  update(): void;
}

export function drawCheckboxRow({ label, help, field }: ContactBox): PlainRow {
  const helpId = nextHelpId();
  const box = draw("div", { className: "box" });
  const input = draw("input", { className: "input", attributes: { type: "checkbox", "aria-describedby": helpId } });
  const labelElement = draw(
    "label",
    { className: "label" },
    draw("span", { className: "labelText" }, label),
    draw("div", { className: "boxPlace" }, box, input),
  );
  const helpElement = draw("div", { className: "help", attributes: { id: helpId } }, help);
  const element = draw(
    "div",
    { className: "row" },
    draw("div", { className: "view" }, draw("div", { className: "view" }, labelElement, helpElement)),
  );

  function show(isChecked: boolean): void {
    input.checked = isChecked;
    box.className = (isChecked ? classes.checkedBox : classes.box) ?? "";
    if (isChecked && box.firstChild === null) box.append(drawTick());
    if (!isChecked) box.replaceChildren();
  }

  function update(): void {
    if (field !== null) show(Boolean(store.getState().settings.remote.settings[field]));
  }

  input.addEventListener("change", () => {
    if (field === null) show(input.checked);
    else void writeSetting(field, input.checked);
  });
  update();
  return { element, update };
}
