import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page, type Worker } from '@playwright/test';
import { build, defaultClientConditions, preview } from 'vite';
import { browserArguments } from '../../scripts/browser/arguments.ts';
import { getBrowser } from '../../scripts/browser/get.ts';
import { isolationHeaders } from '../../scripts/vite/headers.ts';

const ROOT = fileURLToPath(new URL('../../build/bench/', import.meta.url));

export interface WorkerPageOptions {
  /** Of the folder under build/ that is served. */
  readonly name: string;
  /** Modules to be built as workers, by the name they are served under. */
  readonly workers: Readonly<Record<string, URL>>;
  /** Folders and files served as they are, by the path they are served under. */
  readonly served?: Readonly<Record<string, string>>;
}

/**
 * Builds workers out of the page's own code, as the page is built, and opens an empty page that may start them,
 * cross-origin isolated so that WebAssembly has its threads.
 */
export async function withWorkerPage<T>(
  { name, workers, served = {} }: WorkerPageOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const outDir = join(ROOT, name);
  await rm(outDir, { recursive: true, force: true });
  if (Object.keys(workers).length > 0) await buildWorkers(outDir, workers);
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, 'index.html'), '<!doctype html><title>bench</title>');
  for (const [path, from] of Object.entries(served)) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await symlink(resolve(from), join(outDir, path), 'junction');
  }

  const server = await preview({
    configFile: false,
    root: ROOT,
    build: { outDir },
    preview: { open: false, headers: isolationHeaders },
    logLevel: 'error',
  });
  const browser = await chromium.launch({ executablePath: getBrowser(), args: browserArguments() });
  try {
    const [url] = server.resolvedUrls?.local ?? [];
    if (url === undefined) throw new Error('The preview server has no local address.');
    const page = await browser.newPage();
    await page.goto(url);
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Starts a worker and waits until it has set the global `bench`. */
export async function startWorker(page: Page, path: string): Promise<Worker> {
  const started = page.waitForEvent('worker');
  await page.evaluate((at) => {
    new Worker(new URL(at, location.href), { type: 'module' });
  }, path);
  const worker = await started;
  const isReady = () => worker.evaluate<boolean>('typeof bench !== "undefined"');
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries > 200) throw new Error(`The worker ${path} did not start.`);
    await page.waitForTimeout(50);
  }
  return worker;
}

async function buildWorkers(outDir: string, workers: Readonly<Record<string, URL>>): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    base: './',
    logLevel: 'warn',
    // as vite.config.ts has it
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
    build: {
      outDir,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: Object.fromEntries(Object.entries(workers).map(([name, url]) => [name, fileURLToPath(url)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
