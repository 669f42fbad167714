import * as v from 'valibot';
import { at } from '../../core/at.ts';
import { conditionOf, foldGeometry, type GeometryFold } from '../../engine/index.ts';
import { GroupedCosine } from '../../measures/grouped-cosine.ts';
import { geometryReport, type GeometryOfLayer } from '../../measures/geometry-report.ts';
import {
  packedLength,
  packSymmetric,
  unpackSymmetric,
  withoutDimensions,
} from '../../measures/packed-symmetric.ts';
import { SecondMoments } from '../../measures/second-moments.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { roundedOrNull } from '../report.ts';
import type { Additive, Together } from '../shards/additive.ts';
import { cosineOf, cosineSums } from '../shards/cosine-sums.ts';
import type { Kept, Sums } from '../shards/sums.ts';
import { table } from '../table.ts';
import { isIn } from '../text-windows.ts';
import { treatmentOf } from './text.ts';

/** Pairs of tokens whose cosines are spread out: what the page draws, too. */
const PAIRS = 1000;
/** Dimensions named. */
const TOP = 5;

const Numbers = v.array(v.number());
const Same = v.object({
  items: v.number(),
  left: Numbers,
  right: Numbers,
  weights: Numbers,
  /** Dimensions that are zero after, where that is all that was done. */
  zero: Numbers,
});

/**
 * How the vectors of a text lie (docs/measures.md, "Geometry"). Pairs are drawn from the whole text, so every shard reads all of
 * it, runs its own sentences alone, and hands on the vectors of those tokens of pairs that are in them.
 */
export const geometry: Additive = {
  async collect(context, source) {
    const { specials, seed, shard, base } = context.settings;
    const sentences: string[] = [];
    for await (const sentence of source.read()) sentences.push(sentence);
    const treatment = treatmentOf(context.settings);
    const request = { sentences, specials, seed, columns: [], pairs: PAIRS, points: 0 };
    const isPart = (sentence: number) => isIn(shard, sentence);
    const found = (treated: Treatment) =>
      foldGeometry(context.model, { ...request, treatment: treated }, reporting(context), isPart);
    const { corpus, items, drawn: pairs, ...own } = await found(treatment);
    const other = base && (await found(base));
    const before = other ? (other.after ?? other.before) : own.before;
    const after = other ? (own.after ?? own.before) : own.after;
    const { cut, where, remedy } = treatment;
    // then all but the lengths of the vectors follows from what is before
    const zero = !other && where === 'after' && !remedy ? cut : [];
    const whole = after && zero.length === 0 ? after : undefined;
    const places = new Map(Array.from(items, (token, place) => [token, place]));
    const [left, right, weights] = [pairs.left, pairs.right, pairs.weights].map((all) => [...all]);
    return {
      sums: {
        ...momentSums('before', before),
        ...cosineSums('before', before.cosine),
        ...(whole && momentSums('after', whole)),
        ...(after && cosineSums('after', after.cosine)),
      },
      same: { items: items.length, left, right, weights, zero },
      kept: { ...keptOf('before', before, places), ...(whole && keptOf('after', whole, places)) },
      passed: {
        sentences: corpus.sentences.length,
        tokens: corpus.tokens,
        truncated: corpus.truncated.map(({ sentence }) => sentence),
      },
    };
  },

  conclude(together) {
    const { shape, sums } = together;
    const same = v.parse(Same, together.same);
    const pairs = {
      left: Uint32Array.from(same.left),
      right: Uint32Array.from(same.right),
      weights: Float64Array.from(same.weights),
    };
    const condition = (name: string, of: string, zero: readonly number[]) =>
      conditionOf(foldedOf({ name, of, zero }, together, same.items), pairs, together.seed);
    const before = condition('before', 'before', []);
    const of = 'afterProducts' in sums ? 'after' : 'before';
    const after = 'afterUnit' in sums ? condition('after', of, same.zero) : undefined;
    const layers = geometryReport({ ...shape, before, after, pairs: { sample: pairs } });
    return { fields: { layers: layers.map(written), pairs: pairs.left.length }, text: draw(layers) };
  },
};

/** Of a condition, as arrays that add up. Of the products half is enough: a shard is one text, which has a largest length. */
function momentSums(name: string, { moments }: GeometryFold): Sums {
  const { layers, dims, sums } = moments;
  const { count, sum } = sums;
  const products = ofEachLayer(layers, packedLength(dims), (layer) =>
    packSymmetric(sums.products.subarray(layer * dims ** 2, (layer + 1) * dims ** 2), dims),
  );
  return {
    [`${name}Count`]: count,
    [`${name}Sum`]: sum,
    [`${name}Products`]: products,
  };
}

/** Vectors of the tokens of pairs that came, each [layers, dims], by their place among the items. */
function keptOf(name: string, { ofPairs }: GeometryFold, places: ReadonlyMap<number, number>): Kept {
  const { layers, tokens, dims, data } = ofPairs.filled;
  return Object.fromEntries(
    ofPairs.filledTokens.map((token, row) => {
      const vectors = new Float32Array(layers * dims);
      for (let layer = 0; layer < layers; layer++) {
        const from = (layer * tokens + row) * dims;
        vectors.set(data.subarray(from, from + dims), layer * dims);
      }
      return [`${name}${places.get(token) ?? 0}`, vectors];
    }),
  );
}

/** One after another. */
function ofEachLayer(layers: number, size: number, valuesOf: (layer: number) => Float64Array): Float64Array {
  const all = new Float64Array(layers * size);
  for (let layer = 0; layer < layers; layer++) all.set(valuesOf(layer), layer * size);
  return all;
}

/** A condition, and whose moments and vectors it has, with some dimensions at zero. */
interface Stored {
  readonly name: string;
  readonly of: string;
  readonly zero: readonly number[];
}

function foldedOf({ name, of, zero }: Stored, { sums, kept, shape }: Together, items: number) {
  const { layers, dims } = shape;
  const array = (part: string) => sums[of + part] ?? new Float64Array();
  const left = Float64Array.from({ length: dims }, (_, d) => (zero.includes(d) ? 0 : 1));
  const size = packedLength(dims);
  const packed = array('Products');
  const products = ofEachLayer(layers, dims ** 2, (layer) => {
    const own = packed.subarray(layer * size, (layer + 1) * size);
    return unpackSymmetric(withoutDimensions(own, dims, zero), dims);
  });
  const moments = new SecondMoments(layers, dims, 'all');
  const sum = array('Sum').map((value, i) => value * at(left, i % dims));
  moments.addSums({ count: array('Count'), sum, products });
  const data = new Float32Array(layers * items * dims);
  for (let item = 0; item < items; item++)
    for (let layer = 0; layer < layers; layer++) {
      const vector = kept[`${of}${item}`]?.subarray(layer * dims, (layer + 1) * dims);
      if (vector)
        data.set(
          vector.map((value, d) => value * at(left, d)),
          (layer * items + item) * dims,
        );
    }
  const cosine = cosineOf(name, sums, shape) ?? new GroupedCosine(layers, dims);
  return { cosine, moments, items: { layers, tokens: items, dims, data } };
}

/** Numbers to six digits, and what is none as null. */
function written(layer: GeometryOfLayer): unknown {
  const { contribution, ...figures } = layer;
  const named = (values: Float64Array | undefined) => values && largest(values);
  return {
    ...roundedIn(figures),
    contribution: { before: named(contribution.before) ?? null, after: named(contribution.after) ?? null },
  };
}

function roundedIn(figures: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]: [string, unknown]) => [key, roundedValue(value)]),
  );
}

function roundedValue(value: unknown): unknown {
  if (typeof value === 'number') return roundedOrNull(value);
  if (value instanceof Float64Array) return Array.from(value, roundedOrNull);
  return typeof value === 'object' && value !== null ? roundedIn(value) : (value ?? null);
}

/** Shares of the sum, largest first; the first dimension on ties. */
function largest(contributions: Float64Array) {
  const whole = contributions.reduce((sum, value) => sum + value, 0);
  return Array.from(contributions, (value, dim) => ({ dim, share: roundedOrNull(value / whole) }))
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
    .slice(0, TOP);
}

function draw(layers: readonly GeometryOfLayer[]): string {
  const { columns } = strings.cli;
  const cell = (value: number) => (Number.isFinite(value) ? value.toFixed(3) : '');
  const rows = layers.map(({ anisotropy, isoScore, kurtosis, components }, layer) => [
    String(layer),
    cell(anisotropy.before),
    cell(anisotropy.after),
    Number.isFinite(anisotropy.low) ? `${cell(anisotropy.low)} to ${cell(anisotropy.high)}` : '',
    ...[isoScore.before, isoScore.after, kurtosis.before, kurtosis.after].map(cell),
    ...[components.before[0], components.after[0]].map((share) => cell(share ?? NaN)),
  ]);
  const { layer, anisotropy, after, interval, isoScore, kurtosis, firstComponent } = columns;
  const head = [layer, anisotropy, after, interval, isoScore, after, kurtosis, after, firstComponent, after];
  return `${table(head, rows)}${whyBlank(layers)}`;
}

/** Why there is no anisotropy, or no interval of it; nothing where there are both. */
function whyBlank(layers: readonly GeometryOfLayer[]): string {
  const { blank } = strings.experiments;
  const lacks = (value: keyof GeometryOfLayer['anisotropy']) =>
    layers.some(({ anisotropy }) => !Number.isFinite(anisotropy[value]));
  if (lacks('before')) return `\n\n${blank.anisotropy}`;
  return lacks('low') ? `\n\n${blank.interval}` : '';
}
