import type { SenseData, SenseText } from './sense-data.ts';

/**
 * Where sentences of labelled words and of those to be told are: what a sentence's first item is called.
 * @param sentences numbers, the labelled first and then the others
 */
export function sensePlaces({ train, test }: SenseData, sentences: readonly number[]): readonly string[] {
  const [labelled, told] = [firstItems(train), firstItems(test)];
  const others = train.sentences.length;
  return sentences.map((sentence) => labelled.get(sentence) ?? told.get(sentence - others) ?? '');
}

/** By sentence. */
function firstItems({ items }: SenseText): ReadonlyMap<number, string> {
  return new Map(items.toReversed().map(({ sentence, from }) => [sentence, from]));
}
