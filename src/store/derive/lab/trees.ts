import { induceTree, type Bracket } from '../../../measures/induce-tree.ts';
import { distancesOf, type Distance } from '../../../measures/neighbour-distances.ts';
import { sentenceScore, treeScore } from '../../../measures/tree-score.ts';
import type { SyntaxResult } from '../../../protocol/experiments/syntax.ts';
import { memo, memoOf } from '../../memo.ts';
import type { State } from '../../state.ts';
import type { Answer } from '../../trials/trial.ts';
import type { Pair } from '../cosines.ts';
import { comparedBy } from './compared.ts';

const UNCUT: readonly number[] = [];

/** Distances of neighbouring words before and after the cut, [layers, pairs], by the distance that is chosen. */
function distancesBy(id: 'trees' | 'own'): (state: State) => Pair<Float64Array> | undefined {
  const by = (kind: Distance) =>
    comparedBy<'trees' | 'own', Float64Array>(id, {
      whole: ({ before }) => distancesOf(kind, before, UNCUT),
      treated: ({ after }) => after[kind],
      cut: ({ before }, dims) => distancesOf(kind, before, dims),
    });
  const each = { cosine: by('cosine'), l1: by('l1'), l2: by('l2') } satisfies Record<Distance, unknown>;
  return (state) => each[state.distance](state);
}

const selectDistances = distancesBy('trees');
const selectOwnDistances = distancesBy('own');

/** Gold brackets of the sentences that were measured. */
const goldOf = memoOf(({ asked: { data }, result }: Answer<'trees'>) =>
  Array.from(result.measured).map((s) => data.sentences[s]?.spans ?? []),
);

type Starts = Pick<SyntaxResult, 'starts'>;

const layerOf = (distances: Float64Array, { starts }: Starts, layer: number): Float64Array => {
  const pairs = starts.at(-1) ?? 0;
  return distances.subarray(layer * pairs, (layer + 1) * pairs);
};

/** F1 × 100 by layer. */
export function treeScoresOf(distances: Float64Array, answer: Answer<'trees'>): readonly number[] {
  const { result } = answer;
  const pairs = result.starts.at(-1) ?? 0;
  return Array.from({ length: distances.length / Math.max(1, pairs) }, (_, layer) =>
    treeScore(layerOf(distances, result, layer), result.starts, goldOf(answer)),
  );
}

const scoresBefore = memo(treeScoresOf);
const scoresAfter = memo(treeScoresOf);
const scores = memo(
  (before: readonly number[], after: readonly number[] | undefined): Pair<readonly number[]> => ({
    before,
    after,
  }),
);

/** F1 × 100 of the induced trees, by layer. */
export function selectTreeScores(state: State): Pair<readonly number[]> | undefined {
  const distances = selectDistances(state);
  const { answer } = state.trials.trees;
  if (!distances || !answer) return undefined;
  const { before, after } = distances;
  return scores(scoresBefore(before, answer), after && scoresAfter(after, answer));
}

/** A tree that distances give. */
export interface InducedTree {
  readonly brackets: readonly Bracket[];
  /** Between each word and the next. */
  readonly distances: Float64Array;
}

/**
 * The tree of one measured sentence in a layer.
 * @param distances [layers, pairs]
 */
export function treeAt(distances: Float64Array, found: Starts, layer: number, place: number): InducedTree {
  const { starts } = found;
  const own = layerOf(distances, found, layer).subarray(starts[place] ?? 0, starts[place + 1] ?? 0);
  return { brackets: induceTree(own), distances: own };
}

const treePair = (
  distances: Pair<Float64Array>,
  { result }: Answer<'trees' | 'own'>,
  layer: number,
  place: number,
): Pair<InducedTree> => ({
  before: treeAt(distances.before, result, layer, place),
  after: distances.after && treeAt(distances.after, result, layer, place),
});
const openTree = memo(treePair);
const ownTree = memo(treePair);

/** The trees of one of the measured sentences, before and after the cut. */
export function selectTree(state: State, layer: number, place: number): Pair<InducedTree> | undefined {
  const distances = selectDistances(state);
  const { answer } = state.trials.trees;
  return distances && answer && openTree(distances, answer, layer, place);
}

/** The trees of a person's own sentence. */
export function selectOwnTree(state: State, layer: number): Pair<InducedTree> | undefined {
  const distances = selectOwnDistances(state);
  const { answer } = state.trials.own;
  return distances && answer && ownTree(distances, answer, layer, 0);
}

function eachOf(distances: Float64Array, answer: Answer<'trees'>, layer: number): Float64Array {
  const { starts } = answer.result;
  const own = layerOf(distances, answer.result, layer);
  return Float64Array.from(goldOf(answer), (spans, place) =>
    sentenceScore(own, starts[place] ?? 0, starts[place + 1] ?? 0, spans),
  );
}
const eachBefore = memo(eachOf);
const eachAfter = memo(eachOf);
const each = memo((before: Float64Array, after: Float64Array | undefined): Pair<Float64Array> => ({
  before,
  after,
}));

/** F1 × 100 of each measured sentence in a layer. */
export function selectSentenceScores(state: State, layer: number): Pair<Float64Array> | undefined {
  const distances = selectDistances(state);
  const { answer } = state.trials.trees;
  if (!distances || !answer) return undefined;
  const { before, after } = distances;
  return each(eachBefore(before, answer, layer), after && eachAfter(after, answer, layer));
}
