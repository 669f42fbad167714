import type { TailRule } from './tail-rule.ts';

/** What a training run says of one layer: the leaders alone, not every dimension. */
export interface LayerLeaders {
  /** The dimension that is the smallest (largest) element of the most vectors, and of how large a share. */
  readonly argmin?: { readonly dim: number; readonly share: number } | undefined;
  readonly argmax?: { readonly dim: number; readonly share: number } | undefined;
  /** The dimension whose mean lies farthest from the others, in standard deviations. */
  readonly z?: { readonly dim: number; readonly z: number } | undefined;
}

/** Layers 0..L of one report; undefined where a report says nothing. */
export type LeadersByLayer = readonly (LayerLeaders | undefined)[];

export interface TailSideOf {
  readonly dim: number;
  readonly side: 'min' | 'max';
}

/** A dimension that ends as a tail of the model, and since when it has been one. */
export interface TailBirth extends TailSideOf {
  /** The report from which on it is a tail of the model in every report. */
  readonly at: number;
  /** The same of each layer in which it ends as a tail; undefined for the others. */
  readonly layers: readonly (number | undefined)[];
}

type Rule = Pick<TailRule, 'share' | 'z' | 'layers'>;

/**
 * The tails of the last report by the rule (docs/measures.md), the oldest first. Reports name only the
 * leader of each kind, so that a second tail behind a stronger one is not seen.
 * @param reports in the order of training
 */
export function tailBirths(reports: readonly LeadersByLayer[], rule: Rule): readonly TailBirth[] {
  const last = reports.at(-1);
  if (!last) return [];
  const candidates = new Map<string, TailSideOf>();
  for (const leaders of last)
    for (const tail of tailsOfLayer(leaders, rule)) candidates.set(`${tail.side} ${tail.dim}`, tail);
  const born = (isTail: (report: LeadersByLayer) => boolean): number =>
    1 + reports.findLastIndex((report) => !isTail(report));
  return [...candidates.values()]
    .filter((tail) => isTailOfModel(last, tail, rule))
    .map((tail) => ({
      ...tail,
      at: born((report) => isTailOfModel(report, tail, rule)),
      layers: last.map((leaders, layer) =>
        isTailAt(leaders, tail, rule) ? born((report) => isTailAt(report[layer], tail, rule)) : undefined,
      ),
    }))
    .sort((a, b) => a.at - b.at || layersIn(b) - layersIn(a) || a.dim - b.dim);
}

/** The dimension that comes closest to a tail, in which layer of the network, and by which of the two figures. */
export interface ClosestLeader extends TailSideOf {
  readonly layer: number;
  readonly share: number | undefined;
  readonly z: number | undefined;
}

/** What comes closest in a report: how large a part of its threshold a leader reaches, the largest first. */
export function closestLeader(report: LeadersByLayer, rule: Rule): ClosestLeader | undefined {
  let best: ClosestLeader | undefined;
  let most = -Infinity;
  report.forEach((leaders, layer) => {
    if (layer === 0) return;
    for (const { dim, side, share, z } of leadersOf(leaders)) {
      const part = share === undefined ? Math.abs(z ?? 0) / rule.z : share / rule.share;
      if (part > most) [best, most] = [{ dim, side, layer, share, z }, part];
    }
  });
  return best;
}

interface Leader extends TailSideOf {
  readonly share: number | undefined;
  readonly z: number | undefined;
}

function leadersOf(leaders: LayerLeaders | undefined): readonly Leader[] {
  const { argmin, argmax, z } = leaders ?? {};
  return [
    ...(argmin ? [{ dim: argmin.dim, side: 'min', share: argmin.share, z: undefined } as const] : []),
    ...(argmax ? [{ dim: argmax.dim, side: 'max', share: argmax.share, z: undefined } as const] : []),
    ...(z ? [{ dim: z.dim, side: z.z < 0 ? 'min' : 'max', share: undefined, z: z.z } as const] : []),
  ];
}

/** The tails of one layer by the rule. */
export function tailsOfLayer(leaders: LayerLeaders | undefined, rule: Rule): readonly TailSideOf[] {
  return leadersOf(leaders)
    .filter(({ share, z }) => (share ?? 0) >= rule.share || Math.abs(z ?? 0) >= rule.z)
    .map(({ dim, side }) => ({ dim, side }));
}

function isTailAt(leaders: LayerLeaders | undefined, tail: TailSideOf, rule: Rule): boolean {
  return tailsOfLayer(leaders, rule).some(({ dim, side }) => dim === tail.dim && side === tail.side);
}

/** Layer 0 is where the input enters: the rule asks about the network's own layers 1..L. */
function isTailOfModel(report: LeadersByLayer, tail: TailSideOf, rule: Rule): boolean {
  const own = report.slice(1);
  const passing = own.filter((leaders) => isTailAt(leaders, tail, rule)).length;
  return passing > 0 && passing >= rule.layers * own.length;
}

function layersIn({ layers }: TailBirth): number {
  return layers.filter((at) => at !== undefined).length;
}
