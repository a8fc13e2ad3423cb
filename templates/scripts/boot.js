// Before the page is drawn: the theme that the reader chose, kept on this device alone.
(() => {
  const root = document.documentElement;
  root.dataset.scripted = "";
  // Nothing is drawn before the last thing in the header is here: half of one would move.
  const header = document.createElement("link");
  header.rel = "expect";
  header.href = "#theme-switch";
  header.blocking = "render";
  document.head.append(header);
  try {
    const theme = localStorage.getItem("balise-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be closed; the page then follows the system.
  }
})();
