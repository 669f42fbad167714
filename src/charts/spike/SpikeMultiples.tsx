import { memo, useMemo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, TailMarker, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { Plot } from '../plot/Plot.tsx';
import type { Table } from '../table.ts';
import type { Tail } from '../tail.ts';
import styles from './SpikeMultiples.module.css';
import { multiplesGrid, type MultiplesGrid } from './multiples-grid.ts';
import { spikePath } from './spike-path.ts';
import { spreadOf } from './spread-of.ts';

export interface SpikeLayer {
  readonly label: string;
  readonly values: Float32Array;
  readonly tails: readonly Tail[];
}

export interface SpikeMultiplesProps {
  readonly layers: readonly SpikeLayer[];
  /** Index of the layer shown large. */
  readonly chosen: number;
  readonly cut: ReadonlySet<number>;
  readonly onChoose: (layer: number) => void;
}

/** All layers small, on one scale; click or arrow keys choose one. */
export const SpikeMultiples = memo(function SpikeMultiplesView(props: SpikeMultiplesProps): ReactNode {
  const { layers, chosen, cut, onChoose } = props;
  const words = strings.charts.multiples;
  const range = useMemo(() => rangeOf(layers), [layers]);
  const now = layers[chosen];
  return (
    <Plot
      height={(width) => multiplesGrid(layers.length, width).height}
      label={words.control}
      control={{
        kind: 'slider',
        value: chosen,
        min: 0,
        max: Math.max(0, layers.length - 1),
        page: 4,
        text: words.spoken(now?.label ?? '', now?.tails.map((tail) => tail.dim).join(', ') ?? ''),
        onMove: onChoose,
      }}
      onPress={(x, y, width) => {
        const grid = multiplesGrid(layers.length, width);
        const column = Math.min(grid.columns - 1, Math.floor(x / (grid.width + grid.gap)));
        const layer = Math.floor(y / grid.pitch) * grid.columns + column;
        if (layer >= 0 && layer < layers.length) onChoose(layer);
      }}
    >
      {({ width }) => {
        const grid = multiplesGrid(layers.length, width);
        return layers.map((layer, i) => (
          <Small key={i} layer={layer} i={i} chosen={i === chosen} cut={cut} range={range} grid={grid} />
        ));
      }}
    </Plot>
  );
});

interface SmallProps {
  readonly layer: SpikeLayer;
  readonly i: number;
  readonly chosen: boolean;
  readonly cut: ReadonlySet<number>;
  readonly range: readonly [number, number];
  readonly grid: MultiplesGrid;
}

function Small({ layer, i, chosen, cut, range, grid }: SmallProps): ReactNode {
  const { values, tails, label } = layer;
  const pad = 4;
  const step = (grid.width - 2 * pad) / Math.max(1, values.length - 1);
  const y = (value: number): number =>
    pad + 5 + ((range[1] - value) / (range[1] - range[0] || 1)) * (grid.inner - 2 * pad - 10);
  return (
    <g
      className={styles['small']}
      transform={`translate(${round((i % grid.columns) * (grid.width + grid.gap))},${Math.floor(i / grid.columns) * grid.pitch})`}
    >
      <rect
        className={styles[chosen ? 'chosen' : 'panel']}
        x={0.5}
        y={0.5}
        width={round(grid.width) - 1}
        height={grid.inner - 1}
        rx={5}
      />
      <SmallLine values={values} tails={tails} range={range} width={grid.width} inner={grid.inner} />
      {tails.map(({ dim, side }) => {
        const x = round(pad + dim * step);
        const tip = round(y(values[dim] ?? 0));
        const ghost = cut.has(dim);
        return (
          <g key={dim}>
            <line
              className={marks[ghost ? 'ghost' : 'tailLine']}
              x1={x}
              x2={x}
              y1={round(y(0))}
              y2={tip}
              strokeWidth={1.5}
            />
            <TailMarker x={x} y={side === 'min' ? tip + 4 : tip - 4} side={side} size={3} hollow={ghost} />
            {ghost && <circle className={marks['after']} cx={x} cy={round(y(0))} r={2.5} />}
          </g>
        );
      })}
      <Label x={round(grid.width / 2)} y={grid.inner + 14} anchor="middle" look={chosen ? 'strong' : 'text'}>
        {label}
      </Label>
    </g>
  );
}

interface SmallLineProps {
  readonly values: Float32Array;
  readonly tails: readonly Tail[];
  readonly range: readonly [number, number];
  readonly width: number;
  readonly inner: number;
}

const SmallLine = memo(function SmallLineView({
  values,
  tails,
  range,
  width,
  inner,
}: SmallLineProps): ReactNode {
  const pad = 4;
  const dims = new Set(tails.map((tail) => tail.dim));
  const y = (value: number): number =>
    pad + 5 + ((range[1] - value) / (range[1] - range[0] || 1)) * (inner - 2 * pad - 10);
  const step = (width - 2 * pad) / Math.max(1, values.length - 1);
  return <path className={styles['line']} d={spikePath(values, pad, step, y, dims)} />;
});

function rangeOf(layers: readonly SpikeLayer[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const { values } of layers) {
    const spread = spreadOf(values);
    low = Math.min(low, spread.low);
    high = Math.max(high, spread.high);
  }
  return [low, high];
}

/** Each layer's extremes and tails. */
export function multiplesTable(layers: readonly SpikeLayer[]): Table {
  const rows = layers.map(({ label, values, tails }) => {
    const { low, high } = spreadOf(values);
    return [
      label,
      low,
      values.indexOf(low),
      high,
      values.indexOf(high),
      tails.map((tail) => tail.dim).join(' '),
    ];
  });
  return { columns: strings.charts.multiples.columns, rows };
}
