import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderFiles } from '../../../scripts/hub/hub-files.ts';
import { HubServer } from '../../../scripts/hub/hub-server.ts';
import { realCheckpoint } from '../../../scripts/real-input.ts';
import { readArguments } from '../arguments.ts';
import { runExperiment } from '../run-experiment.ts';

const ID = 'sentence-transformers/all-MiniLM-L6-v2';
const TEXT = ['The bank raised its rates.', 'They sat on the bank of the river.'].join('\n');

let hub: HubServer;
let folder: string;
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
  hub = await HubServer.start({ [ID]: { files: folderFiles(realCheckpoint()) } });
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

async function states(name: string, ...model: readonly string[]): Promise<Buffer> {
  const out = join(folder, `${name}.npy`);
  const settings = readArguments(['states', '--text', TEXT, '--out', out, '--threads', '1', ...model]);
  if (settings === 'help') throw new Error('this asks for help');
  await runExperiment(settings, { write: (text) => (said += text) });
  return readFileSync(out);
}

it('all-MiniLM-L6-v2 from a hub, with a cut connection in the middle, gives the hidden states of its folder', async () => {
  hub.faults.plan({ at: 'cdn/lfs', cutAfter: 40e6 });
  const cache = join(folder, 'cache');
  const fetched = await states('fetched', '--model', ID, '--hub', hub.url, '--cache', cache);
  const weights = hub.askedOf('model.safetensors').filter(({ url }) => url.startsWith('cdn'));
  expect(weights.map(({ range }) => range)).toEqual([
    undefined,
    expect.stringMatching(/^bytes=[1-9]\d{6,}-$/),
  ]);
  expect(said).toContain('The connection broke off');
  expect(fetched.equals(await states('here', '--model', realCheckpoint()))).toBe(true);
});
