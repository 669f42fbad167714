import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Answer } from '../../trials/trial.ts';
import type { Pair } from '../cosines.ts';
import { pairCosinesOf } from './pair-cosines.ts';
import { selectLayer } from '../choice.ts';

/** The cosines of the playground's measured pairs, [layers, pairs], before and after. */
export const selectPlayCosines = pairCosinesOf('play');

/** The playground's sentences that have the word, heap after heap, and the cosines of the word in them. */
export interface PlayMatrix {
  /** Number of each sentence among those written. */
  readonly lines: readonly number[];
  /** [lines, lines] */
  readonly before: Float64Array;
  readonly after: Float64Array | undefined;
}

const matrixOf = memo(
  (
    { asked: { data }, result: { measured } }: Answer<'play'>,
    { before, after }: Pair<Float64Array>,
    layer: number,
    senses: readonly number[],
  ): PlayMatrix => {
    const pairs = Array.from(measured).flatMap((p) => data[p]?.lines ?? []);
    const senseOf = (line: number): number => senses[line] ?? 0;
    const lines = [...new Set(pairs)].sort((a, b) => senseOf(a) - senseOf(b) || a - b);
    const n = lines.length;
    const fill = (cosines: Float64Array): Float64Array => {
      const matrix = new Float64Array(n * n).fill(1);
      for (let p = 0; p < measured.length; p++) {
        const i = lines.indexOf(pairs[2 * p] ?? -1);
        const j = lines.indexOf(pairs[2 * p + 1] ?? -1);
        const cosine = cosines[layer * measured.length + p] ?? NaN;
        matrix[i * n + j] = cosine;
        matrix[j * n + i] = cosine;
      }
      return matrix;
    };
    return { lines, before: fill(before), after: after && fill(after) };
  },
);

/** The heap of each sentence. */
export const sensesOf = memo(({ lines }: State['playground']) => lines.map(({ sense }) => sense));

/** The playground's similarity matrix in the layer on screen; heaps can be changed without measuring again. */
export function selectPlayMatrix(state: State): PlayMatrix | undefined {
  const cosines = selectPlayCosines(state);
  const { answer } = state.trials.play;
  const layer = answer && Math.min(selectLayer(state), answer.asked.model.layers);
  return cosines && answer && matrixOf(answer, cosines, layer ?? 0, sensesOf(state.playground));
}
