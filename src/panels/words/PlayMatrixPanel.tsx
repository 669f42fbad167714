import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import { SimilarityMatrix, similarityTable } from '../../charts/similarity/SimilarityMatrix.tsx';
import type { PairMeans } from '../../measures/pair-means.ts';
import { selectPlayMeans } from '../../store/derive/lab/play-means.ts';
import { selectPlayMatrix } from '../../store/derive/lab/play.ts';
import { playPairs } from '../../store/trials/playground.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import panels from '../explore/panels.module.css';
import lab from '../lab/lab.module.css';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { useTrial } from '../lab/use-trial.ts';
import { playTitle } from './play-title.ts';
import { usePlayControl } from './use-play-control.ts';

const words = strings.wordsView.play;
const cosine = (value: number): string => unit(value, 3);

/** How alike the word is to itself in each two of the playground's sentences. */
export function PlayMatrixPanel(): ReactNode {
  const shown = useTrial('play');
  const matrix = useApp(selectPlayMatrix);
  const means = useApp(selectPlayMeans);
  const control = usePlayControl();
  const failed = useApp((state) => state.trials.play.failure !== undefined);
  const idle = useApp((state) => state.model.kind !== 'ready' || state.trials.play.stopped);
  const playground = useApp((state) => state.playground);
  const { word, lines } = playground;
  const labels = useMemo(
    () => matrix?.lines.map((line) => words.label(line + 1, (lines[line]?.sense ?? 0) + 1)) ?? [],
    [matrix, lines],
  );
  if (playPairs(playground).length === 0)
    return <p className={panels['instead']}>{words.tooFew(word.trim())}</p>;
  // beside them stands why there is nothing to see; what there was is of other sentences
  if (failed && (!shown || shown.stale)) return null;
  if (!shown || !matrix || !means) return idle ? null : <p className={panels['instead']}>{words.waiting}</p>;
  const { layer } = shown;
  const before = at(means.before, layer);
  const after = means.after && at(means.after, layer);
  const mean = (of: 'same' | 'different'): string =>
    Number.isFinite(before[of]) ? words.of(cosine(before[of]), after ? cosine(after[of]) : '') : words.none;
  const said = words.means(mean('same'), mean('different'));
  const measured = shown.answer.result.measured.length;
  return (
    <div className={lab['charted']}>
      <ChartFrame
        title={playTitle(before, after, { word: word.trim(), deed: shown.deed, layer })}
        sentence={words.sentence(word.trim())}
        sample={shown.sampleOf(words.pairs(count(measured)))}
        summary={said}
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
        <p className={panels['means']}>
          <WithTerms text={said} terms={['pairMeans']} />
        </p>
      </ChartFrame>
      {control && (
        <RandomCutsPart
          cuts={control}
          layer={layer}
          where={strings.explore.inLayer(layer)}
          figures={(['same', 'different'] as const).map((kind) => ({
            name: kind === 'same' ? words.within : words.across,
            before: means.before[kind],
            after: means.after?.[kind],
            range: control[kind],
            text: cosine,
          }))}
        />
      )}
    </div>
  );
}

function at(
  { same, different }: PairMeans,
  layer: number,
): { readonly same: number; readonly different: number } {
  return { same: same[layer] ?? NaN, different: different[layer] ?? NaN };
}
