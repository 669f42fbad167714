import { memo, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Readout, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { decimal, signed } from '../scale/format.ts';
import { perWidth } from '../scale/per-width.ts';
import { tailSides, type Tail } from '../tail.ts';
import { nearestDim } from './nearest-dim.ts';
import { SpikeAxes, SpikeCuts, SpikeLabels, SpikeNeedles } from './SpikeMarks.tsx';
import { labelBoxes, spikeLabels } from './spike-labels.ts';
import { traceBoxes } from './trace-boxes.ts';
import { spikeLayout, zOf, type SpikeLayout } from './spike-layout.ts';
import { spikePath } from './spike-path.ts';

export interface SpikePlotProps {
  /** Mean of each dimension. */
  readonly values: Float32Array;
  readonly tails: readonly Tail[];
  readonly cut: ReadonlySet<number>;
  /** Means after a cut that changes every dimension (inside the network); else a cut dimension goes to 0. */
  readonly after?: Float32Array | undefined;
  readonly selected?: number | undefined;
  /** Lit from another chart. */
  readonly hovered?: number | undefined;
  /** Another vector of these dimensions: a token's. */
  readonly overlay?: Float32Array | undefined;
  /** How its value under the pointer is written; as a token's where nothing is said. */
  readonly overlayText?: (value: string) => string;
  /** Widens the vertical axis, so that layers can be compared. */
  readonly extent?: readonly [number, number];
  readonly height?: number;
  readonly onHover?: (dim: number | undefined) => void;
  readonly onSelect?: (dim: number) => void;
}

/** Value against dimension: one line, and a needle in the tail colour where a tail stands. */
export const SpikePlot = memo(function SpikePlotView(props: SpikePlotProps): ReactNode {
  const { values, tails, cut, selected, extent, height = 290, onHover, onSelect } = props;
  const [pointed, setPointed] = useState<number>();
  const words = strings.charts.spike;
  const dim = selected ?? tails[0]?.dim ?? 0;
  const layoutFor = useMemo(
    () => perWidth((width) => spikeLayout(values, width, height, extent)),
    [values, extent, height],
  );
  const { spread } = layoutFor(400);
  const side = tails.find((tail) => tail.dim === dim)?.side;
  const find = (x: number, y: number, width: number): number => {
    const layout = layoutFor(width);
    return nearestDim(values, layout.left, layout.step, layout.y, x, y);
  };
  const value = values[dim] ?? 0;
  return (
    <Plot
      height={height}
      label={words.control}
      control={sliderOver(values.length, dim, {
        text: words.spoken(
          dim,
          decimal(value),
          signed(zOf(value, spread), 1),
          side === undefined ? '' : words.spokenTail(strings.charts.tailSide[side]),
          cut.has(dim),
        ),
        onMove: onSelect,
      })}
      onPoint={(x, y, width) => {
        const next = x === undefined ? undefined : find(x, y, width);
        if (next === pointed) return;
        setPointed(next);
        onHover?.(next);
      }}
      onPress={(x, y, width) => onSelect?.(find(x, y, width))}
    >
      {({ width }) => (
        <SpikeDrawing
          {...props}
          layout={layoutFor(width)}
          hovered={pointed ?? props.hovered}
          reads={pointed}
        />
      )}
    </Plot>
  );
});

export interface SpikeDrawingProps extends SpikePlotProps {
  readonly layout: SpikeLayout;
  /** The dimension under this chart's own pointer. */
  readonly reads?: number | undefined;
}

/** The marks of a SpikePlot of a known size. */
export function SpikeDrawing(props: SpikeDrawingProps): ReactNode {
  const { values, tails, cut, after, overlay, layout, selected, hovered, reads } = props;
  const sides = useMemo(() => tailSides(tails.filter(({ faint }) => faint !== true)), [tails]);
  const path = useMemo(() => {
    const ownMarks = { has: (dim: number) => sides.has(dim) || cut.has(dim) };
    return spikePath(values, layout.left, layout.step, layout.y, ownMarks);
  }, [values, layout, sides, cut]);
  const labels = useMemo(() => spikeLabels(values, tails, layout, overlay), [values, tails, layout, overlay]);
  const avoid = useMemo(
    () => [
      ...labelBoxes(labels),
      ...traceBoxes(values, layout, cut),
      ...(after ? traceBoxes(after, layout, cut) : []),
    ],
    [labels, values, after, layout, cut],
  );
  const words = strings.charts.spike;
  return (
    <>
      <SpikeAxes layout={layout} selected={selected} />
      <Trace values={overlay} layout={layout} look="tokenLine" />
      <path className={marks['trace']} d={path} />
      <Trace values={after} layout={layout} look="afterLine" />
      <SpikeNeedles values={values} tails={tails} cut={cut} layout={layout} />
      <SpikeCuts values={values} cut={cut} after={after} sides={sides} layout={layout} avoid={avoid} />
      <SpikeLabels labels={labels} />
      {selected !== undefined && <Cursor dim={selected} values={values} layout={layout} line />}
      {hovered !== undefined && <Cursor dim={hovered} values={values} layout={layout} line={false} />}
      {reads !== undefined && (
        <Readout
          x={layout.x(reads)}
          y={layout.y(values[reads] ?? 0)}
          width={layout.width}
          lines={words.readout(
            reads,
            decimal(values[reads] ?? 0),
            signed(zOf(values[reads] ?? 0, layout.spread), 1) +
              (overlay === undefined
                ? ''
                : ` · ${(props.overlayText ?? words.overlay)(decimal(overlay[reads] ?? 0))}`),
          )}
        />
      )}
    </>
  );
}

/** A second vector over the first; what leaves the axes is held at their edge. */
const Trace = memo(function TraceView(props: {
  readonly values: Float32Array | undefined;
  readonly layout: SpikeLayout;
  readonly look: 'afterLine' | 'tokenLine';
}): ReactNode {
  const { values, layout, look } = props;
  if (values === undefined) return null;
  const held = (value: number): number => Math.min(layout.bottom, Math.max(layout.top, layout.y(value)));
  return <path className={marks[look]} d={spikePath(values, layout.left, layout.step, held)} />;
});

function Cursor(props: {
  readonly dim: number;
  readonly values: Float32Array;
  readonly layout: SpikeLayout;
  readonly line: boolean;
}): ReactNode {
  const { dim, values, layout, line } = props;
  const x = round(layout.x(dim));
  return (
    <g pointerEvents="none" data-passing={line ? undefined : ''}>
      {line && <line className={marks['cursor']} x1={x} x2={x} y1={layout.bottom} y2={layout.bottom + 6} />}
      <circle
        className={marks['cursorDot']}
        cx={x}
        cy={round(layout.y(values[dim] ?? 0))}
        r={line ? 4 : 3.5}
      />
    </g>
  );
}
