import { expect, test } from '@playwright/test';
import { browserArguments } from '../scripts/browser/arguments.ts';
import { chart, drop, modelChip, openPage, sentences } from './page.ts';
import { beforeWorker } from './worker-script.ts';

/** Chromium's own software device: slow, but the same shaders as on a GPU, and it can be lost. */
test.use({
  launchOptions: {
    ...(process.env['CHROME_PATH'] !== undefined && { executablePath: process.env['CHROME_PATH'] }),
    args: [...browserArguments(), '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  },
});

const tiny = new URL('../src/graph/fixtures/bert-f32/', import.meta.url).pathname;
/** As many as fit into a minute of an emulated device: it takes half a second for one. */
const RUNS = 100;

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
  // wrong with its subgroups of 4, the device is tried a second time without
  await expect(modelChip(page)).toContainText('WebGPU', { timeout: 60_000 });
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

/** Counts the bytes of the buffers that the worker makes on the graphics device and has not destroyed. */
const COUNT = `{
  self.graphics = { live: 0, made: 0 };
  const sizes = new Map();
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (description) {
    const buffer = createBuffer.call(this, description);
    sizes.set(buffer, buffer.size);
    self.graphics.live += buffer.size;
    self.graphics.made++;
    return buffer;
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function () {
    self.graphics.live -= sizes.get(this) ?? 0;
    sizes.delete(this);
    return destroy.call(this);
  };
}`;

test('many runs on a graphics device leave its memory as it was', async ({ page }) => {
  test.slow();
  await beforeWorker(page, COUNT);
  // the bundled model would take the emulated device long, and nothing is asked of it
  await page.addInitScript(() => {
    localStorage.setItem('tailscope-device', 'wasm');
  });
  await openPage(page);
  await modelChip(page).click();
  await page.getByLabel('Open a checkpoint folder…').and(page.locator('input')).setInputFiles(tiny);
  await expect(modelChip(page)).toContainText('2 × 32');
  await modelChip(page).click();
  await page.getByRole('radio', { name: 'WebGPU' }).check({ force: true });
  await expect(modelChip(page)).toContainText('WebGPU');

  // 40 tokens is all this model reads, and a batch takes 512
  const line = 'small '.repeat(60);
  const measure = async (lines: number) => {
    await drop(page, [{ name: `${lines}.txt`, text: `${line}\n`.repeat(lines) }]);
    const tokens = (40 * lines).toLocaleString('en');
    await expect(page.getByText(new RegExp(`^[\\d,]+ sentences · ${tokens} tokens$`))).toBeVisible({
      timeout: 120_000,
    });
    return page.workers()[0]?.evaluate(() => ({ ...(Reflect.get(self, 'graphics') as Graphics) }));
  };
  await measure(60);
  const before = await measure(61);
  const after = await measure(RUNS * 12);
  expect(before?.live).toBeGreaterThan(0);
  expect(after?.live).toBe(before?.live);
});

interface Graphics {
  readonly live: number;
  readonly made: number;
}
