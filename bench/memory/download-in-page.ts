import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folderFiles } from '../../scripts/hub/hub-files.ts';
import { HubServer } from '../../scripts/hub/hub-server.ts';
import { BareBrowser } from './bare-browser.ts';
import { MemoryWatch } from './process-memory.ts';

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
  const watch = new MemoryWatch();
  const atHub = `localStorage.setItem('tailscope-hub', ${JSON.stringify(hub.url)})`;
  const browser = await BareBrowser.open(url, profile, atHub);
  try {
    await browser.until(isThere('button[aria-label^="Model: "]', 'WASM × \\d|WebGPU'));
    await browser.press('^Model: ');
    await browser.press('^From the hub or an address…$');
    await browser.type('[role=dialog] form input, dialog form input', ID);
    await browser.until(isThere('button', '^Download'));

    const before = watch.read().now;
    hub.faults.plan({ at: 'cdn/lfs', drip: rate });
    const began = performance.now();
    await browser.press('^Download');
    await browser.until(isThere('figure', ID));
    const took = performance.now() - began;
    const { most } = watch.read();
    await setTimeout(SETTLE);
    const after = watch.read().now;
    await browser.collectGarbage();
    await setTimeout(SETTLE);
    const file = files.get('model.safetensors')?.size ?? NaN;
    return { file, before, most, after, settled: watch.read().now, took, network: (1000 * file) / rate };
  } finally {
    watch.stop();
    await browser.close();
    await hub.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** An expression of the page: whether an element is there whose text matches. */
function isThere(selector: string, text: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].some(({ textContent }) => new RegExp(${JSON.stringify(text)}).test(textContent))`;
}
