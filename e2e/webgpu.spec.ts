import { expect, test } from '@playwright/test';
import { browserArguments } from '../scripts/browser/arguments.ts';
import { chart, modelChip, openPage, sentences } from './page.ts';
import { beforeWorker } from './worker-script.ts';

/** Chromium's own software device: slow, but the same shaders as on a GPU, and it can be lost. */
test.use({
  launchOptions: {
    ...(process.env['CHROME_PATH'] !== undefined && { executablePath: process.env['CHROME_PATH'] }),
    args: [...browserArguments(), '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  },
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('tailscope-device', 'webgpu');
  });
});

test('a graphics device that is lost is replaced by the processor, and the page goes on by itself', async ({
  page,
  browser,
}) => {
  test.slow();
  await openPage(page);
  await expect(modelChip(page)).toContainText('WebGPU');
  await sentences(page).fill('Before the loss.\nTwo lines.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();

  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crashGpuProcess');
  await expect(modelChip(page)).toContainText(/WASM × \d/);
  await expect(
    page.getByText('The graphics device was lost; the model now runs on the processor.'),
  ).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(chart(page, /stands? out in|Too few tokens/).first()).toHaveAttribute('aria-busy', 'false');
  await sentences(page).fill('After the loss.\nThree lines.\nAnd more.');
  await expect(page.getByText(/^3 sentences/)).toBeVisible();
});

test('a device that computes something else is not taken, and the model panel says how far off it was', async ({
  page,
}) => {
  test.slow();
  // the worker's own script is made to read other numbers off the device than it computed
  await beforeWorker(
    page,
    `const { getMappedRange } = GPUBuffer.prototype;
    GPUBuffer.prototype.getMappedRange = function (...range) {
      const bytes = getMappedRange.apply(this, range);
      const numbers = new Float32Array(bytes);
      if (this.usage & GPUBufferUsage.MAP_READ) for (const i of numbers.keys()) numbers[i] *= 1.01;
      return bytes;
    }`,
  );
  await openPage(page);
  await expect(modelChip(page)).toContainText(/WASM × \d/);
  await modelChip(page).click();
  await expect(
    page.getByText(/graphics device gives different hidden states \(off by 0\.0\d+\)/),
  ).toBeVisible();
});
