import { decimal, percent } from '../../charts/scale/format.ts';
import type { Closest } from '../../measures/closest-to-tail.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import { DEFAULT_TAIL_RULE } from '../../measures/tail-rule.ts';
import { strings } from '../../strings/index.ts';
import type { Farthest } from './farthest.ts';
import { layerRuns } from './words.ts';

const words = strings.titles;
/** Names listed in a title; more are counted. */
const MOST_NAMED = 3;
/** A mean this far from the others', in standard deviations, is seen to lie apart. */
const APART = 3;

/** What titles are about: tails of the text in view, or what comes closest to one. */
export interface Findings {
  /** A dimension once, strongest first. */
  readonly tails: readonly Tail[];
  readonly closest: Closest | undefined;
  /** Vectors measured. */
  readonly vectors: number;
}

/** "223", "223 and 1", "223, 1 and 7"; more are counted: "25 dimensions". */
export function dimNames(dims: readonly number[]): string {
  if (dims.length > MOST_NAMED) return words.dimensions(dims.length);
  const last = String(dims.at(-1) ?? '');
  return dims.length < 2 ? last : words.and(dims.slice(0, -1).join(', '), last);
}

/** "[CLS]", "[SEP]", "[CLS] and [SEP]": the special tokens that carry some tails. */
export function specialNames(tails: readonly Tail[]): string {
  const kinds = (['first', 'last'] as const).filter((kind) =>
    tails.some((tail) => tail.carriers.includes(kind)),
  );
  const names = kinds.map((kind) => words.special[kind]);
  return names.length === 2 ? words.and(names[0] ?? '', names[1] ?? '') : names.join('');
}

/** Counts the tails over all tokens, and names apart those that only special tokens carry. */
export function spikeTitle(findings: Findings, layer: number): string {
  const { tails } = findings;
  const where = strings.explore.inLayer(layer);
  const here = tails.filter((tail) => tail.layers.includes(layer));
  const all = here.filter((tail) => tail.scope === 'all');
  const special = here.filter((tail) => tail.scope === 'special');
  const few = special.length <= MOST_NAMED;
  const dims = special.map((tail) => tail.dim);
  if (all.length > 0) {
    const found = words.spike.stand(all.length, words.numbers[all.length] ?? String(all.length), where);
    if (special.length === 0) return found;
    const at = specialNames(special);
    return words.spike.with(
      found,
      few ? words.spike.specialAt(dimNames(dims), at) : words.spike.specialMany(dims.length, at),
    );
  }
  if (special.length > 0)
    return words.spike.onlySpecial(where, words.spike.specialAt(dimNames(dims), specialNames(special)));
  const [tail] = tails;
  if (tail) return words.spike.elsewhere(where, tail.dim, layersOf(tail));
  return noTailTitle(findings, layer);
}

/** What is true where no dimension passes the rule. */
export function noTailTitle({ vectors, closest }: Findings, layer: number): string {
  if (vectors < DEFAULT_TAIL_RULE.vectors || !closest) return words.tooFew(DEFAULT_TAIL_RULE.vectors);
  const { dim, side, share, z } = closest;
  const found = words.found(words.bound[side], percent(share[layer] ?? 0), decimal(z[layer] ?? 0, 1));
  return words.closest(dim, found);
}

export function multiplesTitle({ tails, closest, vectors }: Findings): string {
  const [tail] = tails;
  if (tail) return tailTitle(tail, words.multiples.tail);
  if (vectors < DEFAULT_TAIL_RULE.vectors || !closest) return words.tooFew(DEFAULT_TAIL_RULE.vectors);
  return words.multiples.closest(closest.dim);
}

/** @param farthest the dimension, layer and z of the mean farthest from its layer's others */
export function heatTitle({ tails }: Findings, { dim, layer, z }: Farthest): string {
  const [tail] = tails;
  if (tail) return tailTitle(tail, words.heat.tail);
  return words.heat.farthest(dim, strings.explore.atLayer(layer), decimal(z, 1));
}

/** What is true of vectors that the tails were not found in. @param farthest as in `heatTitle` */
export function treatedTitle({ dim, layer, z }: Farthest): string {
  if (z === 0) return strings.comparison.drawn.meanless;
  return words.heat.farthest(dim, strings.explore.atLayer(layer), decimal(z, 1));
}

/** The same of one dimension. @param z of its mean in the layer; undefined where it is cut */
export function treatedDimTitle(dim: number, layer: number, z: number | undefined): string {
  const where = strings.explore.inLayer(layer);
  if (z === undefined) return strings.comparison.drawn.zero(dim, where);
  return Math.abs(z) >= APART
    ? strings.comparison.drawn.apart(dim, where, decimal(z, 1))
    : words.histogram.together(dim, where);
}

function layersOf({ layers, share }: Tail): string {
  return layers.length === share.length ? words.everyLayer : words.layers(layerRuns(layers));
}

function tailTitle(tail: Tail, overAll: (dim: number, layers: string) => string): string {
  const layers = layersOf(tail);
  if (tail.scope === 'all') return overAll(tail.dim, layers);
  return words.multiples.special(tail.dim, words.extreme[tail.side], specialNames([tail]), layers);
}

/** @param z of the dimension's mean in the layer */
export function histogramTitle({ tails, vectors }: Findings, dim: number, layer: number, z: number): string {
  const where = strings.explore.inLayer(layer);
  if (vectors < DEFAULT_TAIL_RULE.vectors) return words.histogram.few(dim, vectors, where);
  const tail = tails.find((one) => one.dim === dim && one.layers.includes(layer));
  if (tail?.scope === 'all') return words.histogram.apart(dim, where);
  if (tail) return words.histogram.special(dim, specialNames([tail]), where);
  return Math.abs(z) >= APART
    ? words.histogram.noTail(dim, where, decimal(z, 1))
    : words.histogram.together(dim, where);
}

/** The dimension that is the extreme of most vectors, or all that are it equally often. */
export function sharesTitle(
  counts: ArrayLike<number>,
  vectors: number,
  side: 'min' | 'max',
  layer: number,
): string {
  const all = Array.from(counts);
  const most = all.reduce((a, b) => Math.max(a, b), 0);
  const dims = [...all.keys()].filter((dim) => all[dim] === most);
  const where = strings.explore.inLayer(layer);
  const share = percent(vectors === 0 ? 0 : most / vectors);
  return dims.length === 1
    ? words.shares.one(dims[0] ?? 0, words.extreme[side], share, where)
    : words.shares.tied(dimNames(dims), words.extreme[side], share, where);
}
