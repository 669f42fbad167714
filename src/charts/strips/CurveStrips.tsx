import { memo, useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { AxisFoot, Label, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { lastAt, nearestPlace } from '../scale/places.ts';
import { runAxis, type RunAxis, type RunAxisKind } from '../scale/run-axis.ts';
import type { CurveGroup, CurveScale } from './curve.ts';
import { StripDrawing } from './StripDrawing.tsx';
import { StripHead, StripHere, held } from './StripReadings.tsx';
import { stripAt, stripsLayout, type StripsLayout } from './strips-layout.ts';

export interface CurveStripsProps {
  readonly groups: readonly CurveGroup[];
  readonly axis: RunAxisKind;
  /** Every place that some curve has a point at, ascending. */
  readonly places: readonly number[];
  /** The place whose values are written: an index of `places`. */
  readonly at: number;
  readonly scale: CurveScale;
  /** A value as it is written over its curve. */
  readonly value: (value: number) => string;
  readonly xText: (x: number) => string;
  /** Said under the axis: "tokens read". */
  readonly xName: string;
  /** A place in words: "after 3.1 million tokens". */
  readonly placeText: (x: number) => string;
  /** undefined when the pointer leaves. */
  readonly onMove: (at: number | undefined) => void;
  /** A dimension of one of the runs; a run's index is its place in every group. */
  readonly onSelect: (dim: number, run: number) => void;
}

interface Spot {
  readonly group: number;
  readonly strip: number;
}

/** Runs over the same axis, small and in groups; pointing at a place writes every curve's value there. */
export const CurveStrips = memo(function CurveStripsView(props: CurveStripsProps): ReactNode {
  const { groups, places, at, onMove, onSelect } = props;
  const [spot, setSpot] = useState<Spot>({ group: 0, strip: 0 });
  const strips = groups.reduce((most, { curves }) => Math.max(most, curves.length), 0);
  const layout = (width: number): StripsLayout => stripsLayout(groups.length, strips, width);
  const words = strings.charts.strips;
  const here = groups[spot.group]?.curves[spot.strip];
  const point = here && lastAt(here.points, places[at] ?? 0);

  const find = (x: number, y: number, width: number): Spot & { readonly at: number } => {
    const places_ = layout(width);
    const found = stripAt(places_, groups.length, strips, x, y);
    const axis = runAxis(props.axis, places, 0, places_.width);
    return { ...found, at: nearestPlace(places, axis, x - places_.left(found.group)) };
  };
  const choose = (dim: number | undefined, strip: number): void => {
    if (dim !== undefined) onSelect(dim, strip);
  };
  return (
    <Plot
      height={(width) => layout(width).height}
      label={words.control}
      control={{
        kind: 'grid',
        text: words.spoken(
          groups[spot.group]?.label ?? '',
          here?.name ?? '',
          props.placeText(places[at] ?? 0),
          point ? held(point, props.value) : words.nothing,
        ),
        onStep: (right, down) => {
          if (right !== 0) onMove(Math.min(places.length - 1, Math.max(0, at + right)));
          if (down === 0) return;
          const all = groups.length * strips;
          const next = Math.min(all - 1, Math.max(0, spot.group * strips + spot.strip + down));
          setSpot({ group: Math.floor(next / strips), strip: next % strips });
        },
        onChoose: () => {
          choose(point?.dim, spot.strip);
        },
      }}
      onPoint={(x, y, width) => {
        if (x === undefined) {
          onMove(undefined);
          return;
        }
        const found = find(x, y, width);
        onMove(found.at);
      }}
      onPress={(x, y, width) => {
        const found = find(x, y, width);
        setSpot(found);
        const curve = groups[found.group]?.curves[found.strip];
        choose(curve && lastAt(curve.points, places[found.at] ?? 0)?.dim, found.strip);
      }}
    >
      {({ width }) => <StripsDrawing {...props} strips={strips} spot={spot} width={width} />}
    </Plot>
  );
});

interface StripsDrawingProps extends CurveStripsProps {
  readonly strips: number;
  readonly spot: Spot;
  readonly width: number;
}

function StripsDrawing(props: StripsDrawingProps): ReactNode {
  const { groups, strips, places, at, spot, width, scale, value, xText } = props;
  const layout = useMemo(() => stripsLayout(groups.length, strips, width), [groups.length, strips, width]);
  const axis = useMemo(
    () => runAxis(props.axis, places, 0, layout.width),
    [props.axis, places, layout.width],
  );
  const here = places[at] ?? 0;
  return (
    <>
      {groups.map(({ label, curves }, group) => (
        <g key={group}>
          <Label x={round(layout.left(group))} y={layout.top(group) + 13} look="strong">
            {label}
          </Label>
          {curves.map((curve, strip) => (
            <g key={strip}>
              <StripDrawing
                curve={curve}
                axis={axis}
                scale={scale}
                left={layout.left(group)}
                top={layout.stripTop(group, strip)}
                width={layout.width}
                height={layout.inner}
                first={layout.first(group)}
                xText={xText}
              />
              <StripHead
                curve={curve}
                x={here}
                value={value}
                left={layout.left(group)}
                top={layout.stripTop(group, strip)}
                width={layout.width}
              />
              <StripHere
                curve={curve}
                x={here}
                axis={axis}
                scale={scale}
                layout={layout}
                group={group}
                strip={strip}
                active={spot.group === group && spot.strip === strip}
              />
            </g>
          ))}
          <Places
            axis={axis}
            left={layout.left(group)}
            width={layout.width}
            y={layout.axisTop(group) + 18}
            text={xText}
          />
        </g>
      ))}
      <AxisFoot
        left={layout.left(0)}
        right={width}
        y={layout.height - 4}
        place={props.placeText(here)}
        name={props.xName}
      />
    </>
  );
}

/** What the axis under a group says. */
function Places(props: {
  readonly axis: RunAxis;
  readonly left: number;
  readonly width: number;
  readonly y: number;
  readonly text: (x: number) => string;
}): ReactNode {
  const { axis, left, width, y, text } = props;
  return axis.ticks.map((tick) => (
    <Label
      key={tick}
      x={round(left + axis.x(tick))}
      y={y}
      anchor={tick === 0 ? 'start' : axis.x(tick) + 14 > width ? 'end' : 'middle'}
      look="small"
    >
      {text(tick)}
    </Label>
  ));
}
