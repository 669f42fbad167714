import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import { SimilarityMatrix, similarityTable } from '../../charts/similarity/SimilarityMatrix.tsx';
import { selectMatrixColumns, selectSimilarities } from '../../store/derive/cosines.ts';
import { selectTreats } from '../../store/treatments.ts';
import { MOST_ITEMS } from '../../protocol/exploration.ts';
import { selectMatrixItems, selectPlacesLeftOut } from '../../store/derive/matrix-items.ts';
import type { MatrixMode } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { matrixLabels } from './matrix-labels.ts';
import { matrixMeans } from '../../measures/matrix-means.ts';
import styles from './panels.module.css';
import { RandomBandSwitch } from './RandomBandSwitch.tsx';
import { meansAfter, meansLine, randomLine } from './similarity-means.ts';
import { useRandomBand } from './use-random-band.ts';
import { useShown } from './use-shown.ts';

const words = strings.explore;
const MODES: readonly MatrixMode[] = ['words', 'tokens', 'sentences'];

/** Cosines of words, tokens or sentences at the chosen layer, before and after the cut. */
export function SimilarityPanel(): ReactNode {
  const shown = useShown();
  const similarities = useApp(selectSimilarities);
  const items = useApp(selectMatrixItems);
  const cuts = useApp(selectTreats);
  const leftOut = useApp(selectPlacesLeftOut);
  const mode = useApp((state) => state.matrix);
  const hoveredToken = useApp((state) => state.hoveredToken);
  const { setMatrix, hoverToken } = useActions();
  const matrix = similarities?.matrix;
  const labels = useMemo(() => (matrix ? matrixLabels(matrix) : []), [matrix]);
  const itemsShown = matrix?.items;
  const columns = useApp(selectMatrixColumns);
  const layerShown = shown?.layer;
  const figures = useMemo(
    () => (matrix && layerShown !== undefined ? meansAfter(matrix, layerShown) : undefined),
    [matrix, layerShown],
  );
  const random = useRandomBand(columns, figures);
  const onHover = useMemo(
    () =>
      (place: number | undefined): void => {
        if (mode !== 'sentences') hoverToken(place === undefined ? undefined : itemsShown?.[place]);
      },
    [mode, hoverToken, itemsShown],
  );
  if (!shown) return null;
  const options = (
    <div className={styles['options']}>
      <Segmented
        label={words.similarity.choose}
        value={mode}
        onChange={setMatrix}
        options={MODES.map((value) => ({ value, text: words.similarity.modes[value] }))}
      />
      <RandomBandSwitch />
    </div>
  );
  const lacking = items.length < 2;
  const fresh = similarities && matrix?.mode === mode && !lacking;
  const { exploration, layer, sample } = shown;
  const held = mode === 'sentences' ? exploration.sentences : exploration.tokens.text.length;
  const most =
    items.length === MOST_ITEMS && held > MOST_ITEMS
      ? ` · ${words.similarity.most(MOST_ITEMS, count(held))}`
      : leftOut > 0
        ? ` · ${strings.titles.similarity.leftOut(count(leftOut))}`
        : '';
  const lit =
    hoveredToken !== undefined && mode === 'sentences'
      ? exploration.tokens.sentence[hoveredToken]
      : hoveredToken;
  const hovered = lit === undefined ? undefined : itemsShown?.indexOf(lit);
  return (
    <ChartFrame
      title={titleOf(mode)}
      sentence={`${words.similarity.sentence(words.similarity.what[mode], words.inLayer(layer))} ${words.similarity.look[mode]}`}
      sample={sample + most}
      summary={
        fresh
          ? words.similarity.summary(
              labels.length,
              unit(meanOf(similarities.before, labels.length), 3),
              similarities.after ? unit(meanOf(similarities.after, labels.length), 3) : '',
            )
          : words.similarity.tooFew
      }
      name={`similarity-${mode}-layer-${layer}`}
      terms={['pairMeans', 'token', 'specials']}
      rows={() =>
        fresh ? similarityTable(labels, similarities.before, similarities.after) : { columns: [], rows: [] }
      }
      savedWith={shown.cutNote}
      stale={shown.stale || (!fresh && !lacking)}
      options={options}
    >
      {fresh ? (
        <>
          <SimilarityMatrix
            labels={labels}
            before={similarities.before}
            after={similarities.after}
            awaited={cuts && !similarities.after}
            hovered={hovered === -1 ? undefined : hovered}
            onHover={onHover}
          />
          <p className={styles['means']}>{meansLine(similarities)}</p>
          {random.on && <p className={styles['means']}>{randomLine(similarities.matrix.mode, random)}</p>}
        </>
      ) : (
        <p className={styles['instead']} role="status">
          {lacking
            ? mode === 'words'
              ? words.similarity.noWords
              : words.similarity.tooFew
            : words.similarity.waiting}
        </p>
      )}
    </ChartFrame>
  );
}

function titleOf(mode: MatrixMode): string {
  const { titleWords, titleTokens, titleSentences } = words.similarity;
  return { words: titleWords, tokens: titleTokens, sentences: titleSentences }[mode];
}

function meanOf(matrix: Float64Array, n: number): number {
  return matrixMeans(
    matrix,
    Array.from({ length: n }, (_, i) => String(i)),
  ).different;
}
