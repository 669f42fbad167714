import { controlDraws, DRAWS } from '../measures/control-draws.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import type { Findings } from './context.ts';
import { rounded } from './report.ts';
import { table } from './table.ts';

/** A figure after the cut, by its path within the layer ("after", "after.macro"), over all draws. */
interface Range {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The control for a cut: the experiment again, with as many random other dimensions cut, and of each of a layer's figures after
 * it the mean and the range. One dimension is drawn where nothing is cut.
 * @param fields what the experiment found with the cut itself
 * @param run the experiment with other dimensions cut
 */
export async function runControl(
  fields: Findings['fields'],
  dims: number,
  { cut, seed }: Arguments,
  run: (cut: readonly number[]) => Promise<Findings>,
): Promise<Pick<Findings, 'fields' | 'text'>> {
  const draws = controlDraws(dims, cut, seed);
  const found: Map<string, number>[][] = [];
  for (const drawn of draws) found.push(figuresAfter((await run(drawn)).fields));
  const layers = figuresAfter(fields).map((figures, layer) =>
    Object.fromEntries(
      [...figures.keys()].map((path) => [path, rangeOf(found.map((each) => each[layer]?.get(path) ?? NaN))]),
    ),
  );
  return { fields: { draws, layers }, text: draw(layers, draws[0]?.length ?? 0) };
}

/** The numbers of each layer that are after the cut, by path. */
function figuresAfter({ layers }: Findings['fields']): Map<string, number>[] {
  if (!Array.isArray(layers)) return [];
  return layers.map((layer: unknown) => {
    const figures = new Map<string, number>();
    const visit = (value: unknown, path: string): void => {
      if (typeof value === 'number') figures.set(path, value);
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
    };
    visit(layer, '');
    for (const path of figures.keys()) if (!/after/i.test(path)) figures.delete(path);
    return figures;
  });
}

function rangeOf(values: readonly number[]): Range {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean: rounded(mean), low: Math.min(...values), high: Math.max(...values) };
}

function draw(layers: readonly Readonly<Record<string, Range>>[], dims: number): string {
  const { columns, control } = strings.cli;
  const rows = layers.flatMap((figures, layer) =>
    Object.entries(figures).map(([path, { mean, low, high }]) => [
      String(layer),
      path,
      ...[mean, low, high].map((value) => value.toFixed(4)),
    ]),
  );
  const head = [columns.layer, control.figure, control.mean, control.lowest, control.highest];
  return `${control.title({ draws: DRAWS, dims })}\n${table(head, rows)}`;
}
