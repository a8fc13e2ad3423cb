// Before the page is drawn: the theme that the agent chose, kept on this device alone.
(() => {
  const root = document.documentElement;
  root.dataset.scripted = "";
  try {
    const theme = localStorage.getItem("balise-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be closed; the page then follows the system.
  }
})();
