import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import { SimilarityMatrix, similarityTable } from '../../charts/similarity/SimilarityMatrix.tsx';
import { matrixMeans } from '../../measures/matrix-means.ts';
import { selectPlayMatrix } from '../../store/derive/lab/play.ts';
import { playPairs } from '../../store/trials/playground.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import panels from '../explore/panels.module.css';
import { useTrial } from '../lab/use-trial.ts';
import { playTitle } from './play-title.ts';

const words = strings.wordsView.play;

/** How alike the word is to itself in each two of the playground's sentences. */
export function PlayMatrixPanel(): ReactNode {
  const shown = useTrial('play');
  const matrix = useApp(selectPlayMatrix);
  const playground = useApp((state) => state.playground);
  const { word, lines } = playground;
  const senses = useMemo(
    () => matrix?.lines.map((line) => String(lines[line]?.sense ?? 0)) ?? [],
    [matrix, lines],
  );
  const labels = useMemo(
    () => matrix?.lines.map((line) => words.label(line + 1, (lines[line]?.sense ?? 0) + 1)) ?? [],
    [matrix, lines],
  );
  if (!shown || !matrix || playPairs(playground).length === 0)
    return <p className={panels['instead']}>{words.tooFew(word.trim())}</p>;
  const before = matrixMeans(matrix.before, senses);
  const after = matrix.after && matrixMeans(matrix.after, senses);
  const mean = (of: 'same' | 'different'): string =>
    Number.isFinite(before[of]) ? words.of(unit(before[of], 3), after ? unit(after[of], 3) : '') : words.none;
  const measured = shown.answer.result.measured.length;
  return (
    <ChartFrame
      title={playTitle(before, after, { word: word.trim(), deed: shown.deed, layer: shown.layer })}
      sentence={words.sentence(word.trim())}
      sample={shown.sampleOf(words.pairs(count(measured)))}
      summary={words.means(mean('same'), mean('different'))}
      name="playground"
      heading={3}
      rows={() => similarityTable(labels, matrix.before, matrix.after)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      terms={['pairMeans', 'cosine']}
    >
      <SimilarityMatrix
        labels={labels}
        before={matrix.before}
        after={matrix.after}
        awaited={shown.treats && !matrix.after}
      />
      <p className={panels['means']}>{words.means(mean('same'), mean('different'))}</p>
    </ChartFrame>
  );
}
