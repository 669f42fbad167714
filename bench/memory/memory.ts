/**
 * `npm run bench:memory`: builds the page and prints what its JavaScript holds once the model runs,
 * beside the size of the model's file. Target: no second copy of the weights.
 */
import { build } from 'vite';
import { describeMachine } from '../shared/machine.ts';
import { withServedPage } from '../shared/served-page.ts';
import { threadMemory } from './thread-memory.ts';

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

console.log(describeMachine());
await build({ logLevel: 'warn' });

await withServedPage(async ({ browser, url }) => {
  const page = await browser.newPage();
  let weights = 0;
  page.context().on('response', (response) => {
    if (response.url().endsWith('model.safetensors')) weights = Number(response.headers()['content-length']);
  });
  await page.goto(url);
  await page
    .getByRole('button', { name: /^Model: .*/ })
    .getByText(/WASM × \d|WebGPU/)
    .waitFor();
  console.log(`Weights:  ${mega(weights)} in the file, held by the runtime's own memory`);
  for (const { thread, heap, buffers } of await threadMemory(page)) {
    const label = thread === 'page' ? 'page' : 'worker';
    console.log(`${label.padEnd(9)} ${mega(heap)} of objects, ${mega(buffers)} of buffers`);
    if (!(buffers < weights / 2)) process.exitCode = 1;
  }
});
