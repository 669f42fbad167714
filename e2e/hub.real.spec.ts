import { expect, test } from '@playwright/test';
import { folderFiles } from '../scripts/hub/hub-files.ts';
import { HubServer } from '../scripts/hub/hub-server.ts';
import { realCheckpoint } from '../scripts/real-input.ts';
import { chart, cutBar, modelChip, openPage } from './page.ts';

const ID = 'sentence-transformers/all-MiniLM-L6-v2';

test('all-MiniLM-L6-v2 from a hub, with a cut connection in the middle: peeked into, downloaded, and 223 a tail', async ({
  page,
}) => {
  const hub = await HubServer.start({ [ID]: { files: folderFiles(realCheckpoint()) } });
  await page.addInitScript((url) => {
    localStorage.setItem('tailscope-hub', url);
  }, hub.url);
  await openPage(page);
  await modelChip(page).click();
  await page.getByRole('button', { name: 'From the hub or an address…' }).click();
  const chooser = page.getByRole('dialog', { name: 'Models from elsewhere' });
  await chooser.getByRole('button', { name: ID }).click();
  await chooser.getByRole('button', { name: 'Peek first' }).click();
  await expect(chart(page, /^223.* are out of line in 5 or more of 13 LayerNorms’ shifts$/)).toBeVisible();
  await expect(chart(page, /in the position embeddings$/)).toContainText('read 892 kB of 91 MB (1 %)');

  hub.asked.length = 0;
  hub.faults.plan({ at: 'cdn/lfs', cutAfter: 40e6 });
  await chooser.getByRole('button', { name: 'Download 91 MB' }).click();
  await expect(modelChip(page)).toContainText('6 × 384', { timeout: 120_000 });
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/, { timeout: 120_000 });
  expect(hub.askedOf('model.safetensors').filter(({ url }) => url.startsWith('cdn'))).toHaveLength(2);
  await page.keyboard.press('Escape');
  await expect(cutBar(page).getByRole('switch', { name: /\b223\b/ })).toBeVisible();
  await hub.close();
});
