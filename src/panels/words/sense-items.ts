import type { SenseData } from '../../datasets/index.ts';
import { NONE, type Neighbours, type WsdResult } from '../../protocol/experiments/wsd.ts';

/** A labelled sentence near an item. */
export interface Near {
  /** Index among the labelled items. */
  readonly labelled: number;
  readonly sense: string;
  readonly cosine: number;
}

/** One item of a word as its neighbours tell it. */
export interface ToldItem {
  /** Number among the measured items. */
  readonly item: number;
  /** Senses that count as right, the first of them its label. */
  readonly senses: readonly [string, ...string[]];
  /** Nearest first. */
  readonly before: readonly Near[];
  readonly after: readonly Near[] | undefined;
}

/** The items of a word with their neighbours in one layer. */
export function itemsOf(
  data: SenseData,
  result: Pick<WsdResult, 'measured' | 'word'>,
  { before, after }: { readonly before: Neighbours; readonly after: Neighbours | undefined },
  word: number,
  layer: number,
): readonly ToldItem[] {
  const near = ({ count, index, cosine }: Neighbours, item: number): readonly Near[] => {
    const first = (layer * result.measured.length + item) * count;
    return Array.from({ length: count }, (_, n) => n).flatMap((n) => {
      const labelled = index[first + n] ?? NONE;
      const sense = data.train.items[labelled]?.senses[0];
      return sense === undefined ? [] : [{ labelled, sense, cosine: cosine[first + n] ?? NaN }];
    });
  };
  return Array.from(result.measured).flatMap((own, item) => {
    const senses = result.word[item] === word ? data.test.items[own]?.senses : undefined;
    return senses ? [{ item, senses, before: near(before, item), after: after && near(after, item) }] : [];
  });
}

/** Senses of items and of their neighbours in the order of their names, and how often each had one is told as each. */
export interface Confusion {
  readonly senses: readonly string[];
  /** [had, told] */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[] | undefined;
}

/** Of several senses that count as right, the one that is told is the one it has, where it is among them. */
export function confusionOf(items: readonly ToldItem[]): Confusion {
  const told = (near: readonly Near[]): string => near[0]?.sense ?? '';
  const had = (item: ToldItem, as: string): string => (item.senses.includes(as) ? as : item.senses[0]);
  const names = items.flatMap((item) => [
    item.senses[0],
    told(item.before),
    ...(item.after ? [told(item.after)] : []),
  ]);
  const senses = [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, 'en'));
  const table = (of: (item: ToldItem) => readonly Near[] | undefined) =>
    senses.map((row) =>
      senses.map(
        (column) =>
          items.filter((item) => {
            const as = told(of(item) ?? []);
            return as === column && had(item, as) === row;
          }).length,
      ),
    );
  const cut = items.some(({ after }) => after !== undefined);
  return {
    senses,
    before: table((item) => item.before),
    after: cut ? table((item) => item.after) : undefined,
  };
}
