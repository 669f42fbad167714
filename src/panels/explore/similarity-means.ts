import { unit } from '../../charts/scale/format.ts';
import { matrixMeans } from '../../measures/matrix-means.ts';
import { similarityMatrix } from '../../measures/similarity-matrix.ts';
import type { Similarities } from '../../store/derive/cosines.ts';
import type { Matrix, MatrixMode } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';
import type { FiguresAfter, RandomBand } from './use-random-band.ts';

const words = strings.explore.random;
const means = strings.titles.similarity;
/** The groups of pairs whose means are told, in this order. */
const KINDS = ['different', 'same'] as const;

/** What the cut does to the pairs on the whole: "different words .30 → .28; same word .78 → .80". */
export function meansLine({ matrix, before, after }: Similarities): string {
  const groups = groupsOf(matrix);
  const whole = matrixMeans(before, groups);
  const left = after && matrixMeans(after, groups);
  const parts = KINDS.flatMap((kind) =>
    Number.isFinite(whole[kind])
      ? [means[kind][matrix.mode](unit(whole[kind]), left === undefined ? '' : unit(left[kind]))]
      : [],
  );
  return means.line(parts.join('; '));
}

/** The same of random cuts: "different words .30 (.29 to .31); same word .78 (.78 to .79)". */
export function randomLine(mode: MatrixMode, { draws, range, lacks = '' }: RandomBand): string {
  if (!range) return lacks;
  const parts = KINDS.flatMap((kind, i) => {
    const [mean = NaN, low = NaN, high = NaN] = [range.mean[i], range.low[i], range.high[i]];
    return Number.isFinite(mean)
      ? [means[kind][mode](words.range(unit(mean, 3), unit(low, 3), unit(high, 3)), '')]
      : [];
  });
  return words.means(draws, parts.join('; '));
}

/** The means of the pairs at one layer with some dimensions cut, in the order of KINDS. */
export function meansAfter(matrix: Matrix, layer: number): FiguresAfter {
  const groups = groupsOf(matrix);
  return (columns, cut) => {
    const left = matrixMeans(similarityMatrix(matrix.held.sample, columns, cut, layer), groups);
    return Float64Array.from(KINDS, (kind) => left[kind]);
  };
}

/** Whose pairs are of one kind: a word's places, or each item by itself. */
function groupsOf({ mode, items, exploration }: Matrix): readonly string[] {
  return items.map((item) =>
    mode === 'words' ? (exploration.tokens.text[item] ?? '').toLocaleLowerCase() : String(item),
  );
}
