import { area, line } from 'd3';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label, TokenMark, ValueGrid, round } from '../marks.tsx';
import { sliderOver } from '../plot/control.ts';
import { Plot } from '../plot/Plot.tsx';
import { tickText, unit } from '../scale/format.ts';
import type { Table, TableCell } from '../table.ts';
import styles from './LayerLines.module.css';
import { lineLabels, type LineLabel } from './line-labels.ts';
import { levelNames } from './level-names.ts';
import { linesLayout, nearestLayer, type LinesLayout } from './layer-lines-layout.ts';

export interface NamedLine {
  /** Said at the line: "whole", "223 cut". */
  readonly name: string;
  /** One a layer; NaN where unknown. */
  readonly values: ArrayLike<number>;
}

/** How far a line's value may be off, one a layer; not numbers where that is not known. */
export interface Bars {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

export interface Level {
  readonly name: string;
  readonly value: number;
}

/** Px of the line that says what the values are. */
const HEAD = 14;
const unitTick = (tick: number, step: number): string => tickText(tick, step).replace(/^(−?)0\./, '$1.');

const NO_LEVELS: readonly Level[] = [];

export interface LayerLinesProps {
  /** Short names of the layers: "emb", "1", ... */
  readonly layers: readonly string[];
  readonly before: NamedLine;
  readonly after?: NamedLine | undefined;
  /** Upright bars at the lines before and after. */
  readonly beforeBars?: Bars | undefined;
  readonly afterBars?: Bars | undefined;
  /** A third line, faint, to compare with: the same cut made elsewhere. */
  readonly control?: NamedLine | undefined;
  /** Between what that line's values lie: a band behind everything. */
  readonly controlBand?: Bars | undefined;
  /** What is under the pointer, in its own colour. */
  readonly token?: NamedLine | undefined;
  readonly tokenBars?: Bars | undefined;
  /** Whether that line stays: then saved pictures have it, too. */
  readonly lasting?: boolean;
  /** Values that are the same in every layer, to compare with: a dotted line each, named at its end. */
  readonly levels?: readonly Level[];
  readonly selected: number;
  /** What is drawn, for who hears it: "anisotropy". */
  readonly measure: string;
  /** The same for who sees it, over the values' axis, where the title leaves it open. */
  readonly axis?: string;
  /** A value of the axis as text, among others so far apart; without it as a number within ±1. */
  readonly tick?: (value: number, step: number) => string;
  /** What no value can be above. */
  readonly most?: number;
  readonly height?: number;
  /** A value as text; without it as a number within ±1. */
  readonly format?: (value: number) => string;
  readonly onSelect?: (layer: number) => void;
}

/** A measure over layers before and after the cut, the gap between them filled. */
export const LayerLines = memo(function LayerLinesView(props: LayerLinesProps): ReactNode {
  const { layers, before, after, control, token, selected, height = 240, onSelect } = props;
  const { levels = NO_LEVELS } = props;
  const [pointed, setPointed] = useState<number>();
  const format = props.format ?? ((value: number) => unit(value, 3));
  const words = strings.charts.lines;
  const layout = (width: number): LinesLayout =>
    linesLayout(
      [
        before.values,
        after?.values,
        control?.values,
        token?.values,
        levels.map(({ value }) => value),
        ...[props.controlBand, props.beforeBars, props.afterBars, props.tokenBars].flatMap((bars) =>
          bars ? [bars.low, bars.high] : [],
        ),
      ],
      layers.length,
      width,
      height,
      props.most,
      props.axis === undefined ? 0 : HEAD,
    );
  const spoken = [before, after, control, token]
    .filter((named) => named !== undefined)
    .map((named) => `${named.name} ${format(named.values[selected] ?? NaN)}`)
    .join(', ');
  return (
    <Plot
      height={height}
      label={words.control}
      control={sliderOver(layers.length, selected, {
        page: 4,
        text: words.spoken(`${props.measure}, ${layers[selected] ?? ''}`, spoken),
        onMove: onSelect,
      })}
      onPoint={(x, _, width) => {
        setPointed(x === undefined ? undefined : nearestLayer(layout(width), layers.length, x));
      }}
      onPress={(x, _, width) => onSelect?.(nearestLayer(layout(width), layers.length, x))}
    >
      {({ width }) => (
        <LinesDrawing {...props} format={format} layout={layout(width)} shown={pointed ?? selected} />
      )}
    </Plot>
  );
});

interface LinesDrawingProps extends LayerLinesProps {
  readonly layout: LinesLayout;
  /** The layer whose values are written. */
  readonly shown: number;
  readonly format: (value: number) => string;
}

export function LinesDrawing(props: LinesDrawingProps): ReactNode {
  const { layers, before, after, control, token, layout, shown, selected, format } = props;
  const passing = props.lasting === true ? {} : { 'data-passing': '' };
  const { x, y, bottom, top } = layout;
  const path = useMemo(() => {
    const draw = line<number>(
      (_, i) => round(layout.x(i)),
      (value) => round(layout.y(value)),
    ).defined(Number.isFinite);
    return (named: NamedLine) => draw(Array.from(named.values)) ?? '';
  }, [layout]);
  const gap =
    after === undefined
      ? null
      : area<number>()
          .x((_, i) => round(x(i)))
          .y0((value) => round(y(value)))
          .y1((_, i) => round(y(after.values[i] ?? 0)))
          .defined((value, i) => Number.isFinite(value) && Number.isFinite(after.values[i]))(
          Array.from(before.values),
        );
  const labels = lineLabels({ before, after, control, token }, shown, layout, format);
  return (
    <>
      <Axes
        layers={layers}
        layout={layout}
        selected={selected}
        axis={props.axis}
        tick={props.tick ?? unitTick}
      />
      <Levels
        levels={props.levels ?? NO_LEVELS}
        layout={layout}
        format={format}
        lines={[before, after, control].flatMap((named) => (named ? [named.values] : []))}
        labels={labels}
      />
      {props.controlBand && <Band bars={props.controlBand} layout={layout} />}
      {gap !== null && <path className={styles['gap']} d={gap} />}
      <line className={styles['here']} x1={round(x(shown))} x2={round(x(shown))} y1={top - 6} y2={bottom} />
      {control !== undefined && <path className={styles['control']} d={path(control)} />}
      {props.beforeBars && <ErrorBars bars={props.beforeBars} layout={layout} look="beforeBars" />}
      {props.afterBars && <ErrorBars bars={props.afterBars} layout={layout} look="afterBars" />}
      <path className={styles['before']} d={path(before)} />
      {after !== undefined && <path className={styles['after']} d={path(after)} />}
      <Dots named={before} layout={layout} look="beforeDot" shown={shown} />
      {after !== undefined && <Dots named={after} layout={layout} look="afterDot" shown={shown} />}
      {token !== undefined && (
        <g pointerEvents="none" {...passing}>
          {props.tokenBars && <ErrorBars bars={props.tokenBars} layout={layout} look="tokenBars" aside={6} />}
          <path className={styles['token']} d={path(token)} />
          <TokenMark x={x(shown)} y={y(token.values[shown] ?? 0)} />
        </g>
      )}
      {labels.map(({ line: of, text, ...spot }) => {
        const label = (
          <Label key={of} x={round(spot.x)} y={round(spot.y)} anchor={spot.anchor} look={LOOK[of]} halo>
            {text}
          </Label>
        );
        return of === 'token' ? (
          <g key={of} {...passing}>
            {label}
          </g>
        ) : (
          label
        );
      })}
    </>
  );
}

function Levels(props: {
  readonly levels: readonly Level[];
  readonly layout: LinesLayout;
  readonly format: (value: number) => string;
  readonly lines: readonly ArrayLike<number>[];
  readonly labels: readonly LineLabel[];
}): ReactNode {
  const { levels, layout, format, lines, labels } = props;
  const { left, right } = layout;
  const named = levels.map(({ name, value }) => ({ text: `${name} ${format(value)}`, value }));
  const spots = levelNames(named, layout, { lines, labels });
  return named.map(({ text, value }, i) => {
    const y = round(layout.y(value));
    const spot = spots[i];
    return (
      <g key={text}>
        <line className={styles['level']} x1={left} x2={right} y1={y} y2={y} />
        {spot && (
          <Label x={round(spot.x)} y={round(spot.y)} anchor={spot.anchor} look="small" halo>
            {text}
          </Label>
        )}
      </g>
    );
  });
}

const LOOK = { before: 'strong', after: 'afterText', control: 'text', token: 'tokenText' } as const;

const Axes = memo(function AxesView(props: {
  readonly layers: readonly string[];
  readonly layout: LinesLayout;
  readonly selected: number;
  readonly axis: string | undefined;
  readonly tick: (value: number, step: number) => string;
}): ReactNode {
  const { layers, selected, axis, tick: said } = props;
  const { right, bottom, ticks, every, x } = props.layout;
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return (
    <>
      <ValueGrid layout={props.layout} ticks={ticks} text={(tick) => (tick === 0 ? '0' : said(tick, step))} />
      {layers.map(
        (name, i) =>
          (i % every === 0 || i === selected) && (
            <Label
              key={i}
              x={round(x(i))}
              y={bottom + 17}
              anchor="middle"
              look={i === selected ? 'strong' : 'text'}
            >
              {name}
            </Label>
          ),
      )}
      <Label x={right} y={bottom + 33} anchor="end" look="small">
        {strings.charts.layer}
      </Label>
      {axis !== undefined && (
        <Label x={0} y={10} look="small">
          {axis}
        </Label>
      )}
    </>
  );
});

/** One path: an upright line with a foot and a head at each layer. */
function ErrorBars(props: {
  readonly bars: Bars;
  readonly layout: LinesLayout;
  readonly look: string;
  /** Px to the right of its layer, clear of another line's. */
  readonly aside?: number;
}): ReactNode {
  const { bars, layout, look, aside = 0 } = props;
  const d = Array.from(bars.low, (low, i) => {
    const high = bars.high[i] ?? NaN;
    if (!Number.isFinite(low) || !Number.isFinite(high)) return '';
    const [x, foot, head] = [layout.x(i) + aside, layout.y(low), layout.y(high)].map(round);
    return `M${x},${foot}V${head}m-4,0h8M${(x ?? 0) - 4},${foot}h8`;
  }).join('');
  return <path className={styles[look]} d={d} />;
}

/** All that lies between the bars' ends, from layer to layer. */
function Band({ bars, layout }: { readonly bars: Bars; readonly layout: LinesLayout }): ReactNode {
  const { low, high } = bars;
  const d = area<number>()
    .x((_, i) => round(layout.x(i)))
    .y0((value) => round(layout.y(value)))
    .y1((_, i) => round(layout.y(high[i] ?? 0)))
    .defined((value, i) => Number.isFinite(value) && Number.isFinite(high[i]))(Array.from(low));
  return d === null ? null : <path className={styles['band']} d={d} />;
}

function Dots(props: {
  readonly named: NamedLine;
  readonly layout: LinesLayout;
  readonly look: string;
  readonly shown: number;
}): ReactNode {
  return Array.from(props.named.values, (value, i) =>
    Number.isFinite(value) ? (
      <circle
        key={i}
        className={styles[props.look]}
        cx={round(props.layout.x(i))}
        cy={round(props.layout.y(value))}
        r={i === props.shown ? 4.5 : 2.8}
      />
    ) : null,
  );
}

/** Every layer's values, a column for each line. */
export function layerLinesTable(
  layers: readonly TableCell[],
  lines: readonly (NamedLine | undefined)[],
): Table {
  const given = lines.filter((named) => named !== undefined);
  return {
    columns: [...strings.charts.lines.columns, ...given.map((named) => named.name)],
    rows: layers.map((layer, i) => [layer, ...given.map((named) => named.values[i] ?? NaN)]),
  };
}
