// Lets pages through to the server and answers with the last good state where the server cannot be reached. Nothing is
// ever answered from the cache while the network answers, so old figures cannot pass for current ones.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(
  Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()])));

self.addEventListener('fetch', event => {
  if (event.request.mode === 'navigate') {
    event.respondWith(answer(event));
  } else if (new URL(event.request.url).pathname.startsWith('/offline/')) {
    // The saved state's own files.
    event.respondWith(caches.match(event.request, { ignoreVary: true }).then(kept => kept ?? Response.error()));
  }
});

async function answer(event) {
  try {
    return await event.preloadResponse ?? await fetch(event.request);
  } catch {
    return await caches.match('/offline/overview') ?? Response.error();
  }
}
