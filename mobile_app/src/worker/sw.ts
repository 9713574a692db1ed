/** The service worker: the whole app, offline, in the version that the officer agreed to.
 *
 * It keeps the app's own files and nothing else: no answer of the API is ever cached, what a phone knows is in IndexedDB.
 * A new version waits until the page says so (../app/service-worker.ts); a visit is never pulled from under an officer's hands.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | PrecacheEntry)[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Every address below /app/ is the same page; its screens are found by the router. Files keep their own routes above.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/app/index.html'), { allowlist: [/^\/app(\/|$)/] }));

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// On the first visit the page that is already open becomes ours too: its lazy parts then come from the cache.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
