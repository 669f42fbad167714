import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { GridMap } from '../../charts/grid/GridMap.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import { THRESHOLDS, type GridCell } from '../../measures/threshold-grid.ts';
import type { WicGrid } from '../../store/derive/lab/wic.ts';
import { strings } from '../../strings/index.ts';
import { layerNames } from '../explore/words.ts';
import lab from '../lab/lab.module.css';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { thresholdTitle } from './threshold-title.ts';
import { placeOf, useWicCell } from './use-wic-cell.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.wordsView.wic;
const COLUMNS = THRESHOLDS.map((value) => unit(value, 1));
const share = (value: number): string => unit(value, 4);
const short = (value: number): string => unit(value, 2);

/** Accuracy for each layer and threshold, before and after the cut. */
export function ThresholdPanel(): ReactNode {
  const cell = useWicCell();
  const cuts = useRandomCuts('wic');
  const layerCount = cell?.shown.layers ?? 0;
  const layers = useMemo(() => layerNames(layerCount), [layerCount]);
  if (!cell) return null;
  const { shown, grids, threshold, choose } = cell;
  const { before, after } = grids;
  const { baseline } = before;
  const { layer } = shown;
  const at = strings.explore.inLayer;
  const aucBefore = before.auc[layer] ?? NaN;
  const auc = Number.isFinite(aucBefore)
    ? words.auc(unit(aucBefore, 3), after ? unit(after.auc[layer] ?? NaN, 3) : '', at(layer))
    : words.noAuc;
  const cellText = ({ accuracy, layer: of, threshold: over }: GridCell): string =>
    words.cell(share(accuracy), at(of), unit(over, 1));
  const value = (grid: Float64Array | undefined): string =>
    grid ? share(grid[layer * THRESHOLDS.length + threshold] ?? NaN) : '';
  return (
    <div className={lab['charted']}>
      <ChartFrame
        title={thresholdTitle(before.best, after?.best, shown.deed)}
        sentence={`${words.sentence} ${words.baseline(share(baseline))} ${auc}`}
        sample={shown.sampleOf(words.pairs(count(shown.answer.result.same.length)))}
        summary={words.summary(cellText(before.best), after ? cellText(after.best) : '')}
        name="wic"
        rows={() => ({
          columns: words.columns.filter((_, i) => after !== undefined || (i !== 3 && i !== 5)),
          rows: layers.flatMap((__, l) =>
            THRESHOLDS.map((over, t) => {
              const i = l * THRESHOLDS.length + t;
              return [
                { text: strings.explore.layer(l), value: l },
                over,
                before.accuracy[i] ?? NaN,
                ...(after ? [after.accuracy[i] ?? NaN] : []),
                before.auc[l] ?? NaN,
                ...(after ? [after.auc[l] ?? NaN] : []),
              ];
            }),
          ),
        })}
        savedWith={shown.cutNote}
        stale={shown.stale}
        note={<PaperSays claim="wic" />}
        terms={['cosine', 'threshold', 'accuracy', 'bestCell', 'baseline', 'roc', 'specials']}
      >
        <GridMap
          rows={layers}
          columns={COLUMNS}
          before={before.accuracy}
          after={after?.accuracy}
          // what always saying the same tells right has the lightest colour
          range={[baseline, Math.max(before.best.accuracy, after?.best.accuracy ?? 0, baseline + 0.1)]}
          best={placeOf(before.best)}
          bestAfter={after && placeOf(after.best)}
          selected={[layer, threshold]}
          label={strings.wordsView.wic.name}
          spoken={words.spoken(
            strings.explore.layer(layer),
            COLUMNS[threshold] ?? '',
            value(before.accuracy),
            value(after?.accuracy),
          )}
          axis={words.axis}
          format={short}
          onSelect={choose}
        />
      </ChartFrame>
      {cuts && (
        <RandomCutsPart
          cuts={cuts}
          layer={layer}
          where={at(layer)}
          figures={[
            {
              name: words.bestOfLayer,
              before: bests(before),
              after: after && bests(after),
              range: cuts.figures?.scores,
              text: share,
            },
            {
              name: words.aucName,
              before: before.auc,
              after: after?.auc,
              range: cuts.figures?.others.auc,
              text: (found) => unit(found, 3),
            },
          ]}
        />
      )}
    </div>
  );
}

/** Each layer's best share. */
const bests = ({ bestByLayer }: WicGrid): readonly number[] => bestByLayer.map(({ accuracy }) => accuracy);
