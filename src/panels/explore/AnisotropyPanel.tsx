import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerLines, layerLinesTable } from '../../charts/lines/LayerLines.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import { meanCosineByLayer } from '../../measures/mean-cosine.ts';
import type { Exploration, HeldSample } from '../../protocol/exploration.ts';
import { selectAnisotropy, selectAnisotropyOutside, selectPairColumns } from '../../store/derive/cosines.ts';
import { selectTokenStates, tokenCosines } from '../../store/derive/token.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { memoOf } from '../../store/memo.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { controlLines } from '../lab/control-lines.ts';
import { anisotropyTitle } from './anisotropy-title.ts';
import { EmptyChart } from './EmptyChart.tsx';
import { RandomBandSwitch } from './RandomBandSwitch.tsx';
import { useRandomBand, type FiguresAfter } from './use-random-band.ts';
import { useShown } from './use-shown.ts';
import { layerCells, layerNames } from './words.ts';

const words = strings.explore;
const TERMS = ['cosine', 'anisotropy', 'vector', 'seed', 'randomControl'] as const;
const meansOf = memoOf(
  ({ sample }: HeldSample): FiguresAfter =>
    (columns, cut) =>
      meanCosineByLayer(sample, columns, cut),
);

/** Mean cosine of two random tokens by layer, before and after the cut. */
export function AnisotropyPanel(): ReactNode {
  const shown = useShown();
  const cosines = useApp(selectAnisotropy);
  const cut = useApp(selectEffectiveCut);
  const outside = useApp(selectAnisotropyOutside);
  const control = useApp((state) => state.control);
  const token = useApp(selectTokenStates);
  const { selectLayer } = useActions();
  const layerCount = shown?.exploration.layers ?? 0;
  const layers = useMemo(() => layerNames(layerCount), [layerCount]);
  const columns = useApp(selectPairColumns);
  const random = useRandomBand(columns, shown && meansOf(shown.exploration.pairs));
  const randomLines = useMemo(() => controlLines(random, random.range), [random]);
  const switched = useApp((state) => state.cut.length);
  if (!shown || !cosines) return null;
  const { exploration, layer } = shown;
  const { before, after } = cosines;
  const { deed, beforeName, afterName } = shown.comparison;
  if (exploration.pairs.sample.left.length === 0) {
    return (
      <EmptyChart
        title={words.anisotropy.titleNone}
        sentence={words.anisotropy.sentence}
        sample={shown.sample}
        name="anisotropy"
        terms={TERMS}
        instead={words.text.oneToken}
      />
    );
  }
  const beforeLine = { name: beforeName, values: before };
  const afterLine = after && { name: afterName, values: after };
  const tokenLine = token && {
    name: words.anisotropy.token(exploration.tokens.text[token.token] ?? ''),
    values: tokenCosines(token),
  };
  const outsideLine = after && outside && { name: strings.titles.anisotropy.outside, values: outside };
  return (
    <ChartFrame
      terms={TERMS}
      title={anisotropyTitle({
        before: before[layer] ?? NaN,
        after: after?.[layer],
        cut,
        deed,
        dims: exploration.dims,
        layer,
        control,
      })}
      sentence={[
        words.anisotropy.sentence,
        ...(random.range ? [words.random.line(random.draws, switched)] : random.lacks ? [random.lacks] : []),
      ].join(' ')}
      sample={shown.sampleOf(pairsLine(exploration))}
      summary={words.anisotropy.summary(
        layers
          .map((_, l) =>
            words.anisotropy.row(
              words.layer(l),
              unit(before[l] ?? NaN, 3),
              after ? unit(after[l] ?? NaN, 3) : '',
            ),
          )
          .join(' '),
      )}
      name="anisotropy"
      rows={() =>
        layerLinesTable(layerCells(layerCount), [
          { name: words.anisotropy.seriesBefore, values: before },
          after && { name: words.anisotropy.seriesAfter, values: after },
          outside && { name: strings.titles.anisotropy.outsideSeries, values: outside },
          ...randomLines.columns,
        ])
      }
      savedWith={shown.cutNote}
      stale={shown.stale}
      options={<RandomBandSwitch />}
    >
      <LayerLines
        layers={layers}
        before={beforeLine}
        after={afterLine}
        control={outsideLine ?? randomLines.control}
        controlBand={randomLines.controlBand}
        token={tokenLine}
        selected={layer}
        measure={words.anisotropy.axis}
        onSelect={selectLayer}
      />
    </ChartFrame>
  );
}

function pairsLine({ pairs, pairsComplete, pairsFrom }: Exploration): string {
  const pairCount = count(pairs.sample.left.length);
  if (pairsFrom === 'one-sentence') return words.anisotropy.pairsWithin(pairCount);
  return pairsComplete ? words.anisotropy.pairsAll(pairCount) : words.anisotropy.pairsSampled(pairCount);
}
