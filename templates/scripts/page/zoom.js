// A picture that is shown smaller than it is opens in full on a click or a key.
import { all } from "./dom.js";

let dialog;

function open(image, close) {
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "zoom-dialog";
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", close);
    dialog.append(button);
    dialog.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
  }
  const copy = document.createElement("img");
  copy.src = image.currentSrc || image.src;
  copy.alt = image.alt;
  for (const name of ["width", "height"]) {
    if (image.hasAttribute(name)) copy.setAttribute(name, image.getAttribute(name));
  }
  dialog.setAttribute("aria-label", image.alt || close);
  dialog.firstElementChild.replaceChildren(copy);
  dialog.showModal();
}

function enlarge(image, prose) {
  if (image.closest("a, button")) return;
  const width = Number(image.getAttribute("width")) || image.naturalWidth;
  if (!width || width < image.clientWidth * 1.15) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "zoom";
  button.setAttribute("aria-label", `${prose.dataset.enlarge} : ${image.alt}`.replace(/ : $/, ""));
  image.replaceWith(button);
  button.append(image);
  button.addEventListener("click", () => open(image, prose.dataset.close));
}

function prepare() {
  for (const prose of all(".prose[data-enlarge]")) {
    for (const image of all("img", prose)) {
      if (image.complete && image.naturalWidth) enlarge(image, prose);
      else image.addEventListener("load", () => enlarge(image, prose), { once: true });
    }
  }
}

// How wide pictures are shown is known once the page has been drawn.
export function startZoom() {
  requestAnimationFrame(() => setTimeout(prepare));
}
