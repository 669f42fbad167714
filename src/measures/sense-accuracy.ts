import { majoritySenses, toldRight, type Sensed } from './sense-predictions.ts';
import { wordAccuracy, type WordAccuracy } from './word-accuracy.ts';

/** Items with senses that were to be told, and the labelled ones they were told by. */
export interface ToldItems {
  /** Index into `test` of each item that was measured. */
  readonly measured: Uint32Array;
  /** Word of each measured item, and how many words there are. */
  readonly word: Uint32Array;
  readonly words: number;
  readonly test: readonly Sensed[];
  readonly train: readonly Sensed[];
}

/**
 * How often the nearest labelled neighbour has a right sense, by layer.
 * @param neighbours indices into `train`, [layers, items, count], nearest first
 */
export function senseAccuracy(
  neighbours: { readonly count: number; readonly index: Uint32Array },
  { measured, word, words, test, train }: ToldItems,
): WordAccuracy[] {
  const { count, index } = neighbours;
  const items = measured.length;
  return Array.from({ length: index.length / (items * count) }, (_, layer) => {
    const nearest = Uint32Array.from(measured, (__, i) => index[(layer * items + i) * count] ?? 0);
    return wordAccuracy(word, toldRight(test, train, measured, nearest), words);
  });
}

/**
 * How often it is right always to say the sense that is most frequent among the items themselves: training sets are often
 * balanced, and then say nothing of what is frequent.
 */
export function majorityAccuracy({ measured, word, words, test }: ToldItems): WordAccuracy {
  const senses = majoritySenses(Array.from(measured).flatMap((item) => test[item] ?? []));
  const right = Uint8Array.from(measured, (item) => {
    const one = test[item];
    const sense = one && senses.get(one.lemma);
    return sense !== undefined && one?.senses.includes(sense) ? 1 : 0;
  });
  return wordAccuracy(word, right, words);
}
