import type { ExtremeCounts } from './extreme-counts.ts';
import { KINDS, type ByKind, type Kind } from './by-kind.ts';
import { extremeShares } from './extreme-shares.ts';
import { DEFAULT_TAIL_RULE, type TailRule } from './tail-rule.ts';
import { zByLayer } from './z-of-mean.ts';

export { DEFAULT_TAIL_RULE, type TailRule };

export interface TailStatistics extends ExtremeCounts {
  /** Hidden states: layers of the network + 1. */
  readonly layers: number;
  readonly dims: number;
  /** Mean of each dimension, [layers, dims]. */
  readonly mean: Float32Array | Float64Array;
  /** Mean square of each dimension, [layers, dims]: a mean that is nothing beside it stands out nowhere. */
  readonly square: Float32Array | Float64Array;
}

/** A dimension that stands out at one side in many layers. */
export interface Tail {
  readonly dim: number;
  readonly side: 'min' | 'max';
  /** Whether it is one over all measured vectors, or only over those of a special token. */
  readonly scope: 'all' | 'special';
  /** Layers where it is one, 0 = embeddings. */
  readonly layers: readonly number[];
  /** Share of all measured vectors whose minimum (maximum) it is, [layers]. */
  readonly share: Float64Array;
  /** The same among the vectors of each kind. */
  readonly shareByKind: ByKind<Float64Array>;
  /** z of its mean over all measured vectors, [layers]. */
  readonly z: Float64Array;
  /**
   * Kinds of token whose vectors have it as their extreme at least as often as the rule asks, on
   * average over its layers. Empty when it is a tail by the z of its mean alone.
   */
  readonly carriers: readonly Kind[];
  /** How many times over the threshold it is, on average over layers 1..L. */
  readonly strength: number;
}

/**
 * The tails of a model by a rule (docs/measures.md, "Tails"): dimensions that are one over all
 * measured vectors, strongest first, then those that only special tokens carry.
 */
export function detectTails(statistics: TailStatistics, rule: TailRule = DEFAULT_TAIL_RULE): Tail[] {
  const { dims } = statistics;
  const sides = [sideOf(statistics, 'min'), sideOf(statistics, 'max')];
  const tails: Tail[] = [];
  for (const side of sides) {
    for (let dim = 0; dim < dims; dim++) {
      const tail = tailOverAll(side, dim, rule) ?? tailOfSpecials(side, dim, rule);
      if (tail !== undefined) tails.push(tail);
    }
  }
  return tails.sort(
    (a, b) => Number(a.scope === 'special') - Number(b.scope === 'special') || b.strength - a.strength,
  );
}

/** Everything the rule looks at, on one side. */
interface Side {
  readonly side: 'min' | 'max';
  readonly layers: number;
  readonly dims: number;
  readonly counted: ByKind<number>;
  /** [layers, dims] */
  readonly share: Float64Array;
  readonly shareByKind: ByKind<Float64Array>;
  /** [layers, dims]; positive towards larger values on either side. */
  readonly z: Float64Array;
}

function sideOf(statistics: TailStatistics, side: 'min' | 'max'): Side {
  const { layers, dims, counted, mean, square } = statistics;
  const counts = side === 'min' ? statistics.minima : statistics.maxima;
  return {
    side,
    layers,
    dims,
    counted,
    share: extremeShares(counts, counted),
    shareByKind: [
      extremeShares(counts, counted, 0),
      extremeShares(counts, counted, 1),
      extremeShares(counts, counted, 2),
    ],
    z: zByLayer({ layers, dims }, mean, square),
  };
}

function tailOverAll(side: Side, dim: number, rule: TailRule): Tail | undefined {
  const [words, firsts, lasts] = side.counted;
  if (words + firsts + lasts < rule.vectors) return undefined;
  const share = byLayer(side, side.share, dim);
  const z = byLayer(side, side.z, dim);
  const outwards = side.side === 'min' ? z.map((value) => -value) : z;
  // How far each layer is over its threshold: 1 and more is a tail there.
  const excess = share.map((value, l) => Math.max(value / rule.share, (outwards[l] ?? 0) / rule.z));
  const layers = passing(excess);
  if (!inEnoughLayers(layers, side.layers, rule)) return undefined;
  const shareByKind = byKind(side, dim);
  const carriers = KINDS.filter((_, k) => meanAt(shareByKind[k], layers) >= rule.share);
  return {
    dim,
    side: side.side,
    scope: 'all',
    layers,
    share,
    shareByKind,
    z,
    carriers,
    strength: overNetwork(excess),
  };
}

function tailOfSpecials(side: Side, dim: number, rule: TailRule): Tail | undefined {
  const shareByKind = byKind(side, dim);
  const own = KINDS.flatMap((kind, k) => {
    if (kind === 'word' || (side.counted[k] ?? 0) < rule.specialVectors) return [];
    const excess = (shareByKind[k] ?? new Float64Array()).map((value) => value / rule.specialShare);
    const layers = passing(excess);
    return inEnoughLayers(layers, side.layers, rule) ? [{ kind, layers, strength: overNetwork(excess) }] : [];
  });
  if (own.length === 0) return undefined;
  return {
    dim,
    side: side.side,
    scope: 'special',
    layers: [...new Set(own.flatMap((tail) => tail.layers))].sort((a, b) => a - b),
    share: byLayer(side, side.share, dim),
    shareByKind,
    z: byLayer(side, side.z, dim),
    carriers: own.map((tail) => tail.kind),
    strength: Math.max(...own.map((tail) => tail.strength)),
  };
}

function byLayer({ layers, dims }: Side, values: Float64Array, dim: number): Float64Array {
  return Float64Array.from({ length: layers }, (_, l) => values[l * dims + dim] ?? 0);
}

function byKind(side: Side, dim: number): ByKind<Float64Array> {
  const [words, firsts, lasts] = side.shareByKind;
  return [byLayer(side, words, dim), byLayer(side, firsts, dim), byLayer(side, lasts, dim)];
}

function passing(excess: Float64Array): number[] {
  return [...excess.keys()].filter((l) => (excess[l] ?? 0) >= 1);
}

/** Layer 0 is where the input enters; the rule asks about the network's own layers 1..L. */
function inEnoughLayers(layers: readonly number[], hidden: number, rule: TailRule): boolean {
  const own = layers.filter((l) => l > 0).length;
  return own > 0 && own >= rule.layers * (hidden - 1);
}

function overNetwork(excess: Float64Array): number {
  return meanAt(excess, [...excess.keys()].slice(1));
}

function meanAt(values: Float64Array | undefined, layers: readonly number[]): number {
  let sum = 0;
  for (const l of layers) sum += values?.[l] ?? 0;
  return layers.length === 0 ? 0 : sum / layers.length;
}
