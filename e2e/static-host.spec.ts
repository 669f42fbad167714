import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { staticHost, type StaticHost } from '../scripts/static-host.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

let host: StaticHost;
test.beforeAll(async () => {
  host = await staticHost(dist, '/some/where/');
});
test.afterAll(() => host.close());

test.describe('on a static host that sends no headers, under a path prefix', () => {
  test('the page draws its charts, asks for nothing that is not there and for nothing elsewhere', async ({
    page,
  }) => {
    const lost: string[] = [];
    const elsewhere: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) lost.push(response.url());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(host.url) && !/^(blob|data):/.test(url)) elsewhere.push(url);
    });
    await page.goto(host.url);
    await expect(page.getByRole('figure').first()).toBeVisible();
    await expect(page.getByText(/WASM|WebGPU/).first()).toBeVisible();
    expect({ lost, elsewhere }).toEqual({ lost: [], elsewhere: [] });
  });

  test('the service worker makes it cross-origin isolated, with one reload at most', async ({ page }) => {
    let navigations = 0;
    page.on('framenavigated', () => {
      navigations += 1;
    });
    await page.goto(host.url);
    await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true);
    await expect(page.getByRole('figure').first()).toBeVisible();
    expect(navigations).toBeLessThanOrEqual(2);
  });

  test('what a link says survives that reload', async ({ page }) => {
    await page.goto(`${host.url}#v=1&specials=exclude&cut=7`);
    await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true);
    await expect(page.getByRole('switch', { name: 'Cut dimension 7' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Count [CLS] and [SEP]' })).not.toBeChecked();
    expect(new URL(page.url()).hash).toBe('#v=1&specials=exclude&cut=7');
  });
});
