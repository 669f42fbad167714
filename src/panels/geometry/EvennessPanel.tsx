import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerLines, layerLinesTable } from '../../charts/lines/LayerLines.tsx';
import { evennessOf, type GeometrySide } from '../../store/derive/lab/geometry.ts';
import { strings } from '../../strings/index.ts';
import { layerCells } from '../explore/words.ts';
import styles from '../lab/lab.module.css';
import { evennessText, evennessTitle } from './titles.ts';
import { useGeometry } from './use-geometry.ts';

const { even, columns } = strings.geometryView;

type Kind = 'isoScore' | 'kurtosis';

/** How evenly vectors use their dimensions, by layer. */
export function EvennessPanel({ kind }: { readonly kind: Kind }): ReactNode {
  const shown = useGeometry();
  const sides = shown?.sides;
  const before = useMemo(() => sides && valuesOf(sides.before, kind), [sides, kind]);
  const after = useMemo(() => sides?.after && valuesOf(sides.after, kind), [sides, kind]);
  if (!shown || !before) return null;
  const { layer, names } = shown;
  const words = even[kind];
  const text = evennessText[kind];
  if (!before.some(Number.isFinite)) return <p className={styles['hint']}>{even.isoScore.none}</p>;
  return (
    <ChartFrame
      title={evennessTitle(kind, before[layer] ?? NaN, after?.[layer], shown.deed, shown.where)}
      sentence={words.sentence}
      sample={shown.sample}
      summary={names
        .map((_, l) =>
          strings.lab.byLayer(
            strings.explore.layer(l),
            text(before[l] ?? NaN),
            after ? text(after[l] ?? NaN) : '',
          ),
        )
        .join(' ')}
      name={kind}
      rows={() =>
        layerLinesTable(layerCells(names.length), [
          { name: columns.before, values: before },
          after && { name: columns.after, values: after },
        ])
      }
      savedWith={shown.cutNote}
      stale={shown.stale}
      terms={[kind, 'dimension']}
    >
      <LayerLines
        layers={names}
        before={{ name: shown.baseName, values: before }}
        after={after && { name: shown.cutName, values: after }}
        selected={layer}
        measure={words.axis}
        format={text}
        onSelect={shown.onLayer}
      />
    </ChartFrame>
  );
}

const valuesOf = (side: GeometrySide, kind: Kind): readonly number[] =>
  evennessOf(side).map((figures) => figures[kind]);
