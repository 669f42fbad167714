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
const NAME = 'key to charts';
/** With the specials 16 tokens, whatever letter the last word ends in. */
const TEXT = 'The small dog ran home.\nA boat came in at ';

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

  await recordKeys(page);
  const took: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    // a letter, then it is taken back: the text stays of one length
    took.push(await oneKey(page, key % 2 === 0 ? 'xyzqv'.charAt((key / 2) % 5) : 'Backspace', key));
  }
  const spread = spreadOf(took);
  console.log(`key to charts  ${describeSpread(spread, 'ms', 1)}`);
  if (spread.median > MOST) {
    console.error(`Over the budget of ${MOST} ms (median).`);
    process.exitCode = 1;
  }
});

/** From now on every key that changes the charts leaves a measure named NAME, up to the frame after the change. */
async function recordKeys(page: Page): Promise<void> {
  await page.evaluate((name) => {
    let pressed: number | undefined;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
    const observer = new MutationObserver((changes) => {
      // the charts' lines, not a note that they are older than the text
      if (pressed === undefined || !changes.some(({ attributeName }) => attributeName === 'd')) return;
      const start = pressed;
      pressed = undefined;
      requestAnimationFrame(() => performance.measure(name, { start, end: performance.now() }));
    });
    const charts = document.querySelector('section[aria-label="Charts"]');
    if (charts) observer.observe(charts, { subtree: true, attributes: true });
  }, NAME);
}

/** Presses a key and waits for the charts to follow; milliseconds between. */
async function oneKey(page: Page, key: string, before: number): Promise<number> {
  await page.keyboard.press(key);
  const entry = await page.waitForFunction(([name, count]) => performance.getEntriesByName(name)[count], [
    NAME,
    before,
  ] as const);
  const took = await entry.evaluate((measure) =>
    measure instanceof PerformanceEntry ? measure.duration : NaN,
  );
  await page.waitForTimeout(30);
  return took;
}
