/**
 * For static hosts that cannot send headers: adds to every answer of our own origin the two that
 * give WASM its threads. It keeps nothing: every request goes to the server.
 */
import { isolated } from './isolated.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => {
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (new URL(request.url).origin !== self.location.origin) return;
  // Chromium's developer tools send this pair, which fetch refuses
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(fetch(request).then(isolated));
});
