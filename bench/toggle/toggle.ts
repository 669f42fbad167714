/**
 * `npm run bench:toggle`: a tail is switched 100 times with a text of 10,000 sentences measured and
 * every chart of Explore on screen. Script time is Chromium's own count (CDP, ScriptDuration) between
 * the switch and the second frame after it; style, layout and painting are reported beside it.
 */
import { build } from 'vite';
import type { Page } from '@playwright/test';
import { describeMachine } from '../shared/machine.ts';
import { madeUpSentences } from '../shared/made-up-sentences.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { withServedPage } from '../shared/served-page.ts';
import type { Arithmetic, Shape } from './arithmetic.ts';

const SENTENCES = 10_000;
const TOGGLES = 100;
const WARM_UP = 10;
const MOST_SCRIPT = 8;
const LEAST_RATIO = 50;
const PAIRS = 1000;
/** Of mean cosines summed in another order. */
const MOST_DIFFERENCE = 1e-9;

console.log(describeMachine());
await withServedPage(async ({ url, browser }) => {
  // tall enough that no chart is off screen
  const page = await browser.newPage({ viewport: { width: 1440, height: 1800 } });
  await page.goto(url);
  await page.getByText(/WASM × \d|WebGPU/).waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'sentences.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(madeUpSentences(SENTENCES).join('\n')),
    });
  await page.getByText(/^10,000 sentences · /).waitFor({ timeout: 540_000 });
  console.log(await page.getByText(/^10,000 sentences · /).textContent());

  const { script, layout, task } = await toggles(page);
  console.log(`script  ${describeSpread(spreadOf(script), 'ms', 2)}`);
  console.log(`style and layout  ${describeSpread(spreadOf(layout), 'ms', 2)}`);
  console.log(`all tasks of the main thread  ${describeSpread(spreadOf(task), 'ms', 2)}`);

  const shape = { ...(await loadedShape(page)), pairs: PAIRS };
  const { downdate, zeroed, skipped, difference } = await arithmetic(page, shape);
  console.log(
    `one cut of ${shape.pairs} pairs, ${shape.layers} layers of ${shape.dims} dimensions: downdate ${downdate.toFixed(3)} ms`,
  );
  const than = (took: number): string => `${took.toFixed(2)} ms, ${(took / downdate).toFixed(0)} times that`;
  console.log(`  from vectors zeroed in a copy (the definition): ${than(zeroed)}`);
  console.log(`  from vectors in place, the dimension passed over (the leanest): ${than(skipped)}`);
  console.log(`  largest difference of the mean cosines: ${difference.toExponential(0)}`);
  const { p95 } = spreadOf(script);
  if (p95 > MOST_SCRIPT) fail(`Over the budget of ${MOST_SCRIPT} ms of script (p95).`);
  if (!(zeroed / downdate >= LEAST_RATIO)) fail(`Under ${LEAST_RATIO} times faster than the definition.`);
  if (!(difference <= MOST_DIFFERENCE)) fail(`The ways differ by more than ${MOST_DIFFERENCE}.`);
});

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

/** Hidden states a token of the model on the page, and their dimensions, as its button says them. */
async function loadedShape(page: Page): Promise<Omit<Shape, 'pairs'>> {
  const chip = await page.getByRole('button', { name: /^Model: / }).textContent();
  const [, layers, dims] = /(\d+) × (\d+)/.exec(chip ?? '') ?? [];
  if (layers === undefined) throw new Error(`The model's button names no shape: ${chip ?? 'nothing'}`);
  return { layers: Number(layers) + 1, dims: Number(dims) };
}

async function toggles(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
    return {
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      task: of('TaskDuration'),
    };
  };
  const tail = await page.getByRole('group', { name: 'Tails' }).getByRole('switch').first().elementHandle();
  const script: number[] = [];
  const layout: number[] = [];
  const task: number[] = [];
  for (let i = 0; i < WARM_UP + TOGGLES; i++) {
    const before = await read();
    await page.evaluate(
      (button) =>
        new Promise<void>((resolve) => {
          if (button instanceof HTMLElement) button.click();
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve();
            });
          });
        }),
      tail,
    );
    const after = await read();
    if (i < WARM_UP) continue;
    script.push(after.script - before.script);
    layout.push(after.layout - before.layout);
    task.push(after.task - before.task);
  }
  return { script, layout, task };
}

/** Runs the two ways of cutting in the same browser. */
async function arithmetic(page: Page, shape: Shape): Promise<Arithmetic> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: new URL('arithmetic.ts', import.meta.url).pathname, name: 'bench', formats: ['iife'] },
    },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error('The arithmetic was not built.');
  return page.evaluate<Arithmetic>(
    `(() => { ${code}; return bench.timeArithmetic(${JSON.stringify(shape)}, 30); })()`,
  );
}
