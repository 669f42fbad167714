import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { GridMap } from '../../../charts/grid/GridMap.tsx';
import { count, unit } from '../../../charts/scale/format.ts';
import { THRESHOLDS } from '../../../measures/threshold-grid.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { wicGrid, type WicGrid } from '../../../store/derive/lab/wic.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { layerNames } from '../../explore/words.ts';
import { placeOf, thresholdShown } from '../../words/use-wic-cell.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { NothingMeasured } from './NothingMeasured.tsx';
import { Twins } from './Twins.tsx';
import { sideWords } from './side-words.ts';
import { useEvidence, type ShownEvidence } from './use-evidence.ts';

const words = strings.wordsView.wic;
const COLUMNS = THRESHOLDS.map((value) => unit(value, 1));
const share = (value: number): string => unit(value, 4);
const short = (value: number): string => unit(value, 2);
/** Of the scale, where no cell is much better than always saying the same. */
const LEAST_RANGE = 0.1;

/** Word in Context: the accuracy of each layer and threshold of either side, on one scale of colours. */
export function GridCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const one = useEvidence('wic', a);
  const other = useEvidence('wic', b);
  const gridA = useGrid(one);
  const gridB = useGrid(other);
  const range = useMemo(() => rangeOf([gridA, gridB]), [gridA, gridB]);
  return (
    <Twins>
      <SideGrid shown={one} grid={gridA} name={names.nameA} range={range} />
      <SideGrid shown={other} grid={gridB} name={names.nameB} range={range} />
    </Twins>
  );
}

function useGrid({ found }: ShownEvidence<'wic'>): WicGrid | undefined {
  const evidence = found?.evidence;
  const layers = found?.scores.length ?? 0;
  return useMemo(() => evidence && wicGrid(evidence.cosines, evidence.same, layers), [evidence, layers]);
}

/** What always saying the same tells right has the lightest colour, the best cell of either side the darkest. */
function rangeOf(grids: readonly (WicGrid | undefined)[]): readonly [number, number] {
  const known = grids.flatMap((grid) => (grid && Number.isFinite(grid.baseline) ? [grid] : []));
  if (known.length === 0) return [0, 1];
  const low = Math.min(...known.map(({ baseline }) => baseline));
  return [low, Math.max(low + LEAST_RANGE, ...known.map(({ best }) => best.accuracy))];
}

function SideGrid(props: {
  readonly shown: ShownEvidence<'wic'>;
  readonly grid: WicGrid | undefined;
  readonly name: string;
  readonly range: readonly [number, number];
}): ReactNode {
  const { shown, grid, name, range } = props;
  const { side, found, ask } = shown;
  const chosen = useApp(selectLayer);
  const threshold = useApp((state) => state.opened.threshold);
  const data = useApp((state) => selectData('wic', state)?.name ?? '');
  const { selectLayer: onLayer, open } = useActions();
  const layerCount = found?.scores.length ?? 0;
  const layers = useMemo(() => layerNames(layerCount), [layerCount]);
  if (!found || !grid) return <SideStatus asks={[ask]} />;
  const { letter, titled, sentence, prefix } = sideWords(side, name);
  const pairs = found.evidence.same.length;
  if (pairs === 0) return <NothingMeasured side={letter} />;
  const layer = Math.min(chosen, layers.length - 1);
  const at = strings.explore.inLayer;
  const { best, accuracy, auc, baseline } = grid;
  const column = thresholdShown(grid, layer, threshold);
  return (
    <ChartFrame
      title={titled(words.title(share(best.accuracy), at(best.layer), unit(best.threshold, 1)))}
      sentence={`${sentence(strings.compareDetails.tasks.grid)} ${words.baseline(share(baseline))}`}
      sample={strings.compareView.chart.sample(
        words.pairs(count(pairs)),
        data,
        side.setting?.specials !== 'exclude',
      )}
      summary={words.summary(words.cell(share(best.accuracy), at(best.layer), unit(best.threshold, 1)), '')}
      name={`${prefix}wic`}
      heading={4}
      terms={['cosine', 'threshold', 'accuracy', 'bestCell', 'baseline']}
      rows={() => ({
        columns: words.columns.filter((_, i) => i !== 3 && i !== 5),
        rows: layers.flatMap((__, l) =>
          THRESHOLDS.map((over, t) => [
            { text: strings.explore.layer(l), value: l },
            over,
            accuracy[l * THRESHOLDS.length + t] ?? NaN,
            auc[l] ?? NaN,
          ]),
        ),
      })}
    >
      <GridMap
        rows={layers}
        columns={COLUMNS}
        before={accuracy}
        range={range}
        best={placeOf(best)}
        selected={[layer, column]}
        label={titled(words.name)}
        spoken={words.spoken(
          strings.explore.layer(layer),
          COLUMNS[column] ?? '',
          share(accuracy[layer * THRESHOLDS.length + column] ?? NaN),
          '',
        )}
        axis={words.axis}
        format={short}
        onSelect={(row, over) => {
          onLayer(row);
          open('threshold', over);
        }}
      />
    </ChartFrame>
  );
}
