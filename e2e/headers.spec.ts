import { expect, test } from '@playwright/test';

test('the page is served isolated and under a policy that lets it load itself alone', async ({ request }) => {
  const response = await request.get('/');
  const headers = response.headers();
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  // the same policy travels with the page to hosts that send no headers
  expect(await response.text()).toContain('http-equiv="Content-Security-Policy"');
});

test('no part of the policy lets in a script built from text, an inline one or another origin’s', async ({
  request,
}) => {
  const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
  const [connect, ...others] = policy.split('; ').sort((a, b) => rank(a) - rank(b));
  expect(others.join('; ')).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  // files of models, which are data: of any https address, or of this very machine
  expect(connect).toBe("connect-src 'self' https: http://localhost:* http://127.0.0.1:*");
});

const rank = (directive: string): number => (directive.startsWith('connect-src ') ? 0 : 1);

test('a file that is not there is a 404, never the page', async ({ request }) => {
  expect((await request.get('/assets/ort-wasm-simd-threaded.wasm')).status()).toBe(404);
});
