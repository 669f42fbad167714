import { memo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { DimTicks, Label, TailMarker, ValueGrid, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { tickText } from '../scale/format.ts';
import type { Tail, TailSide } from '../tail.ts';
import type { Box } from '../scale/place-labels.ts';
import { cutLabels } from './cut-labels.ts';
import type { SpikeLabel } from './spike-labels.ts';
import type { SpikeLayout } from './spike-layout.ts';

/** Horizontal grid with values; dimensions below, the selected one among them. */
export const SpikeAxes = memo(function SpikeAxesView({
  layout,
  selected,
}: {
  readonly layout: SpikeLayout;
  readonly selected: number | undefined;
}): ReactNode {
  const { right, bottom, yTicks, xTicks, x } = layout;
  const step = Math.abs((yTicks[1] ?? 1) - (yTicks[0] ?? 0));
  return (
    <>
      <ValueGrid layout={layout} ticks={yTicks} text={(tick) => tickText(tick, step)} />
      <DimTicks ticks={xTicks} selected={selected} x={x} y={bottom + 17} />
      <Label x={right} y={bottom + 33} anchor="end" look="small">
        {strings.charts.spike.axis}
      </Label>
    </>
  );
});

interface NeedlesProps {
  readonly values: Float32Array;
  readonly tails: readonly Tail[];
  readonly cut: ReadonlySet<number>;
  readonly layout: SpikeLayout;
}

/** The tails' needles: solid, or a ghost of itself where the tail is cut. */
export const SpikeNeedles = memo(function SpikeNeedlesView({
  values,
  tails,
  cut,
  layout,
}: NeedlesProps): ReactNode {
  return tails.map(({ dim, side, faint = false }) => {
    const x = round(layout.x(dim));
    const zero = layout.y(0);
    const tip = round(layout.y(values[dim] ?? 0));
    const ghost = cut.has(dim);
    // the triangle points the way the tail reaches, even where this layer's mean is small or on the other side
    const past = side === 'min' ? Math.max(tip, zero) + 6 : Math.min(tip, zero) - 6;
    if (faint) return <TailMarker key={dim} x={x} y={past} side={side} size={4} hollow={ghost} faint />;
    return (
      <g key={dim}>
        <line
          className={marks[ghost ? 'ghost' : 'tailLine']}
          x1={x}
          x2={x}
          y1={round(layout.y(0))}
          y2={tip}
        />
        <TailMarker x={x} y={past} side={side} hollow={ghost} />
      </g>
    );
  });
});

interface CutsProps {
  readonly values: Float32Array;
  readonly cut: ReadonlySet<number>;
  readonly after: Float32Array | undefined;
  readonly sides: ReadonlyMap<number, TailSide>;
  readonly layout: SpikeLayout;
  /** What names must keep clear of. */
  readonly avoid: readonly Box[];
}

/** Where each cut dimension is now: a dot on zero, named as long as the names have room. */
export const SpikeCuts = memo(function SpikeCutsView({
  values,
  cut,
  after,
  sides,
  layout,
  avoid,
}: CutsProps): ReactNode {
  const { x, y } = layout;
  // tails are named first where there is no room for all
  const dims = [...cut]
    .filter((dim) => dim >= 0 && dim < values.length)
    .sort((a, b) => Number(sides.has(b)) - Number(sides.has(a)) || a - b);
  // of very many only the tails are worth their names: the cut bar has all
  const told = dims.length > 6 ? dims.filter((dim) => sides.has(dim)) : dims;
  const names = cutLabels(values, told, layout, avoid);
  return dims.map((dim) => {
    const value = values[dim] ?? 0;
    const px = round(x(dim));
    const now = round(y(after?.[dim] ?? 0));
    const spot = names.get(dim);
    return (
      <g key={dim}>
        {!sides.has(dim) && (
          <line className={marks['ghostPlain']} x1={px} x2={px} y1={round(y(0))} y2={round(y(value))} />
        )}
        <circle className={marks['afterDot']} cx={px} cy={now} r={4.5} />
        {spot !== undefined && (
          <Label x={round(spot.x)} y={round(spot.y)} anchor={spot.anchor} look="afterText" halo>
            {strings.charts.spike.afterCut(dim)}
          </Label>
        )}
      </g>
    );
  });
});

interface LabelsProps {
  readonly labels: readonly SpikeLabel[];
}

export const SpikeLabels = memo(function SpikeLabelsView({ labels }: LabelsProps): ReactNode {
  return labels.map(({ dim, spot, lines, tail }) => {
    const x = round(spot.x);
    const [first, ...more] = lines;
    return (
      <g key={dim}>
        <Label x={x} y={round(spot.y)} anchor={spot.anchor} look={tail ? 'tailText' : 'text'} halo>
          {dim}
          {first !== undefined && (
            <tspan className={marks['text']} dx={5} fontWeight={400}>
              {first}
            </tspan>
          )}
        </Label>
        {more.map((line, i) => (
          <Label key={i} x={x} y={round(spot.y) + 15 * (i + 1)} anchor={spot.anchor} halo>
            {line}
          </Label>
        ))}
      </g>
    );
  });
});
