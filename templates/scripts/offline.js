// The offline page: what was read on this device and opens without a network.
const list = document.querySelector("[data-kept]");
const base = list.dataset.kept;

async function show() {
  const pages = await caches.open(`balise-pages${base}`);
  const locale = document.documentElement.lang;
  const kept = (await pages.keys()).map(({ url }) => new URL(url))
    .filter(({ pathname }) => pathname.startsWith(`${base}/${locale}/articles/`)
      && pathname !== `${base}/${locale}/articles/`);
  // The latest first.
  for (const url of kept.reverse().slice(0, 60)) {
    const answer = await pages.match(url);
    const text = answer ? await answer.text() : "";
    const title = new DOMParser().parseFromString(text, "text/html").querySelector("h1")?.textContent;
    if (!title) continue;
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url.pathname;
    link.textContent = title.trim();
    item.append(link);
    list.append(item);
  }
  list.closest("section").hidden = !list.children.length;
}

for (const link of document.querySelectorAll("[data-retry]")) link.href = location.href;
// The page that was asked for, as soon as there is a network again. Browsers say "online" before they
// are, so the server is asked.
async function retry() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer) location.reload();
}
if (!location.pathname.endsWith("/offline.html")) {
  addEventListener("online", retry);
  setInterval(retry, 4000);
}
if ("caches" in globalThis) show().catch(() => {});
