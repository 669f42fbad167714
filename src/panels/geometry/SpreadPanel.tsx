import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { SpreadRows } from '../../charts/spread/SpreadRows.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import type { Table } from '../../charts/table.ts';
import { COSINE_BINS, type CosineSpread } from '../../measures/cosine-spread.ts';
import { spreadsOf } from '../../store/derive/lab/geometry.ts';
import { strings } from '../../strings/index.ts';
import { layerCells } from '../explore/words.ts';
import styles from '../lab/lab.module.css';
import { spreadTitle } from './titles.ts';
import { useGeometry } from './use-geometry.ts';

const words = strings.geometryView.spread;
const RANGE = [-1, 1] as const;

/** How the cosines of pairs of tokens are spread, layer by layer. */
export function SpreadPanel(): ReactNode {
  const shown = useGeometry();
  const sides = shown?.sides;
  const before = sides && spreadsOf(sides.before);
  const after = sides?.after && spreadsOf(sides.after);
  const beforeShares = useMemo(() => before?.map(({ shares }) => shares), [before]);
  const afterShares = useMemo(() => after?.map(({ shares }) => shares), [after]);
  if (!shown || !before || !beforeShares) return null;
  const { layer, names } = shown;
  const { pairs, pairsComplete, pairsFrom } = shown.sides.before.result;
  const size = pairs.sample.left.length;
  if (size === 0) return <p className={styles['hint']}>{words.none}</p>;
  const spoken = (row: number): string =>
    words.summary(
      strings.explore.layer(row),
      unit(before[row]?.median ?? NaN, 3),
      after ? unit(after[row]?.median ?? NaN, 3) : '',
    );
  return (
    <ChartFrame
      title={spreadTitle(before[layer], after?.[layer], shown.deed, shown.where)}
      sentence={words.sentence}
      sample={shown.sampleOf(words.pairs(count(size), pairsComplete, pairsFrom === 'one-sentence'))}
      summary={names.map((_, row) => spoken(row)).join(' ')}
      name="cosines"
      rows={() => tableOf(before, after)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      terms={['quantile', 'token', 'specials']}
    >
      <SpreadRows
        names={names}
        before={beforeShares}
        after={afterShares}
        range={RANGE}
        selected={layer}
        axis={words.axis}
        spoken={spoken}
        onSelect={shown.onLayer}
      />
    </ChartFrame>
  );
}

/** Bins that hold anything. */
function tableOf(before: readonly CosineSpread[], after: readonly CosineSpread[] | undefined): Table {
  const size = 2 / COSINE_BINS;
  const cells = layerCells(before.length);
  return {
    columns: words.columns,
    rows: before.flatMap(({ shares }, layer) =>
      Array.from(shares).flatMap((share, bin) => {
        const left = after?.[layer]?.shares[bin];
        if (share === 0 && (left ?? 0) === 0) return [];
        const [from, to] = [bin, bin + 1].map((edge) => Number((edge * size - 1).toFixed(2)));
        return [[cells[layer] ?? layer, from ?? NaN, to ?? NaN, share, left ?? NaN]];
      }),
    ),
  };
}
