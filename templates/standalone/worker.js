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
// How long nothing is asked for before files are kept.
const REST = 2000;
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

// The addresses of what a cache holds, those that were put first before others. They are listed once:
// asking the cache about each file takes longer than fetching most of them.
const lists = {};
const listOf = (name) => lists[name] ??= caches.open(name).then(async (cache) =>
  new Set((await cache.keys()).map(({ url }) => url)));

async function put(name, key, answer, most) {
  const [cache, list] = await Promise.all([caches.open(name), listOf(name)]);
  const { href } = new URL(key, location.origin);
  // What is put again counts as the latest.
  if (list.delete(href)) await cache.delete(key);
  list.add(href);
  await cache.put(key, answer);
  for (const old of list) {
    if (list.size <= most) break;
    if (shell.includes(new URL(old).pathname)) continue;
    list.delete(old);
    await cache.delete(old);
  }
}

// Keeps a page with the pictures on it, those that were not scrolled to included.
async function keepPage(event, path, answer) {
  const text = await answer.clone().text();
  await put(PAGES, base + path, answer, MOST_PAGES);
  if (navigator.connection?.saveData) return;
  const pictures = [...text.matchAll(/\ssrc="([^"]+)"/g)].map((match) => match[1])
    .filter((address) => isHashed(place(address) ?? ""));
  await Promise.allSettled([...new Set(pictures)].map((address) => file(event, new Request(address))));
}

async function page(event, path) {
  const { search } = new URL(event.request.url);
  const key = base + path;
  const kept = await caches.match(key, SAME);
  const network = fetch(event.request).then((answer) => {
    const isPage = isWhole(answer) && answer.headers.get("content-type")?.startsWith("text/html");
    // An article is the same whatever stands behind `?`; a page of results is not.
    const isOne = !search || path.includes("/articles/");
    if (isPage && isOne) event.waitUntil(keepPage(event, path, answer.clone()));
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

// Files that were read and are to be kept, and when one was asked for last.
const read = new Set();
let asked = 0;
let keeping;

// Keeps files once nothing was asked for a moment, out of the browser's own cache: a letter that is typed into
// the search asks for several, and each would come later if it were copied on its way.
async function keepRead() {
  for (const address of read) {
    while (performance.now() - asked < REST) await new Promise((done) => setTimeout(done, REST));
    read.delete(address);
    const answer = await fetch(address, { cache: "force-cache" }).catch(() => null);
    if (answer && isWhole(answer)) await put(FILES, address, answer, MOST_FILES).catch(() => {});
  }
  keeping = undefined;
}

// Names of files change with their bytes, so what is kept under one is right for ever.
async function file(event, request) {
  asked = performance.now();
  const isKept = (await listOf(FILES)).has(request.url);
  const kept = isKept && await caches.match(request.url, SAME);
  if (kept) return kept;
  const answer = await fetch(request);
  if (isWhole(answer)) {
    read.add(request.url);
    event.waitUntil(keeping ??= keepRead());
  }
  return answer;
}

// What may change: from the network, and as it was last when there is none.
async function latest(event, request, keeps) {
  try {
    const answer = await fetch(request);
    if (keeps && isWhole(answer)) event.waitUntil(put(FILES, request.url, answer.clone(), MOST_FILES));
    return answer;
  } catch (error) {
    const kept = await caches.match(request.url, SAME);
    if (kept) return kept;
    throw error;
  }
}

addEventListener("install", (event) => {
  // A browser that can be told so does not wake this worker for each letter that the server answers.
  event.addRoutes?.({ condition: { urlPattern: `${base}/api/*` }, source: "network" }).catch(() => {});
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
      if (isWhole(answer)) await keepPage(event, path, answer);
    }));
  };
  event.waitUntil(takeOver());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = place(request.url);
  if (request.method !== "GET" || path === null || isPrivate(path)) return;
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (isHashed(path)) event.respondWith(file(event, request));
  else if (/^\/(search\/|[\w-]+\/articles\/)/.test(path)) {
    event.respondWith(latest(event, request, path.startsWith("/search/")));
  }
});
