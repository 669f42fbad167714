import { inWords } from '../strings/en/list.ts';

/** A figure with a true minus sign, and a dash for none. */
export function figure(value: number | undefined, digits: number): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  // what rounds to nothing has no sign
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** "96.6 %" */
export function percent(share: number | undefined, digits = 1): string {
  return share === undefined || !Number.isFinite(share) ? '–' : `${figure(100 * share, digits)} %`;
}

/** "0 to 3", "1, 2 and 5": runs of three and more are drawn together. */
export function layerList(layers: readonly number[]): string {
  const runs: number[][] = [];
  for (const layer of layers) {
    const last = runs.at(-1);
    if (last?.at(-1) === layer - 1) last.push(layer);
    else runs.push([layer]);
  }
  const parts = runs.flatMap((run) =>
    run.length > 2 ? [`${run[0] ?? ''} to ${run.at(-1) ?? ''}`] : run.map(String),
  );
  return inWords(parts);
}

/** The mean of figures by layer over the network's own, 1..L. */
export function meanOfLayers(values: readonly number[]): number {
  const own = values.slice(1);
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}
