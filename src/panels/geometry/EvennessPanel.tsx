import { useMemo, type ReactNode } from 'react';
import { evennessOf, type GeometrySide } from '../../store/derive/lab/geometry.ts';
import { strings } from '../../strings/index.ts';
import styles from '../lab/lab.module.css';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { evennessText, evennessTitle } from './titles.ts';
import { useGeometry } from './use-geometry.ts';

const { even } = strings.geometryView;

type Kind = 'isoScore' | 'kurtosis';

/** How evenly vectors use their dimensions, by layer. */
export function EvennessPanel({ kind }: { readonly kind: Kind }): ReactNode {
  const shown = useGeometry();
  const sides = shown?.sides;
  const before = useMemo(() => sides && valuesOf(sides.before, kind), [sides, kind]);
  const after = useMemo(() => sides?.after && valuesOf(sides.after, kind), [sides, kind]);
  if (!shown || !before) return null;
  const { layer } = shown;
  const words = even[kind];
  const text = evennessText[kind];
  if (!before.some(Number.isFinite)) return <p className={styles['hint']}>{even.isoScore.none}</p>;
  return (
    <ScoreByLayer
      shown={shown}
      title={evennessTitle(kind, before[layer] ?? NaN, after?.[layer], shown.deed, shown.where)}
      sentence={words.sentence}
      sample={shown.sample}
      name={kind}
      before={before}
      after={after}
      measure={words.axis}
      text={text}
      terms={[kind, 'dimension']}
    />
  );
}

const valuesOf = (side: GeometrySide, kind: Kind): readonly number[] =>
  evennessOf(side).map((figures) => figures[kind]);
