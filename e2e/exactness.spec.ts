import { readdirSync, readFileSync } from 'node:fs';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import * as v from 'valibot';
import { createServer, type ViteDevServer } from 'vite';
import { browserArguments } from '../scripts/browser/arguments.ts';
import { BERTS, FAMILIES, HEADLESS, OTHER_HEADS } from '../scripts/exactness/checkpoints.ts';
import type {} from './exactness/page.ts';
import type {} from './exactness/unedited.ts';

/** Largest absolute error allowed on any hidden state of any token and any logit, against PyTorch in float32. */
const TOLERANCE = 1e-4;
/** Of a model whose weights are float16: its logits reach ten. */
const BUNDLED_LOGITS = 1e-3;
/** Chromium's own software device: slow, but the same shaders as on a GPU. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

const index = v.parse(
  v.object({ models: v.array(v.object({ id: v.string() })) }),
  JSON.parse(readFileSync(new URL('../public/models/index.json', import.meta.url), 'utf8')),
);

/** Exports of some forms, by the folder of their architecture. */
const exportsOf = (forms: RegExp) =>
  readdirSync(new URL('../src/graph/edit/fixtures/', import.meta.url)).flatMap((folder) =>
    readdirSync(new URL(`../src/graph/edit/fixtures/${folder}/`, import.meta.url))
      .filter((file) => forms.test(file))
      .map((file) => ({ folder, file })),
  );
const EXPORTS = exportsOf(/\.(?:f32|fused|runtime-fused|external|slim)\.onnx$/);
const HALVES = exportsOf(/(?<!q4-)fp16\.onnx$/);
const QUANTIZED = exportsOf(/(?:int8|int8-channels|q4|q4-fp16|q4-gather|bnb4)\.onnx$/);
/** Of float16, against PyTorch in float32: what rounding costs in these random networks. Logits reach ten. */
const HALF_TOLERANCE = { states: 1e-2, maskedWords: 5e-2 };
/** Of a quantized export against the file as it is, where the runtime may fuse in one of the two alone. */
const FUSED_TOLERANCE = 1e-5;

let server: ViteDevServer;
let origin: string;

test.beforeAll(async () => {
  server = await createServer({
    server: { port: 0, open: false },
    // found while a page loads, a package to be prepared would reload it; what is no ES module is named
    optimizeDeps: { noDiscovery: true, include: ['ml-matrix'] },
    cacheDir: 'build/vite',
    logLevel: 'error',
  });
  await server.listen();
  origin = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(() => server.close());

/** What the page takes where the device is wrong with them: long sentences are all that differs there. */
const WITHOUT_SUBGROUPS = 'WebGPU without subgroups';

/** A device to compute on, and the flags that the browser needs for it. */
const DEVICES = [
  { name: 'WASM, 1 thread', query: 'provider=wasm&threads=1', threads: 1, flags: [] },
  { name: 'WASM, 2 threads', query: 'provider=wasm&threads=2', threads: 2, flags: [] },
  { name: 'WebGPU', query: 'provider=webgpu', threads: 1, flags: SOFTWARE_GPU },
  { name: WITHOUT_SUBGROUPS, query: 'provider=webgpu&subgroups=no', threads: 1, flags: SOFTWARE_GPU },
];

for (const { name, query, threads, flags } of DEVICES) {
  test.describe(`on ${name}, hidden states and masked words equal PyTorch’s: a padded batch, a long sentence, a cut inside, positions shifted and left out`, () => {
    test.slow();
    let browser: Browser;
    let page: Page;
    test.beforeAll(async () => {
      const executablePath = process.env['CHROME_PATH'];
      browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: [...browserArguments(), ...flags],
      });
      page = await browser.newPage();
      await page.goto(`${origin}e2e/exactness/index.html?${query}`);
    });
    test.afterAll(() => browser.close());

    /** Of a checkpoint served from a folder of the repository. */
    const measure = async (folder: string, files: readonly string[], reference: string) => {
      const addresses = files.map((file) => `${origin}${folder}/${file}`);
      const outcome = await page.evaluate(([all, one]) => window.measureCheckpoint(all, one), [
        addresses,
        `${origin}${reference}`,
      ] as const);
      expect(outcome.threads).toBe(threads);
      expect(outcome.padding).toBeGreaterThan(0);
      return outcome;
    };

    for (const checkpoint of name === WITHOUT_SUBGROUPS
      ? FAMILIES
      : [...BERTS, ...FAMILIES, ...OTHER_HEADS]) {
      // bfloat16 weights make no session on WebGPU; the page then runs them on WASM and says so
      if (name === 'WebGPU' && checkpoint === 'bert-bf16') continue;
      test(checkpoint, async () => {
        const folder = `src/graph/fixtures/${checkpoint}`;
        const files = readdirSync(new URL(`../${folder}/`, import.meta.url));
        const outcome = await measure(folder, files, `${folder}/reference.safetensors`);
        const { states, longest, maskedWords } = outcome;
        expect(states).toBeLessThanOrEqual(TOLERANCE);
        // subgroups of 4 are too small for the runtime's attention over 32 tokens and more: if this fails, it has learned
        if (longest !== null && name === 'WebGPU') expect(longest).toBeGreaterThan(TOLERANCE);
        else if (longest !== null) expect(longest).toBeLessThanOrEqual(TOLERANCE);
        if (HEADLESS.has(checkpoint)) expect(maskedWords).toBeNull();
        else expect(maskedWords).toBeLessThanOrEqual(TOLERANCE);
      });
    }
    if (name === WITHOUT_SUBGROUPS) return;

    for (const { folder, file } of EXPORTS) {
      test(`${folder}, exported as ${file}`, async () => {
        const at = `src/graph/edit/fixtures/${folder}`;
        const weights = readdirSync(new URL(`../${at}/`, import.meta.url)).filter((one) =>
          one.startsWith(file),
        );
        const files = ['config.json', 'tokenizer.json', ...weights];
        const { states, maskedWords } = await measure(at, files, `${at}/reference.safetensors`);
        expect(states).toBeLessThanOrEqual(TOLERANCE);
        if (maskedWords !== null) expect(maskedWords).toBeLessThanOrEqual(TOLERANCE);
      });
    }

    // the page runs these on WASM, or in half precision on graphics devices that have it, which the emulated one has not
    for (const { folder, file } of name === 'WebGPU' ? [] : HALVES) {
      test(`${folder}, exported in half precision as ${file}`, async () => {
        const at = `src/graph/edit/fixtures/${folder}`;
        const files = ['config.json', 'tokenizer.json', file];
        const { states, maskedWords } = await measure(at, files, `${at}/reference.safetensors`);
        expect(states).toBeLessThanOrEqual(HALF_TOLERANCE.states);
        expect(states).toBeGreaterThan(TOLERANCE);
        if (maskedWords !== null) expect(maskedWords).toBeLessThanOrEqual(HALF_TOLERANCE.maskedWords);
      });
    }

    for (const { folder, file } of name === 'WebGPU' ? [] : QUANTIZED) {
      test(`${folder}, quantized as ${file}, gives what the file as it is does`, async () => {
        const at = `${origin}src/graph/edit/fixtures/${folder}`;
        const files = ['config.json', 'tokenizer.json', file].map((each) => `${at}/${each}`);
        const difference = (level: 'basic' | 'all') =>
          page.evaluate(([all, one, how]) => window.compareWithUnedited(all, one, how), [
            files,
            `${at}/reference.safetensors`,
            level,
          ] as const);
        expect(await difference('basic')).toBe(0);
        expect(await difference('all')).toBeLessThanOrEqual(FUSED_TOLERANCE);
      });
    }

    for (const { id } of index.models) {
      test(`${id}, which comes with the page`, async () => {
        const files = ['config.json', 'tokenizer.json', 'model.safetensors'];
        const reference = `src/engine/node/fixtures/bundled/${id}.safetensors`;
        const { states, maskedWords } = await measure(`models/${id}`, files, reference);
        expect(states).toBeLessThanOrEqual(TOLERANCE);
        expect(maskedWords).toBeLessThanOrEqual(BUNDLED_LOGITS);
      });
    }
  });
}
