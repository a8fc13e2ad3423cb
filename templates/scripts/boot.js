// Before the page is drawn: the theme that the reader chose, kept on this device alone.
(() => {
  const root = document.documentElement;
  root.dataset.scripted = "";
  // Nothing is drawn before the header is whole, and an article's down to its text: half of one would
  // move when the rest comes.
  const link = document.createElement("link");
  link.rel = "expect";
  link.href = `#${document.currentScript.dataset.wait ?? "_switch"}`;
  link.blocking = "render";
  document.head.append(link);
  try {
    const theme = localStorage.getItem("balise-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be closed; the page then follows the system.
  }
})();
