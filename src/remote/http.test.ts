import { afterEach, describe, expect, it, vi } from 'vitest';
import { open } from './http.ts';

const { signal } = new AbortController();

/** An answer that came from this address in the end. */
function answerFrom(url: string): Response {
  return Object.defineProperty(new Response('a file'), 'url', { value: url });
}

describe('asking another host', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('says nothing of the page or the person', async () => {
    const fetch = vi.fn(() => Promise.resolve(answerFrom('https://example.org/a')));
    vi.stubGlobal('fetch', fetch);
    await open('https://example.org/a', signal, { Range: 'bytes=5-' });
    expect(fetch).toHaveBeenCalledExactlyOnceWith('https://example.org/a', {
      method: 'GET',
      headers: { Range: 'bytes=5-' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'follow',
      signal,
    });
  });

  it('takes no answer that anyone on the way could have changed', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(answerFrom('http://example.org/a')));
    await expect(open('https://example.org/a', signal)).rejects.toMatchObject({ code: 'reference-insecure' });
    vi.stubGlobal('fetch', () => Promise.resolve(answerFrom('https://cdn.example.org/a')));
    expect(await (await open('https://example.org/a', signal)).text()).toBe('a file');
  });
});
