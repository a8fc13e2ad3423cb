// Light, dark or as the system, kept on this device alone.
import { all, root } from "./dom.js";

const themes = ["system", "light", "dark"];

function themeSwitch(button) {
  const label = button.querySelector("span");
  const show = () => {
    label.textContent = button.dataset[root.dataset.theme ?? "system"];
    button.title = label.textContent;
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "system") + 1) % themes.length];
    try {
      if (next === "system") {
        delete root.dataset.theme;
        localStorage.removeItem("balise-theme");
      } else {
        root.dataset.theme = next;
        localStorage.setItem("balise-theme", next);
      }
    } catch {
      // The choice then lasts as long as the page.
    }
    show();
  });
}

export function startTheme() {
  for (const button of all("[data-theme-switch]")) themeSwitch(button);
}
