import type { Difference } from '../../protocol/difference.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';

const words = strings.beside.difference;

/** A difference with as many digits as say something, and without an exponent: "0.31", "0.0000012". */
export function differenceNumber(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 1 - Math.floor(Math.log10(value)));
  return value.toFixed(Math.min(digits, 12));
}

/** A cosine near 1, with enough digits that only 1 itself is written as 1. */
export function nearOne(cosine: number): string {
  const text = cosine.toFixed(6);
  return cosine < 1 && text === '1.000000' ? '>0.999999' : text;
}

export function layerName(layer: number): string {
  return layer === 0 ? words.embeddings : words.layer(layer);
}

/** What two models are called: by their weights, too, where the one is a rounded file of the other and has its name. */
export function namesApart(one: LoadedModel, other: LoadedModel): readonly [string, string] {
  const same = one.name === other.name;
  const named = ({ name, weights }: LoadedModel): string => (same ? `${name} (${weights.name})` : name);
  return [named(one), named(other)];
}

/** The finding: how far at most, and where; of a rounded model and its full one, that rounding did it. */
export function differenceTitle({ layers }: Difference, one: LoadedModel, other: LoadedModel): string {
  const largest = Math.max(...layers.map((layer) => layer.largest));
  if (largest === 0) return words.none;
  const where = layerName(layers.findIndex((layer) => layer.largest === largest));
  const [rounded, exact] = one.weights.approximate ? [one, other] : [other, one];
  return rounded.weights.approximate && !exact.weights.approximate
    ? words.rounded(namesApart(rounded, exact)[0], differenceNumber(largest), where)
    : words.apart(differenceNumber(largest), where);
}
