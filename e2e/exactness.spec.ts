import { readFileSync } from 'node:fs';
import { chromium, expect, test } from '@playwright/test';
import * as v from 'valibot';
import { createServer, type ViteDevServer } from 'vite';
import { browserArguments } from '../scripts/browser/arguments.ts';

/** Largest absolute error allowed on any hidden state of any token, against PyTorch in float32. */
const TOLERANCE = 1e-4;
/** Chromium's own software device: slow, but the same shaders as on a GPU. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

interface Outcome {
  readonly failed?: string;
  readonly threads?: number;
  readonly padding: number;
  readonly plain: number;
  /** Not of bundled models. */
  readonly kept?: number;
  readonly withoutPositions?: number;
}

const index = v.parse(
  v.object({ models: v.array(v.object({ id: v.string() })) }),
  JSON.parse(readFileSync(new URL('../public/models/index.json', import.meta.url), 'utf8')),
);

let server: ViteDevServer;
let origin: string;

test.beforeAll(async () => {
  server = await createServer({
    server: { port: 0, open: false },
    // found while a page loads, a package to be prepared would reload it
    optimizeDeps: { noDiscovery: true },
    cacheDir: 'build/vite',
    logLevel: 'error',
  });
  await server.listen();
  origin = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(() => server.close());

async function run(query: string, flags: readonly string[] = []): Promise<Outcome> {
  const executablePath = process.env['CHROME_PATH'];
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...browserArguments(), ...flags],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}e2e/exactness/index.html?${query}`);
    const status = page.getByRole('status');
    await expect(status).toHaveText(/^\{/, { timeout: 120_000 });
    return JSON.parse((await status.textContent()) ?? '') as Outcome;
  } finally {
    await browser.close();
  }
}

function expectPlainExact(outcome: Outcome): void {
  expect(outcome.failed).toBeUndefined();
  expect(outcome.padding).toBeGreaterThan(0);
  expect(outcome.plain).toBeLessThanOrEqual(TOLERANCE);
}

function expectExact(outcome: Outcome): void {
  expectPlainExact(outcome);
  expect(outcome.kept).toBeLessThanOrEqual(TOLERANCE);
  expect(outcome.withoutPositions).toBeLessThanOrEqual(TOLERANCE);
}

test.describe('hidden states in the browser equal PyTorch’s, a padded batch, a cut inside and no positions', () => {
  test.slow();
  for (const threads of [1, 2]) {
    for (const checkpoint of ['bert-f32', 'bert-f16', 'bert-bf16', 'bert-old-names']) {
      test(`WASM, ${threads} thread(s), ${checkpoint}`, async () => {
        const outcome = await run(`provider=wasm&threads=${threads}&checkpoint=${checkpoint}`);
        expectExact(outcome);
        expect(outcome.threads).toBe(threads);
      });
    }
  }
  // bfloat16 weights make no session on WebGPU; the page then runs them on WASM and says so
  for (const checkpoint of ['bert-f32', 'bert-f16', 'bert-old-names']) {
    test(`WebGPU, ${checkpoint}`, async () => {
      expectExact(await run(`provider=webgpu&checkpoint=${checkpoint}`, SOFTWARE_GPU));
    });
  }
});

test.describe('hidden states of the bundled models in the browser equal PyTorch’s, a padded batch', () => {
  test.slow();
  for (const { id } of index.models) {
    test(`WASM, ${id}`, async () => {
      expectPlainExact(await run(`provider=wasm&threads=1&bundled=${id}`));
    });
    test(`WebGPU, ${id}`, async () => {
      expectPlainExact(await run(`provider=webgpu&bundled=${id}`, SOFTWARE_GPU));
    });
  }
});
