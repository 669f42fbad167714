import type { Random } from '../core/random.ts';
import { quantile } from './quantile.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Resamples: enough that the ends of a 95 % interval stand to a tenth of its width or better. */
export const REPLICATES = 1000;

/** Blocks of sentences whose pairs are averaged: what a bootstrap over sentences needs to know of one layer. */
export interface BlockPairs {
  /**
   * Sums of the kernel over pairs of sentences, [blocks, blocks]: off the diagonal of every sentence of the one block with every
   * sentence of the other, on it of every two different sentences of the block, both ways round.
   */
  readonly sums: Float64Array;
  /** Sentences of each block. */
  readonly sizes: Float64Array;
}

/**
 * How often each block is drawn when as many as there are are drawn with replacement, [replicates, blocks]: one such list serves
 * every layer and condition, so that their differences are paired.
 */
export function resampleCounts(blocks: number, replicates: number, random: Random): Uint16Array {
  const counts = new Uint16Array(replicates * blocks);
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let draw = 0; draw < blocks; draw++) {
      const cell = replicate * blocks + Math.floor(random() * blocks);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

/**
 * The mean over pairs of different sentences in every resample. A sentence that was drawn twice is never paired with its own copy,
 * since their cosine would say nothing of two different sentences.
 * @param counts of resampleCounts
 * @returns [replicates]; NaN for one that holds no two different sentences
 * @see Efron and Tibshirani 1993 for the bootstrap; docs/measures.md, "Anisotropy"
 */
export function resampledMeans({ sums, sizes }: BlockPairs, counts: Uint16Array): Float64Array {
  const blocks = sizes.length;
  const replicates = blocks === 0 ? 0 : counts.length / blocks;
  const means = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const from = replicate * blocks;
    let [sum, pairs] = [0, 0];
    for (let b = 0; b < blocks; b++) {
      const times = counts[from + b] ?? 0;
      if (times === 0) continue;
      const size = sizes[b] ?? 0;
      sum += times * (sums[b * blocks + b] ?? 0);
      pairs += times * size * (size - 1);
      for (let c = 0; c < b; c++) {
        const both = 2 * times * (counts[from + c] ?? 0);
        sum += both * (sums[b * blocks + c] ?? 0);
        pairs += both * size * (sizes[c] ?? 0);
      }
    }
    means[replicate] = pairs === 0 ? NaN : sum / pairs;
  }
  return means;
}

/** The middle 95 % of what resamples gave; those that gave nothing are passed over. undefined of nothing. */
export function middle95(replicates: Float64Array): Interval | undefined {
  const sorted = replicates.filter(Number.isFinite).sort();
  if (sorted.length === 0) return undefined;
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}
