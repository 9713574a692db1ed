/** The service worker. It serves the whole app offline, in the version that the officer agreed to.
 *
 * It caches only the app's own files and never an answer of the API: the phone's data are in
 * IndexedDB. A new version waits until the page asks for it (../app/service-worker.ts), so that the
 * app never changes during a visit.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | PrecacheEntry)[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Every address below /app/ is the same page, and the router finds its screens. Files keep their
// own routes above.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/app/index.html'), { allowlist: [/^\/app(\/|$)/] }));

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// On the first visit the page that is already open is controlled as well. Its lazy parts then come
// from the cache.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
