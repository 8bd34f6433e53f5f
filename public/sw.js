// With a network it answers nothing: every request goes through. Without one, a page that cannot be had is answered by the page that
// shows the availability seen last, which the page itself reads from where it was kept. No answer of the API ever passes here.
const PREFIX = "postoletto-offline";
const KEPT = `${PREFIX}${self.location.search}`;
const PAGE = "/senza-rete";
const ASSETS = "/_next/static/";

self.addEventListener("install", (event) => event.waitUntil(keepOfflinePage().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => offlineAnswer(request)));
  else if (pathname.startsWith(ASSETS)) event.respondWith(fetch(request).catch(() => keptAt(pathname)));
});

/** The page with whatever it is made of: its scripts, its styles and their typefaces. */
async function keepOfflinePage() {
  const cache = await caches.open(KEPT);
  const page = await fetch(PAGE, { cache: "no-store", credentials: "same-origin" });
  if (!page.ok || page.redirected) throw new Error(`${PAGE}: ${page.status}`);
  const html = await page.clone().text();
  await cache.put(PAGE, page);
  await Promise.all(filesIn(html).map((path) => keepFile(cache, path)));
}

async function keepFile(cache, path) {
  const file = await fetch(path);
  if (!file.ok) return;
  const text = path.endsWith(".css") ? await file.clone().text() : "";
  await cache.put(path, file);
  const typefaces = [...text.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, url]) => new URL(url, new URL(path, self.location.origin)).pathname);
  await Promise.all([...new Set(typefaces)].map((typeface) => keepFile(cache, typeface)));
}

function filesIn(html) {
  const found = [...html.matchAll(/static\/(?:chunks|css|media)\/[\w~.@/-]+\.(?:js|css|woff2)/g)].map(([path]) => `/_next/${path}`);
  return [...new Set(found)];
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== KEPT).map((name) => caches.delete(name)));
}

async function offlineAnswer(request) {
  const { pathname, search } = new URL(request.url);
  if (pathname === PAGE) return keptAt(PAGE);
  return Response.redirect(`${PAGE}?da=${encodeURIComponent(pathname + search)}`);
}

async function keptAt(path) {
  return (await (await caches.open(KEPT)).match(path)) ?? Response.error();
}
