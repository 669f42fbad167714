import { count, decimal, percent } from '../../charts/scale/format.ts';
import type { ClosestLeader, TailBirth } from '../../measures/tail-birth.ts';
import { strings } from '../../strings/index.ts';
import { layerRuns } from '../explore/words.ts';
import { inWords } from './amounts.ts';
import { firstTail, reportAt, type ModelRecord } from './record.ts';

const words = strings.models;

/** The finding over all models: which tail each grew, and when. */
export function birthTitle(records: readonly ModelRecord[]): string {
  const told = records.filter(({ card }) => card.curve.length > 0);
  if (told.length === 0) return words.birth.noReports;
  return told.map((record) => birthOf(record, told.length > 1 ? record.name : '')).join('; ');
}

function birthOf(record: ModelRecord, name: string): string {
  const first = firstTail(record);
  const { birth } = words;
  if (!first) return birth.never(name, inWords(record.card.curve.at(-1)?.tokens ?? 0));
  const more = record.births.length > 1 ? birth.more(record.births.length - 1) : '';
  const since = tokensAt(record, first);
  return (
    (since === 0 ? birth.always(first.dim, name) : birth.becomes(first.dim, name, inWords(since))) + more
  );
}

/** Tokens read when a tail was born. */
export function tokensAt(record: ModelRecord, { at }: TailBirth): number {
  return reportAt(record, at)?.tokens ?? 0;
}

/** Since when a tail is one, and in which layers. */
export function tailSince(record: ModelRecord, tail: TailBirth): string {
  const layers = tailLayers(tail);
  const since = tokensAt(record, tail);
  return since === 0 ? words.tailAlways(layers) : words.tailSince(inWords(since), layers);
}

function tailLayers({ layers }: TailBirth): string {
  const own = layers.flatMap((at, layer) => (at === undefined ? [] : [layer]));
  const { everyLayer, layers: named } = strings.titles;
  return own.length === layers.length ? everyLayer : named(layerRuns(own));
}

/** What comes closest to a tail, in words. */
export function closestText({ dim, side, layer, share, z }: ClosestLeader): string {
  const found =
    share === undefined
      ? words.closestZ(decimal(z ?? 0, 1))
      : words.closestShare(strings.titles.bound[side], percent(share));
  return words.closest(dim, found, strings.explore.inLayer(layer));
}

/** The births in words, for who does not see them. */
export function birthSummary(records: readonly ModelRecord[]): string {
  const { summaryTail, summaryNone, summaryLayer } = words.birth;
  return records
    .map((record) => {
      if (record.births.length === 0) return summaryNone(record.name);
      return record.births
        .map((tail) => {
          const layers = tail.layers.flatMap((at, layer) => {
            const report = at === undefined ? undefined : reportAt(record, at);
            return report ? [summaryLayer(strings.explore.layer(layer), inWords(report.tokens))] : [];
          });
          return summaryTail(record.name, tail.dim, inWords(tokensAt(record, tail)), layers.join(', '));
        })
        .join(' ');
    })
    .join(' ');
}

/** Model, reports, how far: the sample line of everything drawn from reports. */
export function reportsLine(records: readonly ModelRecord[]): string {
  return words.birth.sample(
    records.map(({ name, card }) =>
      words.birth.reports(name, count(card.curve.length), inWords(card.curve.at(-1)?.tokens ?? 0)),
    ),
  );
}

/** A place of the axis in words, with the step where all models made it at the same. */
export function placeText(records: readonly ModelRecord[]): (tokens: number) => string {
  const steps = new Map<number, Set<number>>();
  for (const { card } of records)
    for (const { tokens, step } of card.curve) steps.set(tokens, (steps.get(tokens) ?? new Set()).add(step));
  return (tokens) => {
    const at = [...(steps.get(tokens) ?? [])];
    return words.birth.place(inWords(tokens), at.length === 1 ? count(at[0] ?? 0) : '');
  };
}
