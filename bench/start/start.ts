/**
 * `npm run bench:start [-- runs]`: builds the page and measures how soon a person sees a chart, cold, on localhost.
 * Target: under 1 s.
 */
import { build } from 'vite';
import { describeMachine } from '../shared/machine.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { withServedPage } from '../shared/served-page.ts';
import { firstChart, type FirstPaint } from './first-chart.ts';

const runs = Number(process.argv[2] ?? 10);
const target = 1000;

console.log(describeMachine());
await build({ logLevel: 'warn' });
await import('../../scripts/size.ts');

const paints = await withServedPage(async ({ browser, url }) => {
  const measured: FirstPaint[] = [];
  // the first run warms the server's file cache, not the browser's
  await firstChart(browser, url);
  for (let run = 0; run < runs; run += 1) measured.push(await firstChart(browser, url));
  return measured;
});

const chart = spreadOf(paints.map((paint) => paint.chart));
console.log(
  `First contentful paint: ${describeSpread(spreadOf(paints.map(({ content }) => content)), 'ms')}`,
);
console.log(`First chart painted:    ${describeSpread(chart, 'ms')}, target under ${target} ms`);
if (!(chart.median < target)) process.exitCode = 1;
