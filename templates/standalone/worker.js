// Articles that were read once open without a network: in a battery room, a cellar, a train. The
// build puts SITE before this file. Nothing is kept but what was read, and nothing leaves the device.
const { base, languages, shell } = SITE;
const PAGES = `balise-pages${base}`;
const FILES = `balise-files${base}`;
// How many of each are kept; the ones used longest ago go first.
const MOST_PAGES = 300;
const MOST_FILES = 600;
// How long a slow network is waited for when the page is here already.
const PATIENCE = 4000;
// Servers say that answers vary with the compression asked for; here that says nothing.
const SAME = { ignoreVary: true };

const place = (address) => {
  const url = new URL(address, location.origin);
  const isHere = url.origin === location.origin && url.pathname.startsWith(`${base}/`);
  return isHere ? url.pathname.slice(base.length) : null;
};
const isHashed = (path) => /[./][0-9a-f]{10}\.\w+$/.test(path);
// The server's own: never kept, never answered in its place.
const isPrivate = (path) => /^\/(api|desk|s|healthz|readyz|metrics)(\/|$)/.test(path);
// What only agents are sent says that it must not be kept; so it is gone when they have signed out.
const isWhole = (answer) => answer.ok && !answer.redirected && answer.type === "basic"
  && !/no-store/.test(answer.headers.get("cache-control") ?? "");

async function put(name, key, answer, most) {
  const cache = await caches.open(name);
  // What is put again counts as the latest.
  await cache.delete(key);
  await cache.put(key, answer);
  const keys = await cache.keys();
  const old = keys.filter(({ url }) => !shell.includes(new URL(url).pathname));
  await Promise.all(old.slice(0, Math.max(0, keys.length - most)).map((one) => cache.delete(one)));
}

// Keeps a page with the pictures on it, those that were not scrolled to included.
async function keepPage(path, answer) {
  const text = await answer.clone().text();
  await put(PAGES, base + path, answer, MOST_PAGES);
  if (navigator.connection?.saveData) return;
  const pictures = [...text.matchAll(/\ssrc="([^"]+)"/g)].map((match) => match[1])
    .filter((address) => isHashed(place(address) ?? ""));
  await Promise.allSettled([...new Set(pictures)].map((address) => file(new Request(address))));
}

async function page(event, path) {
  const { search } = new URL(event.request.url);
  const key = base + path;
  const kept = await caches.match(key, SAME);
  const network = fetch(event.request).then((answer) => {
    const isPage = isWhole(answer) && answer.headers.get("content-type")?.startsWith("text/html");
    // An article is the same whatever stands behind `?`; a page of results is not.
    const isOne = !search || path.includes("/articles/");
    if (isPage && isOne) event.waitUntil(keepPage(path, answer.clone()));
    return answer;
  });
  network.catch(() => {});
  try {
    if (!kept) return await network;
    const late = new Promise((done) => setTimeout(done, PATIENCE, kept));
    return await Promise.race([network, late]);
  } catch {
    return kept ?? offlinePage(path);
  }
}

async function offlinePage(path) {
  const first = path.split("/")[1];
  const language = languages.includes(first)
    ? first
    : navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => languages.includes(tag))
      ?? languages[0];
  return (await caches.match(`${base}/${language}/offline.html`, SAME)) ?? Response.error();
}

// Names of files change with their bytes, so what is kept under one is right for ever.
async function file(request) {
  const kept = await caches.match(request.url, SAME);
  if (kept) return kept;
  const answer = await fetch(request);
  if (isWhole(answer)) await put(FILES, request.url, answer.clone(), MOST_FILES);
  return answer;
}

// What may change: from the network, and as it was last when there is none.
async function latest(request, keeps) {
  try {
    const answer = await fetch(request);
    if (keeps && isWhole(answer)) await put(FILES, request.url, answer.clone(), MOST_FILES);
    return answer;
  } catch (error) {
    const kept = await caches.match(request.url, SAME);
    if (kept) return kept;
    throw error;
  }
}

addEventListener("install", (event) => {
  const keepShell = async () => {
    const cache = await caches.open(FILES);
    await cache.addAll(shell);
    await skipWaiting();
  };
  event.waitUntil(keepShell());
});

addEventListener("activate", (event) => {
  const takeOver = async () => {
    await clients.claim();
    // The page that brought this worker was loaded without it.
    const open = await clients.matchAll({ type: "window" });
    await Promise.allSettled(open.map(async ({ url }) => {
      const path = place(url);
      if (path === null || isPrivate(path) || !path.endsWith("/")) return;
      const answer = await fetch(base + path);
      if (isWhole(answer)) await keepPage(path, answer);
    }));
  };
  event.waitUntil(takeOver());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = place(request.url);
  if (request.method !== "GET" || path === null || isPrivate(path)) return;
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (isHashed(path)) event.respondWith(file(request));
  else if (/^\/(search\/|[\w-]+\/articles\/)/.test(path)) {
    event.respondWith(latest(request, path.startsWith("/search/")));
  }
});
