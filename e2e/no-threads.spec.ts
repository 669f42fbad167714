import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { staticHost, type StaticHost } from '../scripts/static-host.ts';
import { modelChip } from './page.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
let host: StaticHost;
test.beforeAll(async () => {
  host = await staticHost(dist, '/');
});
test.afterAll(() => host.close());

test('a page that is not isolated runs on one thread, and says why', async ({ page }) => {
  // no service worker to add the headers that this host does not send
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(host.url);
  await expect(modelChip(page)).toContainText('WASM × 1');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await modelChip(page).click();
  await expect(page.getByText(/^This page may not use threads/)).toBeVisible();
});

test('a page served over plain http works: nothing it needs is for secure pages only', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['serviceWorker', 'locks', 'clipboard', 'deviceMemory'])
      Reflect.deleteProperty(Navigator.prototype, name);
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    Reflect.deleteProperty(Crypto.prototype, 'subtle');
    Reflect.defineProperty(globalThis, 'isSecureContext', { value: false });
  });
  await page.goto(host.url);
  await expect(modelChip(page)).toContainText('WASM × 1');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('textbox', { name: 'Link to this view' })).toBeVisible();
});
