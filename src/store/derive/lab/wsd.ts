import { cutCosines } from '../../../measures/cut-cosines.ts';
import { nearest } from '../../../measures/nearest.ts';
import { majorityAccuracy, senseAccuracy, type ToldItems } from '../../../measures/sense-accuracy.ts';
import type { WordAccuracy } from '../../../measures/word-accuracy.ts';
import { NONE, type Neighbours, type WsdResult } from '../../../protocol/experiments/wsd.ts';
import { memo, memoOf } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Answer } from '../../trials/trial.ts';
import type { Pair } from '../cosines.ts';
import { comparedBy } from './compared.ts';

type HeldPairs = NonNullable<WsdResult['pairs']>;

/** The nearest labelled neighbours of each item with some dimensions cut, from the pairs that are held. */
export function neighboursAfterCut(
  { sample, columns, labelled, starts }: HeldPairs,
  count: number,
  cut: readonly number[],
): Neighbours {
  const items = starts.length - 1;
  const index = new Uint32Array(sample.layers * items * count).fill(NONE);
  const cosine = new Float32Array(index.length).fill(NaN);
  const all = new Float64Array(sample.left.length);
  for (let layer = 0; layer < sample.layers; layer++) {
    cutCosines(sample, columns, cut, layer, all);
    for (let item = 0; item < items; item++) {
      const [from, to] = [starts[item] ?? 0, starts[item + 1] ?? 0];
      // float32 as the worker's own products
      const found = nearest(Float32Array.from(all.subarray(from, to)), to - from, count);
      const first = (layer * items + item) * count;
      for (let n = 0; n < found.count; n++) {
        index[first + n] = labelled[from + (found.index[n] ?? 0)] ?? NONE;
        cosine[first + n] = found.cosine[n] ?? NaN;
      }
    }
  }
  return { count, index, cosine };
}

/** Each item's nearest labelled neighbours before and after the cut. */
export const selectNeighbours = comparedBy('wsd', {
  whole: ({ before }) => before,
  treated: ({ after }) => after,
  cut: ({ pairs, before }, dims) => pairs && neighboursAfterCut(pairs, before.count, dims),
});

const toldOf = memoOf(({ asked: { data }, result }: Answer<'wsd'>): ToldItems => ({
  measured: result.measured,
  word: result.word,
  words: result.words.length,
  test: data.test.items,
  train: data.train.items,
}));

const accuracyBefore = memo(senseAccuracy);
const accuracyAfter = memo(senseAccuracy);
const accuracies = memo(
  (
    before: readonly WordAccuracy[],
    after: readonly WordAccuracy[] | undefined,
  ): Pair<readonly WordAccuracy[]> => ({ before, after }),
);

/** How often senses are told right, by layer. */
export function selectSenseAccuracies(state: State): Pair<readonly WordAccuracy[]> | undefined {
  const neighbours = selectNeighbours(state);
  const { answer } = state.trials.wsd;
  if (!neighbours || !answer) return undefined;
  const told = toldOf(answer);
  const { before, after } = neighbours;
  return accuracies(accuracyBefore(before, told), after && accuracyAfter(after, told));
}

/** How often it would be right always to say the most frequent sense. */
export const majorityOf = memoOf((answer: Answer<'wsd'>): WordAccuracy => majorityAccuracy(toldOf(answer)));
