import { memo, useCallback, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { perWidth } from '../scale/per-width.ts';
import { DimTicks, FootReadout, Label, TokenMark, round } from '../marks.tsx';
import { Canvas } from '../plot/Canvas.tsx';
import { Plot } from '../plot/Plot.tsx';
import { useRamp } from '../plot/use-ramp.ts';
import { decimal, signed } from '../scale/format.ts';
import { rampIndex } from '../scale/ramp.ts';
import { textWidth } from '../scale/text-width.ts';
import type { Table } from '../table.ts';
import type { Tail } from '../tail.ts';
import { HeatCuts, HeatTails } from './HeatMarks.tsx';
import { columnDims, farthestZ, heatLayout, heatPlace, heatSteps, type HeatLayout } from './heat-layout.ts';
import styles from './LayerHeatMap.module.css';

/** What the picture says in words. */
export type HeatWords = Pick<
  typeof strings.charts.heat,
  'control' | 'legend' | 'legendShort' | 'readout' | 'spoken'
>;

export interface LayerHeatMapProps {
  /** z of the mean, [layers, dims]. */
  readonly z: Float32Array;
  /** The same after a cut: the lower part of each row. */
  readonly after?: Float32Array | undefined;
  readonly dims: number;
  /** Of how many dimensions the scale of colours is, where it is another map's, too. */
  readonly scaleDims?: number;
  readonly layers: readonly string[];
  /** Their names in full, where the labels are short for them. */
  readonly names?: readonly string[];
  readonly tails: readonly Tail[];
  readonly cut: ReadonlySet<number>;
  /** The first layer that the cut reaches. */
  readonly cutFrom?: number;
  /** The dimension where a token's own vector is farthest from 0, a layer each. */
  readonly token?: readonly number[] | undefined;
  readonly layer: number;
  readonly selected?: number | undefined;
  readonly hovered?: number | undefined;
  readonly onHover?: (dim: number | undefined) => void;
  readonly onSelect?: (dim: number, layer: number) => void;
  /** Where it is of something else than means. */
  readonly words?: HeatWords;
}

interface Cell {
  readonly layer: number;
  readonly dim: number;
}

/** Every layer and dimension at once: a tail is a line from top to bottom. */
export const LayerHeatMap = memo(function LayerHeatMapView(props: LayerHeatMapProps): ReactNode {
  const {
    z,
    after,
    dims,
    layers,
    names,
    tails,
    cut,
    cutFrom = 0,
    layer,
    selected,
    token,
    onHover,
    onSelect,
    words = strings.charts.heat,
  } = props;
  const [pointed, setPointed] = useState<Cell>();
  const most = farthestZ(props.scaleDims ?? dims);
  const layoutFor = useMemo(() => perWidth((width) => heatLayout(layers, dims, width)), [layers, dims]);
  const dim = selected ?? tails[0]?.dim ?? 0;
  const cellAt = (x: number, y: number, width: number): Cell | undefined => {
    const { left, right, top, bottom, row } = layoutFor(width);
    if (x < left || x >= right || y < top || y >= bottom) return undefined;
    const at = Math.floor((y - top) / row);
    const px = Math.floor(x - left);
    const drawn = columnDims(z, at, dims, Math.floor(right - left))[px];
    // a tail is easily missed by a px or two
    const near = tails.find((tail) => Math.abs(layoutFor(width).x(tail.dim + 0.5) - x) < 3);
    return { layer: at, dim: near?.dim ?? drawn ?? 0 };
  };
  return (
    <Plot
      height={layoutFor(300).height}
      label={words.control}
      control={{
        kind: 'grid',
        text: words.spoken(dim, layers[layer] ?? '', signed(z[layer * dims + dim] ?? 0, 1)),
        onStep: (right, down) => {
          onSelect?.(clamp(dim + right, dims), clamp(layer + down, layers.length));
        },
      }}
      onPoint={(x, y, width) => {
        const cell = x === undefined ? undefined : cellAt(x, y, width);
        if (cell?.dim === pointed?.dim && cell?.layer === pointed?.layer) return;
        setPointed(cell);
        onHover?.(cell?.dim);
      }}
      onPress={(x, y, width) => {
        const cell = cellAt(x, y, width);
        if (cell !== undefined) onSelect?.(cell.dim, cell.layer);
      }}
      under={({ width }) => (
        <HeatCanvas z={z} after={after} dims={dims} most={most} width={width} layout={layoutFor(width)} />
      )}
    >
      {({ width }) => {
        const layout = layoutFor(width);
        const hovered = pointed?.dim ?? props.hovered;
        return (
          <>
            <HeatAxes
              layout={layout}
              layers={layers}
              layer={layer}
              most={most}
              selected={selected}
              words={words}
            />
            <HeatTails layout={layout} tails={tails} cut={cut} />
            <HeatCuts layout={layout} cut={cut} from={cutFrom} />
            {token !== undefined && (
              <g pointerEvents="none" data-passing="">
                {token.map((at, i) => (
                  <TokenMark
                    key={i}
                    x={layout.x(at + 0.5)}
                    y={layout.top + (i + 0.5) * layout.row}
                    size={Math.min(5, layout.row / 2)}
                  />
                ))}
              </g>
            )}
            {selected !== undefined && <Column layout={layout} dim={selected} look="chosen" />}
            {hovered !== undefined && <Column layout={layout} dim={hovered} look="lit" />}
            {pointed !== undefined && (
              <FootReadout
                width={width}
                x={4}
                y={layout.bottom + 40}
                lines={readout(
                  z[pointed.layer * dims + pointed.dim] ?? 0,
                  pointed.dim,
                  names?.[pointed.layer] ?? layers[pointed.layer] ?? '',
                  words,
                )}
              />
            )}
          </>
        );
      }}
    </Plot>
  );
});

function readout(z: number, dim: number, layer: string, words: HeatWords): readonly [string, string] {
  return words.readout(dim, layer, decimal(Math.abs(z), 1), z < 0);
}

interface HeatCanvasProps {
  readonly z: Float32Array;
  readonly after: Float32Array | undefined;
  readonly dims: number;
  readonly most: number;
  readonly width: number;
  readonly layout: HeatLayout;
}

const LEGEND = 180;

/** The part of a row that is before the cut, where one is made. */
const BEFORE = 0.6;

const HeatCanvas = memo(function HeatCanvasView({
  z,
  after,
  dims,
  most,
  width,
  layout,
}: HeatCanvasProps): ReactNode {
  const colours = useRamp('diverging');
  const paint = useCallback(
    (context: CanvasRenderingContext2D, density: number) => {
      const layers = Math.round(z.length / dims);
      const px = Math.round((layout.right - layout.left) * density);
      const strip = new ImageData(px, 1);
      const words = new Uint32Array(strip.data.buffer);
      const device = (value: number): number => Math.round(value * density);
      const stripOf = (values: Float32Array, layer: number, from: number, to: number): void => {
        // the dimensions drawn are those of the whole vectors, so that the two parts can be compared
        const shown = columnDims(z, layer, dims, px);
        for (let i = 0; i < px; i++) {
          const value = values[layer * dims + (shown[i] ?? 0)] ?? 0;
          words[i] = colours.words[rampIndex(heatPlace(value, most))] ?? 0;
        }
        for (let y = from; y < to; y++) context.putImageData(strip, device(layout.left), y);
      };
      for (let layer = 0; layer < layers; layer++) {
        const top = device(layout.top + layer * layout.row);
        // rows are told apart by a px of paper
        const bottom = device(layout.top + (layer + 1) * layout.row - 1);
        const border = after === undefined ? bottom : device(layout.top + (layer + BEFORE) * layout.row);
        stripOf(z, layer, top, border);
        if (after !== undefined) stripOf(after, layer, border, bottom);
      }
      const wide = Math.min(LEGEND, layout.right - layout.left);
      for (let i = 0; i < wide; i++) {
        context.fillStyle = colours.fill[rampIndex(i / (wide - 1))] ?? '';
        context.fillRect(layout.right - wide + i, layout.bottom + 26, 1.5, 8);
      }
    },
    [z, after, dims, most, layout, colours],
  );
  return <Canvas width={width} height={layout.height} paint={paint} />;
});

const HeatAxes = memo(function HeatAxesView(props: {
  readonly layout: HeatLayout;
  readonly layers: readonly string[];
  readonly layer: number;
  readonly most: number;
  readonly selected: number | undefined;
  readonly words: HeatWords;
}): ReactNode {
  const { layout, layers, layer, most, selected, words } = props;
  const { left, right, top, row, bottom, x } = layout;
  const every = Math.ceil(13 / row);
  const wide = Math.min(LEGEND, right - left);
  const steps = heatSteps(most);
  return (
    <>
      {layers.map(
        (name, i) =>
          (i === layer || (i % every === 0 && Math.abs(i - layer) >= every)) && (
            <Label
              key={i}
              x={left - 9}
              y={round(top + (i + 0.5) * row + 3.5)}
              anchor="end"
              look={i === layer ? 'strong' : 'text'}
            >
              {name}
            </Label>
          ),
      )}
      <rect
        className={styles['row']}
        x={left - 2.5}
        y={top + layer * row - 1.5}
        width={round(right - left + 4)}
        height={row + 2}
        rx={2}
      />
      <DimTicks ticks={layout.xTicks} selected={selected} x={(dim) => x(dim + 0.5)} y={bottom + 16} />
      {steps.map((value) => (
        <Label
          key={value}
          x={round(right - wide + heatPlace(value, most) * wide)}
          y={bottom + 46}
          anchor={value === steps[0] ? 'start' : value === steps.at(-1) ? 'end' : 'middle'}
          look="small"
        >
          {signed(value, 0)}
        </Label>
      ))}
      <Label x={right} y={bottom + 60} anchor="end" look="small">
        {textWidth(words.legend, 11) > right ? words.legendShort : words.legend}
      </Label>
    </>
  );
});

function Column({
  layout,
  dim,
  look,
}: {
  readonly layout: HeatLayout;
  readonly dim: number;
  readonly look: string;
}): ReactNode {
  const x = layout.x(dim);
  const wide = Math.max(3, layout.x(dim + 1) - x);
  const left = round(x + (layout.x(dim + 1) - x) / 2 - wide / 2);
  return (
    <rect
      className={styles[look]}
      x={left - 1}
      y={layout.top - 1.5}
      width={round(wide) + 2}
      height={layout.bottom - layout.top + 2}
      data-passing={look === 'lit' ? '' : undefined}
    />
  );
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}

/** A row for each dimension, a column for each layer, and one more for each after a cut. */
export function heatTable(
  z: Float32Array,
  dims: number,
  layers: readonly string[],
  after?: Float32Array,
): Table {
  const changed = after === undefined ? [] : layers.map(strings.charts.heat.afterColumn);
  return {
    columns: [strings.charts.dimension, ...layers, ...changed],
    rows: Array.from({ length: dims }, (_, dim) => [
      dim,
      ...layers.map((__, layer) => z[layer * dims + dim] ?? 0),
      ...changed.map((__, layer) => after?.[layer * dims + dim] ?? 0),
    ]),
  };
}
