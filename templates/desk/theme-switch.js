// The button that goes from the system's theme to light, to dark, and back.
const root = document.documentElement;
const themes = ["system", "light", "dark"];

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  const label = button.querySelector("span");
  const show = () => {
    label.textContent = button.dataset[root.dataset.theme ?? "system"];
    button.title = label.textContent;
  };
  show();
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "system") + 1) % themes.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "system") localStorage.removeItem("balise-theme");
      else localStorage.setItem("balise-theme", next);
    } catch {
      // The choice then lasts as long as the page.
    }
    show();
  });
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
