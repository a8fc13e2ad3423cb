// An old address leads to the new one, to the same section.
const link = document.querySelector("[data-redirect]");
if (link) location.replace(link.href + location.hash);
