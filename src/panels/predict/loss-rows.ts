import { decimal } from '../../charts/scale/format.ts';
import type { DotRow } from '../../charts/ranges/dot-row.ts';
import type { NamedNumber, Table } from '../../charts/table.ts';
import type { LossRange, PassageLossResult } from '../../protocol/experiments/passage-loss.ts';
import { strings } from '../../strings/index.ts';

const words = strings.predictView.loss;
const { columns } = strings.predictView;

/** Figures as the command prints them. */
export const lossText = (loss: number): string => decimal(loss, 4);
export const perplexityText = (loss: number): string => decimal(Math.exp(loss), 2);

/** A change of the loss below this is said to be little, in nats. */
const LITTLE = 0.05;

interface Condition {
  readonly name: string;
  readonly value: number;
  readonly range: LossRange | undefined;
  readonly look: 'before' | 'after';
}

/** Whole, cut after and cut inside; whole alone where nothing is cut. */
function conditions(result: PassageLossResult, cut: readonly number[]): readonly Condition[] {
  const whole = { name: columns.whole, value: result.whole, range: undefined, look: 'before' } as const;
  if (cut.length === 0) return [whole];
  return [
    whole,
    { name: columns.after, value: result.after, range: result.randomAfter, look: 'after' },
    { name: columns.inside, value: result.inside, range: result.randomInside, look: 'after' },
  ];
}

const rangeText = (range: LossRange | undefined): string =>
  range ? words.random(lossText(range.mean), lossText(range.low), lossText(range.high)) : '';

export function lossRows(result: PassageLossResult, cut: readonly number[]): readonly DotRow[] {
  return conditions(result, cut).map(({ name, value, range, look }) => ({
    name,
    value,
    range,
    look,
    said: [words.perplexity(lossText(value), perplexityText(value)), rangeText(range)].filter(
      (part) => part !== '',
    ),
  }));
}

export function lossTable(result: PassageLossResult, cut: readonly number[]): Table {
  const cell = (loss: number | undefined): NamedNumber | string =>
    loss === undefined ? '' : { text: lossText(loss), value: loss };
  return {
    columns: words.columns,
    rows: conditions(result, cut).map(({ name, value, range }) => [
      name,
      cell(value),
      { text: perplexityText(value), value: Math.exp(value) },
      cell(range?.mean),
      cell(range?.low),
      cell(range?.high),
    ]),
  };
}

export function lossSummary(result: PassageLossResult, cut: readonly number[]): string {
  return conditions(result, cut)
    .map(({ name, value, range }) => words.row(name, lossText(value), rangeText(range)))
    .join(' ');
}

/** What the cuts do to the loss, `dims` being the cut in words. */
export function lossTitle(result: PassageLossResult, cut: readonly number[], dims: string): string {
  const two = (loss: number): string => decimal(loss, 2);
  const [whole, after, inside] = [two(result.whole), two(result.after), two(result.inside)];
  if (cut.length === 0) return words.titleWhole(whole);
  const said = { dims, whole, after, inside };
  const [more, moreInside] = [result.after - result.whole, result.inside - result.whole];
  if (Math.max(more, moreInside) < LITTLE) return words.titleLittle(said);
  return moreInside >= more ? words.titleInside(said) : words.titleAfter(said);
}
