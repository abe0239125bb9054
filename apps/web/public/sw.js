/*
 * Keeps the product's own files on the device: the page itself and its scripts, styles and fonts. It never touches
 * what the server is asked (/graphql, /auth and the like), so nobody's data is in this cache.
 */
const FILES = 'flipside-files-1';
const MOST_FILES = 400;
const PAGE = '/';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(FILES)
      .then((cache) => cache.add(PAGE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n !== FILES).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

/** Files under /assets carry a digest in their name and never change: what was loaded once is kept for later. */
async function keep(request) {
  const cache = await caches.open(FILES);
  if (await cache.match(request)) return;
  // Comes from the browser's own cache, where it has just been put.
  const answer = await fetch(request.url);
  if (!answer.ok) return;
  await cache.put(request, answer);
  const kept = await cache.keys();
  const files = kept.filter(({ url }) => new URL(url).pathname !== PAGE);
  await Promise.all(files.slice(0, -MOST_FILES).map((old) => cache.delete(old)));
}

/** A kept file, for somebody without a connection. */
async function kept(request) {
  const cache = await caches.open(FILES);
  return (await cache.match(request)) ?? fetch(request);
}

/** Every page of the client is the same document: the newest there is, or the one from last time. */
async function page(request) {
  const cache = await caches.open(FILES);
  try {
    const answer = await fetch(request);
    const isPage = answer.ok && (answer.headers.get('content-type') ?? '').includes('text/html');
    if (isPage && new URL(request.url).pathname === PAGE) await cache.put(PAGE, answer.clone());
    return answer;
  } catch (error) {
    const last = await cache.match(PAGE);
    if (last) return last;
    throw error;
  }
}

const isServers = (path) =>
  /^\/(graphql|auth|a|feeds|calendar|scim|healthz|import)(\/|$)/.test(path);
const isFile = (path) => path.startsWith('/assets/') || /^\/(theme\.js|favicon\.svg)$/.test(path);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  // With a connection the browser loads files itself: it would not use what it loads ahead otherwise.
  if (isFile(url.pathname)) {
    if (self.navigator.onLine) event.waitUntil(keep(request));
    else event.respondWith(kept(request));
  } else if (request.mode === 'navigate' && !isServers(url.pathname))
    event.respondWith(page(request));
});
