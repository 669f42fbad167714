import { memo, useState, type ReactNode } from 'react';
import { FootReadout, Label, ValueGrid, round } from '../marks.tsx';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { tickText } from '../scale/format.ts';
import styles from './LifeTrace.module.css';
import { lifeLayout, type LifeLayout, type LifeStage } from './life-layout.ts';

/** Kinds of step and what they are called, in the order of the key. */
export type LifeKinds = readonly { readonly kind: string; readonly name: string }[];

export interface LifeTraceProps {
  readonly stages: readonly LifeStage[];
  readonly kinds: LifeKinds;
  readonly label: string;
  /** What the values are, and what the stages. */
  readonly axes: readonly [values: string, stages: string];
  /** A step in two short lines, by its number. */
  readonly reading: (step: number) => readonly [string, string];
  /** What the value axis holds, where another trace is to be read on the same one; all of its own values when left out. */
  readonly extent?: readonly [number, number] | undefined;
  readonly height?: number;
}

/** Px below the drawing for the stages' own axis name and for what is read. */
const FOOT = 50;

/** How a value grows: every step a bar from the value before it to the value after it, stage by stage. */
export const LifeTrace = memo(function LifeTraceView(props: LifeTraceProps): ReactNode {
  const { stages, kinds, label, axes, reading, extent, height = 300 } = props;
  const [chosen, setChosen] = useState(0);
  const [pointed, setPointed] = useState<number>();
  const steps = stages.reduce((sum, stage) => sum + stage.steps.length, 0);
  const at = Math.min(pointed ?? chosen, steps - 1);
  const find = (x: number, width: number): number => {
    const { bars } = lifeLayout(stages, width, height, extent);
    const after = bars.findIndex((bar) => x < bar.x + bar.width);
    return after === -1 ? steps - 1 : after;
  };
  return (
    <>
      <ul className={styles['key']}>
        {kinds.map(({ kind, name }) => (
          <li key={kind}>
            <svg className={styles['swatch']} viewBox="0 0 12 12" aria-hidden>
              <rect className={classOf(kind)} width={12} height={12} rx={2} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <Plot
        height={height + FOOT}
        label={label}
        control={sliderOver(steps, Math.min(chosen, steps - 1), {
          page: 8,
          text: steps === 0 ? '' : reading(Math.min(chosen, steps - 1)).join(', '),
          onMove: setChosen,
        })}
        onPoint={(x, _, width) => {
          setPointed(x === undefined ? undefined : find(x, width));
        }}
        onPress={(x, _, width) => {
          setChosen(find(x, width));
        }}
      >
        {({ width }) => {
          const layout = lifeLayout(stages, width, height, extent);
          return (
            <>
              <Bars stages={stages} layout={layout} axes={axes} at={at} />
              {steps > 0 && <FootReadout width={width} x={layout.left} y={height + 24} lines={reading(at)} />}
            </>
          );
        }}
      </Plot>
    </>
  );
});

function Bars(props: {
  readonly stages: readonly LifeStage[];
  readonly layout: LifeLayout;
  readonly axes: LifeTraceProps['axes'];
  readonly at: number;
}): ReactNode {
  const { stages, layout, axes, at } = props;
  const { ticks, bars, y, bottom, top, right } = layout;
  const [values, named] = axes;
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return (
    <>
      <ValueGrid layout={layout} ticks={ticks} text={(tick) => tickText(tick, step)} />
      <Label x={0} y={10} look="small">
        {values}
      </Label>
      <Label x={right} y={bottom + 33} anchor="end" look="small">
        {named}
      </Label>
      {layout.stages.map(([from, to], stage) => (
        <g key={stage}>
          {stage > 0 && (
            <line className={styles['wall']} x1={round(from - 3)} x2={round(from - 3)} y1={top} y2={bottom} />
          )}
          <Label x={round((from + to) / 2)} y={bottom + 18} anchor="middle">
            {stages[stage]?.name ?? ''}
          </Label>
        </g>
      ))}
      {bars.map(({ kind, from, to, x, width }, i) => (
        <g key={i}>
          <rect
            className={classOf(kind)}
            x={round(x + 0.5)}
            width={round(Math.max(1, width - 1))}
            y={round(Math.min(y(from), y(to)))}
            height={round(Math.max(1, Math.abs(y(to) - y(from))))}
          />
          <line
            className={styles['level']}
            x1={round(x)}
            x2={round(x + width * (i + 1 < bars.length ? 2 : 1))}
            y1={round(y(to))}
            y2={round(y(to))}
          />
          {i === at && (
            <rect
              data-passing=""
              className={styles['here']}
              x={round(x - 0.5)}
              width={round(width + 1)}
              y={top}
              height={bottom - top}
            />
          )}
        </g>
      ))}
    </>
  );
}

function classOf(kind: string): string | undefined {
  return styles[kind] ?? styles['other'];
}
