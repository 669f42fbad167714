import { columnsOf, cosineSample, type Column } from '../../measures/cosine-sample.ts';
import { cutCosines } from '../../measures/cut-cosines.ts';
import type { Pairs } from '../../measures/pairs.ts';
import type { HeldColumns } from '../../protocol/experiments/held-columns.ts';
import type { ExperimentSettings } from '../../protocol/experiments/treatment.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { itemChunks, type ItemPlan } from './item-chunks.ts';
import type { RunOptions } from './run-options.ts';

/** Cosines of pairs of items. */
export interface PairCosines {
  /** As they are; item 2p and 2p + 1 are those of pair p. */
  readonly before: HeldColumns;
  /** After the treatment, [layers, pairs]. */
  readonly after: Float64Array;
}

/**
 * The cosine of items 2p and 2p + 1 of a plan, for every pair p that is a group of it. Vectors come and go in chunks: only
 * squares, products and columns are kept.
 */
export async function pairCosines(
  model: Pick<Model, 'encoder' | 'runtime'>,
  plan: Omit<ItemPlan, 'groups'>,
  settings: Pick<ExperimentSettings, 'treatment' | 'specials' | 'columns'>,
  options: RunOptions,
): Promise<PairCosines> {
  const { columns } = settings;
  requireDimensions(columns, model.encoder.shape.dims);
  const pairs = plan.items.length / 2;
  const layers = model.encoder.shape.layers + 1;
  const groups = Array.from({ length: pairs }, (_, p) => [2 * p, 2 * p + 1]);
  const squares = new Float64Array(layers * 2 * pairs);
  const dots = new Float64Array(layers * pairs);
  const after = new Float64Array(layers * pairs);
  const kept = new Map<number, Column>();
  for (const dim of new Set(columns)) kept.set(dim, new Float32Array(layers * 2 * pairs));
  for await (const chunk of itemChunks(model, { ...plan, groups }, settings, options)) {
    const own = evenPairs(chunk.groups);
    const sample = cosineSample(chunk.before, own);
    const treated = chunk.after === chunk.before ? sample : cosineSample(chunk.after, own);
    const chunkColumns = columnsOf(chunk.before, kept.keys());
    for (let layer = 0; layer < layers; layer++) {
      const first = layer * pairs + chunk.firstGroup;
      const [from, to] = [layer * chunk.groups, (layer + 1) * chunk.groups];
      dots.set(sample.dots.subarray(from, to), first);
      squares.set(sample.squares.subarray(2 * from, 2 * to), 2 * first);
      after.set(cutCosines(treated, new Map(), [], layer), first);
      for (const [dim, column] of chunkColumns)
        kept.get(dim)?.set(column.subarray(2 * from, 2 * to), 2 * first);
    }
  }
  const sample = { ...evenPairs(pairs), layers, items: 2 * pairs, squares, dots };
  return { before: { sample, columns: kept }, after };
}

function evenPairs(count: number): Pairs {
  return {
    left: Uint32Array.from({ length: count }, (_, p) => 2 * p),
    right: Uint32Array.from({ length: count }, (_, p) => 2 * p + 1),
    weights: new Float64Array(count).fill(1 / count),
  };
}
