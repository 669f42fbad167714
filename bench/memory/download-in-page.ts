import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArguments } from '../../scripts/browser/arguments.ts';
import { getBrowser } from '../../scripts/browser/get.ts';
import { folderFiles } from '../../scripts/hub/hub-files.ts';
import { HubServer } from '../../scripts/hub/hub-server.ts';
import { MemoryWatch } from './process-memory.ts';
import { threadMemory } from './thread-memory.ts';

const ID = 'measured/model';
/** Milliseconds after the chart in which what is under way comes to its end. */
const SETTLE = 3000;

/** What a checkpoint took that was downloaded into the page; bytes and milliseconds. */
export interface Downloaded {
  readonly file: number;
  /** Of the page's process with the bundled model, before. */
  readonly before: number;
  /** Until the first chart. */
  readonly most: number;
  /** Some seconds after it. */
  readonly after: number;
  /** Once garbage was collected. */
  readonly settled: number;
  /** From the press of the button to the first chart of the new model. */
  readonly took: number;
  /** Within that, from the first byte that the server sent to its last. */
  readonly network: number;
}

/**
 * Downloads a checkpoint from a hub on this machine into the page, in a profile of its own on disk, where a
 * person's browser keeps it.
 * @param url of the page
 * @param rate of the network, bytes a second
 */
export async function downloadInPage(url: string, folder: string, rate: number): Promise<Downloaded> {
  const profile = await mkdtemp(join(tmpdir(), 'tailscope-bench-'));
  const files = folderFiles(folder);
  const hub = await HubServer.start({ [ID]: { files } });
  hub.sha256(ID, 'model.safetensors'); // taken beforehand, since a hub has it ready
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: getBrowser(),
    args: browserArguments(),
  });
  const watch = new MemoryWatch();
  try {
    const page = await context.newPage();
    await page.addInitScript((at) => {
      localStorage.setItem('tailscope-hub', at);
    }, hub.url);
    await page.goto(url);
    await chip(page)
      .getByText(/WASM × \d|WebGPU/)
      .waitFor();
    await chip(page).click();
    await page.getByRole('button', { name: 'From the hub or an address…' }).click();
    const chooser = page.getByRole('dialog', { name: 'Models from elsewhere' });
    await chooser.getByRole('textbox', { name: 'Model id or address' }).fill(ID);
    await page.keyboard.press('Enter');
    const button = chooser.getByRole('button', { name: /^Download/ });
    await button.waitFor();

    const before = watch.read().now;
    hub.faults.plan({ at: 'cdn/lfs', drip: rate });
    const began = performance.now();
    await button.click();
    await page.waitForFunction(
      (id) => [...document.querySelectorAll('figure')].some(({ textContent }) => textContent.includes(id)),
      ID,
      { polling: 50, timeout: 300_000 },
    );
    const took = performance.now() - began;
    const { most } = watch.read();
    await page.waitForTimeout(SETTLE);
    const after = watch.read().now;
    await threadMemory(page);
    await page.waitForTimeout(SETTLE);
    const file = files.get('model.safetensors')?.size ?? NaN;
    return { file, before, most, after, settled: watch.read().now, took, network: (1000 * file) / rate };
  } finally {
    watch.stop();
    await context.close();
    await hub.close();
    await rm(profile, { recursive: true, force: true });
  }
}

function chip(page: Page) {
  return page.getByRole('button', { name: /^Model: / });
}
