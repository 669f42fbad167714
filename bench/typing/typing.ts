/**
 * `npm run bench:typing`: from a key pressed in the text to the first frame in which charts show it,
 * for a text of 16 tokens on the bundled model, each key waiting for the one before it. Then bursts: keys faster
 * than the model answers, of which none may be lost, and whose last chart must be of the last text.
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
const BURSTS = 10;
/** Milliseconds between the keys of a burst: some 200 a second, as no one types. */
const BURST_PAUSE = 5;
const BURST = 'The small dog ran home. A boat came in at night under the moon ';

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

  const settled: number[] = [];
  for (let burst = 0; burst < BURSTS; burst++) settled.push(await oneBurst(page, burst));
  console.log(
    `bursts of ${BURST.length} keys, ${BURST_PAUSE} ms apart: none dropped, none stale; last key to its charts  ${describeSpread(spreadOf(settled), 'ms', 1)}`,
  );
});

/**
 * Types a line faster than the model answers. The last word is its own in each burst, so that only charts of
 * the whole text can hold it.
 * @returns milliseconds from the last key to the charts of the whole text
 * @throws when a key is lost, or the charts stay at an older text
 */
async function oneBurst(page: Page, burst: number): Promise<number> {
  const field = page.getByRole('textbox', { name: 'Sentences, one a line' });
  const text = `${BURST}${'abcdefghij'.charAt(burst % 10)}`;
  await field.fill('');
  await field.pressSequentially(text, { delay: BURST_PAUSE });
  const began = performance.now();
  const typed = await field.inputValue();
  if (typed !== text) throw new Error(`Keys were dropped: “${typed}” of “${text}”.`);
  const wanted = text.replaceAll(/[ .]/g, '').toLowerCase();
  while ((await shownWords(page)) !== wanted)
    if (performance.now() - began > 5000) throw new Error('The charts did not come to the last text.');
  const took = performance.now() - began;
  // nothing older may come after it
  await page.waitForTimeout(300);
  if ((await shownWords(page)) !== wanted) throw new Error('Charts of an older text came last.');
  return took;
}

/** The words of the tokens that the charts are of, one after another. */
async function shownWords(page: Page): Promise<string> {
  const tokens = page.getByRole('listbox', { name: 'Tokens as the model reads them' }).getByRole('option');
  const texts = await tokens.allTextContents();
  return texts
    .map((text) => text.replace(/^##/, ''))
    .filter((text) => /^[a-z]+$/i.test(text))
    .join('')
    .toLowerCase();
}

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
