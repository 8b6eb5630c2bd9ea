import classes from "./site.module.css";

/** A node that is drawn without React. `properties` are set as DOM properties, `aria-…` and the like as attributes. */
export function draw<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: {
    className?: keyof typeof classes;
    attributes?: Readonly<Record<string, string>>;
    onClick?: () => void;
  } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (options.className !== undefined) element.className = classes[options.className] ?? "";
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  if (options.onClick !== undefined) element.addEventListener("click", options.onClick);
  element.append(...children);
  return element;
}

/** The tick in a drawn box. */
export function drawTick(): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const tick = document.createElementNS(namespace, "svg");
  tick.setAttribute("viewBox", "0 0 24 24");
  tick.setAttribute("aria-hidden", "true");
  tick.setAttribute("class", classes.tick ?? "");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", "M9.6 18.6 3.4 12.3l1.9-1.8 4.2 4.2 9-9.9 2 1.8z");
  tick.append(path);
  return tick;
}
