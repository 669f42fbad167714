import { useMemo, type ReactNode } from 'react';
import type { Bars } from '../../charts/lines/LayerLines.tsx';
import { count, unit } from '../../charts/scale/format.ts';
import { anisotropyOf, type SideAnisotropy } from '../../store/derive/lab/geometry.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { anisotropyTitle } from '../explore/anisotropy-title.ts';
import styles from '../lab/lab.module.css';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { useGeometry } from './use-geometry.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.geometryView.anisotropy;
const { columns } = strings.geometryView;
const thousandths = (value: number): string => unit(value, 3);

/** The mean cosine of two random tokens by layer, with how far it may be off. */
export function AnisotropyPanel(): ReactNode {
  const shown = useGeometry();
  const cut = useApp(selectEffectiveCut);
  const control = useApp((state) => state.control);
  const sides = shown?.sides;
  const before = sides && anisotropyOf(sides.before);
  const after = sides?.after && anisotropyOf(sides.after);
  const beforeBars = useMemo(() => before && barsOf(before), [before]);
  const afterBars = useMemo(() => after && barsOf(after), [after]);
  if (!shown || !before || !beforeBars) return null;
  const { layer, where } = shown;
  const { pairs } = shown.sides.before.result;
  if (!Number.isFinite(before.values[layer])) return <p className={styles['hint']}>{words.oneSentence}</p>;
  return (
    <ScoreByLayer
      shown={shown}
      title={anisotropyTitle({
        before: before.values[layer] ?? NaN,
        after: after?.values[layer],
        cut,
        deed: shown.deed,
        dims: shown.sides.before.result.dims,
        layer,
        control,
      })}
      sentence={`${words.sentence}${intervalWords(before, after, layer, where)}${after?.exact === false ? words.estimated(count(pairs.sample.left.length)) : ''}`}
      sample={shown.sample}
      name="geometry-anisotropy"
      before={before.values}
      after={after?.values}
      beforeBars={beforeBars}
      afterBars={afterBars}
      columns={[
        { name: columns.before, values: before.values },
        { name: columns.low, values: beforeBars.low },
        { name: columns.high, values: beforeBars.high },
        after && { name: columns.after, values: after.values },
        afterBars && { name: columns.afterLow, values: afterBars.low },
        afterBars && { name: columns.afterHigh, values: afterBars.high },
      ]}
      measure={words.axis}
      text={thousandths}
      note={
        <>
          <PaperSays claim="anisotropy" />
          <PaperSays claim="isotropic" />
        </>
      }
      terms={['anisotropy', 'cosine', 'token', 'bootstrap']}
    />
  );
}

function barsOf({ intervals }: SideAnisotropy): Bars {
  return {
    low: intervals.map((interval) => interval?.low ?? NaN),
    high: intervals.map((interval) => interval?.high ?? NaN),
  };
}

function intervalWords(
  before: SideAnisotropy,
  after: SideAnisotropy | undefined,
  layer: number,
  where: string,
): string {
  const begun = where.charAt(0).toUpperCase() + where.slice(1);
  const [own, treated] = [before.intervals[layer], after?.intervals[layer]];
  return [
    own ? words.interval(begun, thousandths(own.low), thousandths(own.high)) : '',
    treated ? words.intervalAfter(thousandths(treated.low), thousandths(treated.high)) : '',
  ].join('');
}
