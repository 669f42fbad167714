import { cosinesOf } from '../../../measures/cosines-of.ts';
import { pairMeans, type PairMeans } from '../../../measures/pair-means.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Answer } from '../../trials/trial.ts';
import type { Pair } from '../cosines.ts';
import { selectPlayCosines, sensesOf } from './play.ts';

/** Of each measured pair, whether its two sentences are in one heap. */
const sameHeap = memo(
  (
    { asked: { data }, result: { measured } }: Answer<'play'>,
    senses: readonly number[],
  ): readonly boolean[] =>
    Array.from(measured, (p) => {
      const [a = 0, b = 0] = data[p]?.lines ?? [];
      return senses[a] === senses[b];
    }),
);

const pairOf = memo(({ before, after }: Pair<Float64Array>, same: readonly boolean[]): Pair<PairMeans> => ({
  before: pairMeans(before, same),
  after: after && pairMeans(after, same),
}));

/** Mean cosines of the playground's pairs within senses and across, by layer, before and after. */
export function selectPlayMeans(state: State): Pair<PairMeans> | undefined {
  const cosines = selectPlayCosines(state);
  const { answer } = state.trials.play;
  return cosines && answer && pairOf(cosines, sameHeap(answer, sensesOf(state.playground)));
}

/**
 * The same with some dimensions cut, by the columns that came with the answer.
 * @throws RangeError when a column is missing
 */
export function playMeansAfter(
  answer: Answer<'play'>,
  playground: State['playground'],
  cut: readonly number[],
): PairMeans {
  const { sample, columns } = answer.result.before;
  return pairMeans(cosinesOf(sample, columns, cut), sameHeap(answer, sensesOf(playground)));
}
