import { describe, expect, it, vi } from 'vitest';
import { isolate, type IsolationHost } from './isolate.ts';
import { isolated } from './worker/isolated.ts';

function page(changes: Partial<IsolationHost> = {}): IsolationHost {
  const kept = new Map<string, string>();
  return {
    crossOriginIsolated: false,
    isSecureContext: true,
    serviceWorker: {
      register: vi.fn(() => Promise.resolve(registration)),
      ready: Promise.resolve(registration),
    },
    tab: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    },
    script: new URL('https://host.test/some/folder/service-worker.js'),
    reload: vi.fn(),
    ...changes,
  };
}
const registration = {} as ServiceWorkerRegistration;

describe('isolate', () => {
  it('registers the service worker, waits for it and reloads', async () => {
    const host = page();
    await expect(isolate(() => host)).resolves.toBe('reloading');
    expect(host.serviceWorker?.register).toHaveBeenCalledWith(host.script);
    expect(host.reload).toHaveBeenCalledOnce();
  });

  it('reloads once at most, even when that did not help', async () => {
    const host = page();
    await isolate(() => host);
    await expect(isolate(() => host)).resolves.toBe('not-possible');
    expect(host.reload).toHaveBeenCalledOnce();
  });

  it('does nothing on a page that is isolated by its server', async () => {
    const host = page({ crossOriginIsolated: true });
    await expect(isolate(() => host)).resolves.toBe('not-needed');
    expect(host.serviceWorker?.register).not.toHaveBeenCalled();
  });

  it.each([
    ['an insecure page', { isSecureContext: false }],
    ['a browser without service workers', { serviceWorker: undefined }],
  ])('does nothing on %s', async (_, changes) => {
    const host = page(changes);
    await expect(isolate(() => host)).resolves.toBe('not-possible');
    expect(host.reload).not.toHaveBeenCalled();
  });

  it('goes on without isolation when the service worker does not come', async () => {
    const serviceWorker = {
      register: () => Promise.resolve(registration),
      ready: new Promise<never>(() => undefined),
    };
    const host = page({ serviceWorker, patience: 5 });
    await expect(isolate(() => host)).resolves.toBe('not-possible');
    expect(host.reload).not.toHaveBeenCalled();
  });

  it('goes on without isolation when the browser forbids storage', async () => {
    const forbidden = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const host = page({ tab: { getItem: forbidden, setItem: forbidden } });
    await expect(isolate(() => host)).resolves.toBe('not-possible');
    expect(host.reload).not.toHaveBeenCalled();
  });
});

describe('isolated', () => {
  it('adds both headers and keeps body, status and type', async () => {
    const response = new Response('hello', { status: 206, headers: { 'Content-Type': 'text/plain' } });
    const answer = isolated(response);
    expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(answer.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    expect(answer.headers.get('Content-Type')).toBe('text/plain');
    expect(answer.status).toBe(206);
    await expect(answer.text()).resolves.toBe('hello');
  });

  it('passes on answers that have no body', () => {
    expect(isolated(new Response(null, { status: 304 })).status).toBe(304);
  });

  it('returns an error response as it is', () => {
    const failed = Response.error();
    expect(isolated(failed)).toBe(failed);
  });
});
