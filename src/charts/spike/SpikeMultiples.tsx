import { memo, useMemo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, TailMarker, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { sliderOver } from '../plot/control.ts';
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
  /** Dimensions cut in this layer. */
  readonly cut: ReadonlySet<number>;
  /** Means after a cut that changes every dimension. */
  readonly after?: Float32Array | undefined;
}

export interface SpikeMultiplesProps {
  readonly layers: readonly SpikeLayer[];
  /** Index of the layer shown large. */
  readonly chosen: number;
  /** Whether the scale is wide enough for the means after, too, and not of those before alone. */
  readonly fitsAfter?: boolean;
  /** A token's vector in each layer. */
  readonly token?: readonly Float32Array[] | undefined;
  readonly onChoose: (layer: number) => void;
}

/** All layers small, on one scale; click or arrow keys choose one. */
export const SpikeMultiples = memo(function SpikeMultiplesView(props: SpikeMultiplesProps): ReactNode {
  const { layers, chosen, fitsAfter = false, token, onChoose } = props;
  const words = strings.charts.multiples;
  const range = useMemo(() => rangeOf(layers, fitsAfter), [layers, fitsAfter]);
  const now = layers[chosen];
  return (
    <Plot
      height={(width) => multiplesGrid(layers.length, width).height}
      label={words.control}
      control={sliderOver(layers.length, chosen, {
        page: 4,
        text: words.spoken(now?.label ?? '', now?.tails.map((tail) => tail.dim).join(', ') ?? ''),
        onMove: onChoose,
      })}
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
          <Small
            key={i}
            layer={layer}
            i={i}
            chosen={i === chosen}
            token={token?.[i]}
            range={range}
            grid={grid}
          />
        ));
      }}
    </Plot>
  );
});

interface SmallProps {
  readonly layer: SpikeLayer;
  readonly i: number;
  readonly chosen: boolean;
  readonly token: Float32Array | undefined;
  readonly range: readonly [number, number];
  readonly grid: MultiplesGrid;
}

const PAD = 4;

/** Height of a value; one beyond the range is held at its edge. */
function smallY(range: readonly [number, number], inner: number): (value: number) => number {
  const [low, high] = range;
  return (value) =>
    PAD + 5 + ((high - Math.min(high, Math.max(low, value))) / (high - low || 1)) * (inner - 2 * PAD - 10);
}

function Small({ layer, i, chosen, token, range, grid }: SmallProps): ReactNode {
  const { values, tails, label, cut, after } = layer;
  const step = (grid.width - 2 * PAD) / Math.max(1, values.length - 1);
  const y = smallY(range, grid.inner);
  // numbers alone, so that a line drawn once is not drawn again
  const size = { low: range[0], high: range[1], width: grid.width, inner: grid.inner };
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
      {token !== undefined && (
        <g data-passing="">
          <SmallLine values={token} look="tokenLine" {...size} />
        </g>
      )}
      <SmallLine values={values} tails={tails} look="line" {...size} />
      {after !== undefined && <SmallLine values={after} look="afterLine" {...size} />}
      {tails.map(({ dim, side, faint = false }) => {
        const x = round(PAD + dim * step);
        const tip = round(y(values[dim] ?? 0));
        const ghost = cut.has(dim);
        return (
          <g key={dim}>
            {!faint && (
              <line
                className={marks[ghost ? 'ghost' : 'tailLine']}
                x1={x}
                x2={x}
                y1={round(y(0))}
                y2={tip}
                strokeWidth={1.5}
              />
            )}
            <TailMarker
              x={x}
              y={side === 'min' ? tip + 4 : tip - 4}
              side={side}
              size={3}
              hollow={ghost}
              faint={faint}
            />
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
  /** Left out: they are drawn as needles. */
  readonly tails?: readonly Tail[];
  readonly look: 'line' | 'afterLine' | 'tokenLine';
  readonly low: number;
  readonly high: number;
  readonly width: number;
  readonly inner: number;
}

const SmallLine = memo(function SmallLineView(props: SmallLineProps): ReactNode {
  const { values, tails, look, low, high, width, inner } = props;
  const dims = new Set(tails?.filter(({ faint }) => faint !== true).map((tail) => tail.dim));
  const step = (width - 2 * PAD) / Math.max(1, values.length - 1);
  return <path className={styles[look]} d={spikePath(values, PAD, step, smallY([low, high], inner), dims)} />;
});

function rangeOf(layers: readonly SpikeLayer[], fitsAfter: boolean): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const { values, after } of layers)
    for (const drawn of fitsAfter && after ? [values, after] : [values]) {
      const spread = spreadOf(drawn);
      low = Math.min(low, spread.low);
      high = Math.max(high, spread.high);
    }
  return [low, high];
}

/** Each layer's extremes and tails. */
export function multiplesTable(layers: readonly SpikeLayer[]): Table {
  const words = strings.charts.multiples;
  const changed = layers.some(({ after, cut }) => after !== undefined || cut.size > 0);
  const rows = layers.map(({ label, values, tails, after, cut }, layer) => {
    const { low, high } = spreadOf(values);
    const left = spreadOf(after ?? values.map((value, dim) => (cut.has(dim) ? 0 : value)));
    return [
      { text: label, value: layer },
      low,
      values.indexOf(low),
      high,
      values.indexOf(high),
      tails.map((tail) => tail.dim).join(' '),
      ...(changed ? [left.low, left.high] : []),
    ];
  });
  return { columns: changed ? [...words.columns, ...words.afterColumns] : words.columns, rows };
}
