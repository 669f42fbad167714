import { cosinesOf } from '../../../measures/cosines-of.ts';
import type { SelfSimilarityResult } from '../../../protocol/experiments/self-similarity.ts';
import { memo } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Pair } from '../cosines.ts';
import { comparedBy } from './compared.ts';

/** Each word's own mean cosine with some dimensions cut, [layers, words]; exact where all pairs are held. */
export function wordsAfterCut(
  { pairs: { sample, columns }, starts, words }: SelfSimilarityResult,
  cut: readonly number[],
): Float64Array {
  const cosines = cosinesOf(sample, columns, cut);
  const pairs = sample.left.length;
  const out = new Float64Array(sample.layers * words.length);
  for (let i = 0; i < out.length; i++) {
    const first = Math.floor(i / words.length) * pairs;
    const word = i % words.length;
    const [from, to] = [first + (starts[word] ?? 0), first + (starts[word + 1] ?? 0)];
    let sum = 0;
    for (let p = from; p < to; p++) sum += cosines[p] ?? 0;
    out[i] = sum / (to - from);
  }
  return out;
}

/** How like itself each word is, [layers, words]. After a cut it is there at once where all pairs are held. */
export const selectWordSimilarities = comparedBy('words', {
  whole: ({ before }) => before,
  treated: ({ after }) => after,
  cut: (result, dims) => (result.pairsComplete ? wordsAfterCut(result, dims) : undefined),
});

/** The mean over words, by layer. */
function means(values: Float64Array, words: number): Float64Array {
  return Float64Array.from({ length: values.length / words }, (_, layer) => {
    const row = values.subarray(layer * words, (layer + 1) * words);
    return row.reduce((sum, value) => sum + value, 0) / row.length;
  });
}

const rawBefore = memo(means);
const rawAfter = memo(means);
const raw = memo((before: Float64Array, after: Float64Array | undefined): Pair<Float64Array> => ({
  before,
  after,
}));

/** Self-similarity: the mean over words, by layer. */
export function selectSelfSimilarity(state: State): Pair<Float64Array> | undefined {
  const similarities = selectWordSimilarities(state);
  const { answer } = state.trials.words;
  if (!similarities || !answer) return undefined;
  const words = answer.result.words.length;
  const { before, after } = similarities;
  return raw(rawBefore(before, words), after && rawAfter(after, words));
}

const less = (values: Float64Array, of: Float64Array): Float64Array =>
  values.map((value, layer) => value - (of[layer] ?? NaN));
const lessBefore = memo(less);
const lessAfter = memo(less);
const adjusted = memo((before: Float64Array, after: Float64Array | undefined): Pair<Float64Array> => ({
  before,
  after,
}));

/** Of the same sentences; after a cut once that was measured with it. */
const selectAnisotropy = comparedBy('words', {
  whole: ({ anisotropyBefore }) => anisotropyBefore,
  treated: ({ anisotropyAfter }) => anisotropyAfter,
});

/** The same less the anisotropy of the same sentences. */
export function selectAdjustedSimilarity(state: State): Pair<Float64Array> | undefined {
  const similarity = selectSelfSimilarity(state);
  const shared = selectAnisotropy(state);
  if (!similarity || !shared) return undefined;
  const after = similarity.after && shared.after && lessAfter(similarity.after, shared.after);
  return adjusted(lessBefore(similarity.before, shared.before), after);
}
