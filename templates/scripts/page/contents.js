// The table of contents follows the reading, and the language switch keeps the place.
import { all, root } from "./dom.js";

const headings = () => all(".prose :is(h2, h3)[id]");
const top = (heading) => heading.getBoundingClientRect().top;

function current(list) {
  if (scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2) return list.at(-1);
  return list.findLast((heading) => top(heading) <= innerHeight * 0.3);
}

function follow(nav) {
  const links = new Map();
  for (const link of all("a", nav)) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const list = [...links.keys()];
  if (!list.length) return;
  let before;
  let isQueued = false;
  const mark = () => {
    isQueued = false;
    const link = links.get(current(list) ?? list[0]);
    if (link === before) return;
    before?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    before = link;
    // Only the table's own box scrolls.
    const [box, place] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
    if (place.top < box.top || place.bottom > box.bottom) {
      nav.scrollTop += place.top - box.top - box.height / 2;
    }
  };
  const queue = () => {
    if (!isQueued) requestAnimationFrame(mark);
    isQueued = true;
  };
  addEventListener("scroll", queue, { passive: true });
  addEventListener("resize", queue, { passive: true });
  // Where headings are is asked when the page is laid out anyhow.
  queue();
}

// Headings have other names in another language, but the same order.
function keepPlace(link) {
  link.addEventListener("click", () => {
    const list = headings();
    const place = scrollY > 120 && list.length ? list.indexOf(current(list)) : -1;
    link.hash = place < 0 ? "" : `section-${place + 1}-of-${list.length}`;
    if (document.body.classList.contains("page-search")) link.search = location.search;
  });
}

function findPlace() {
  const [, place, count] = /^#section-(\d+)-of-(\d+)$/.exec(location.hash) ?? [];
  if (!place || document.getElementById(location.hash.slice(1))) return;
  const list = headings();
  const heading = list.length === Number(count) ? list[place - 1] : null;
  history.replaceState(history.state, "", heading ? `#${heading.id}` : location.pathname);
  heading?.scrollIntoView();
}

export function startContents() {
  findPlace();
  for (const nav of all("[data-contents]")) follow(nav);
  for (const link of all(".site-header a[hreflang]")) keepPlace(link);
}
