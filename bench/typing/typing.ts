/**
 * `npm run bench:typing`: from a key pressed in the text to the first frame in which charts show it,
 * for a text of 16 tokens on the bundled model. Each key waits for the one before it.
 */
import type { Page } from '@playwright/test';
import { describeMachine } from '../shared/machine.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { withServedPage } from '../shared/served-page.ts';

const KEYS = 100;
const MOST = 60;
/** With the specials 16 tokens, whatever letter the last word ends in. */
const TEXT = 'The small dog ran home.\nA boat came in at dawn ';

console.log(describeMachine());
await withServedPage(async ({ url, browser }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByText(/WASM × \d|WebGPU/).waitFor();
  const field = page.getByRole('textbox', { name: 'Sentences, one a line' });
  await field.fill(TEXT);
  await page.getByText(/^2 sentences · /).waitFor();
  await field.focus();
  await page.keyboard.press('ControlOrMeta+End');
  console.log(await page.getByText(/^2 sentences · /).textContent());

  const took: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    // a letter, then it is taken back: the text stays of one length
    took.push(await oneKey(page, key % 2 === 0 ? 'xyzqv'.charAt((key / 2) % 5) : 'Backspace'));
  }
  const spread = spreadOf(took);
  console.log(`key to charts  ${describeSpread(spread, 'ms', 1)}`);
  if (spread.median > MOST) {
    console.error(`Over the budget of ${MOST} ms (median).`);
    process.exitCode = 1;
  }
});

/** Milliseconds from the key's own time stamp to the frame after the charts changed. */
async function oneKey(page: Page, key: string): Promise<number> {
  const changed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const charts = document.querySelector('section[aria-label="Charts"]');
        let pressed = NaN;
        addEventListener(
          'keydown',
          (event) => {
            pressed = event.timeStamp;
          },
          { once: true, capture: true },
        );
        const observer = new MutationObserver((changes) => {
          // the charts' lines, not a note that they are older than the text
          if (!changes.some(({ attributeName }) => attributeName === 'd')) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            resolve(performance.now() - pressed);
          });
        });
        if (charts) observer.observe(charts, { subtree: true, attributes: true });
      }),
  );
  await page.keyboard.press(key);
  const took = await changed;
  await page.waitForTimeout(30);
  return took;
}
