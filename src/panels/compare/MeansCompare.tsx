import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, decimal, unit } from '../../charts/scale/format.ts';
import { SpikePlot } from '../../charts/spike/SpikePlot.tsx';
import { cosine } from '../../measures/cosine.ts';
import type { PortraitResult } from '../../protocol/experiments/compare.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { drawnTails } from '../explore/drawn-tails.ts';
import styles from './compare.module.css';
import { ContributorTable } from './ContributorTable.tsx';
import type { Compared } from './use-compared.ts';
import type { ComparedSide } from './use-side.ts';

const words = strings.compareView.means;
const NO_CUT: ReadonlySet<number> = new Set();

/** The mean vectors of both sides in the layer on screen: over each other where both have the same dimensions. */
export function MeansCompare({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b, names } = compared;
  const chosen = useApp(selectLayer);
  const [one, other] = [a.portrait, b.portrait];
  if (!one || !other) return null;
  const layer = Math.min(chosen, one.layers - 1, other.layers - 1);
  // components are no dimensions
  const whitened = [a, b].some(({ side }) => side.remedy?.kind === 'whiten');
  const alike = one.dims === other.dims && !whitened;
  return (
    <>
      <MeanChart
        side={a}
        portrait={one}
        name={names.nameA}
        layer={layer}
        {...(alike && { over: { portrait: other, name: names.nameB, cutOfA: compared.cutOfA } })}
      />
      {!alike && <MeanChart side={b} portrait={other} name={names.nameB} layer={layer} />}
      <div className={styles['column']}>
        <ContributorTable side={a} name={names.nameA} layer={layer} />
        <ContributorTable side={b} name={names.nameB} layer={layer} />
      </div>
    </>
  );
}

function MeanChart(props: {
  readonly side: ComparedSide;
  readonly portrait: PortraitResult;
  readonly name: string;
  readonly layer: number;
  /** The other side, drawn over it. */
  readonly over?: { readonly portrait: PortraitResult; readonly name: string; readonly cutOfA: boolean };
}): ReactNode {
  const { side, portrait, name, layer, over } = props;
  const letter = strings.compareView.sides[side.id];
  const values = useMemo(() => meanOf(portrait, layer), [portrait, layer]);
  const otherPortrait = over?.portrait;
  const second = useMemo(() => otherPortrait && meanOf(otherPortrait, layer), [otherPortrait, layer]);
  const tails = useMemo(() => drawnTails(side.tails, layer), [side.tails, layer]);
  const extent = useMemo(() => second && ([Math.min(...second), Math.max(...second)] as const), [second]);
  const where = strings.explore.inLayer(layer);
  return (
    <ChartFrame
      title={
        second
          ? words.both({ where, apart: unit(cosine(values, second), 3) })
          : words.one({ side: letter, name, where })
      }
      sentence={over ? words.overlaid(name, over.name) : words.sentence}
      sample={strings.compareView.chart.tokens(portrait.sentences, count(portrait.tokens))}
      summary={[furthest(over ? 'A' : letter, values), ...(second ? [furthest('B', second)] : [])].join(' ')}
      name={over ? 'compare-means' : `compare-mean-${letter}`}
      heading={4}
      terms={['meanVector', 'dimension', 'tail', 'cosine']}
      rows={() => ({
        columns: second ? words.columns : [words.columns[0], letter],
        rows: Array.from(values, (value, dim) => [dim, value, ...(second ? [second[dim] ?? NaN] : [])]),
      })}
    >
      <SpikePlot
        values={values}
        tails={tails}
        cut={NO_CUT}
        {...(over?.cutOfA === true ? { after: second } : { overlay: second, overlayText: words.reading })}
        {...(extent && { extent })}
        height={270}
      />
    </ChartFrame>
  );
}

function meanOf({ mean, dims }: PortraitResult, layer: number): Float32Array {
  return mean.subarray(layer * dims, (layer + 1) * dims);
}

function furthest(name: string, values: Float32Array): string {
  let dim = 0;
  for (let d = 1; d < values.length; d++) if (Math.abs(values[d] ?? 0) > Math.abs(values[dim] ?? 0)) dim = d;
  return words.summary(name, dim, decimal(values[dim] ?? NaN));
}
