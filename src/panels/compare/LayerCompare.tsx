import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import {
  LayerLines,
  layerLinesTable,
  type Bars,
  type Level,
  type NamedLine,
} from '../../charts/lines/LayerLines.tsx';
import { selectLayer } from '../../store/derive/choice.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import type { Terms } from '../../ui/term/Term.tsx';
import { layerCells, layerNames } from '../explore/words.ts';

const words = strings.compareView.chart;

/** How a measure is written. */
export interface Writing {
  readonly value: (value: number) => string;
  /** With its sign. */
  readonly change: (change: number) => string;
  /** On the axis; within ±1 where left out. */
  readonly tick?: (value: number, step: number) => string;
}

type BarsAre = keyof typeof words.lowest;

export interface LayerCompareProps extends Writing {
  readonly what: string;
  /** Over the axis of its values; what it is where left out. */
  readonly axis?: string;
  readonly hint: string;
  readonly name: string;
  readonly sample: string;
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** Between what the values of either lie: nine in ten of them, unless it is an interval of 95 %. */
  readonly barsA?: Bars | undefined;
  readonly barsB?: Bars | undefined;
  readonly barsAre?: BarsAre;
  /** What both are held against, the same in every layer. */
  readonly levels?: readonly Level[] | undefined;
  readonly nameA: string;
  readonly nameB: string;
  /** Whether B is what a cut leaves of A: then it has the colour of that. */
  readonly cutOfA: boolean;
  readonly most?: number;
  readonly terms: Terms;
}

/** One measure by layer of both sides in one picture, and the difference where the cursor is. */
export function LayerCompare(props: LayerCompareProps): ReactNode {
  const { what, hint, a, b, levels, nameA, nameB, cutOfA, value, change } = props;
  const chosen = useApp(selectLayer);
  const { selectLayer: onSelect } = useActions();
  const count = Math.max(a.length, b.length);
  const layers = useMemo(() => layerNames(count), [count]);
  const layer = Math.min(chosen, count - 1);
  const [one, other] = [a[layer] ?? NaN, b[layer] ?? NaN];
  const before = useMemo(() => ({ name: 'A', values: a }), [a]);
  const second = useMemo(() => ({ name: 'B', values: b }), [b]);
  const differences = Float64Array.from({ length: count }, (_, l) => (b[l] ?? NaN) - (a[l] ?? NaN));
  const where = strings.explore.inLayer(layer);
  return (
    <ChartFrame
      title={
        value(one) === value(other)
          ? words.titleSame({ what, where, a: value(one) })
          : words.title({ what, where, a: value(one), b: value(other), difference: change(other - one) })
      }
      sentence={`${hint} ${words.sentence(nameA, nameB)}`}
      sample={props.sample}
      summary={[
        ...layers.map((_, l) => words.row(strings.explore.layer(l), value(a[l] ?? NaN), value(b[l] ?? NaN))),
        ...(levels ?? []).map((level) => strings.lab.byLayer(level.name, value(level.value), '')),
      ].join(' ')}
      name={`compare-${props.name}`}
      heading={3}
      terms={props.terms}
      rows={() =>
        layerLinesTable(layerCells(count), [
          { name: `A: ${nameA}`, values: a },
          { name: `B: ${nameB}`, values: b },
          { name: words.difference, values: differences },
          ...barLines('A', props.barsA, props.barsAre),
          ...barLines('B', props.barsB, props.barsAre),
          ...(levels ?? []).map((level) => ({
            name: level.name,
            values: new Float64Array(count).fill(level.value),
          })),
        ])
      }
    >
      <LayerLines
        layers={layers}
        before={before}
        beforeBars={props.barsA}
        {...(cutOfA ? { after: second, afterBars: props.barsB } : { token: second, tokenBars: props.barsB })}
        lasting
        selected={layer}
        measure={what}
        axis={props.axis ?? what}
        {...(props.tick && { tick: props.tick })}
        {...(levels && { levels })}
        {...(props.most !== undefined && { most: props.most })}
        format={value}
        height={200}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}

/** The ends of a side's bars, as lines of the table of values. */
const barLines = (side: string, bars: Bars | undefined, are: BarsAre = 'spread'): readonly NamedLine[] =>
  bars
    ? [
        { name: words.lowest[are](side), values: bars.low },
        { name: words.highest[are](side), values: bars.high },
      ]
    : [];
