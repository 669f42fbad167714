import { memo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Label } from '../marks.tsx';
import { useRamp } from '../plot/use-ramp.ts';
import type { Ramp } from '../scale/ramp.ts';
import { cosineIndex } from './cosine-index.ts';
import type { MatrixLayout } from './matrix-layout.ts';

const WIDTH = 96;
const STEPS = 24;

/** Both ramps from -1 to 1, and which half of the matrix each is of. */
export const MatrixLegend = memo(function MatrixLegendView(props: {
  readonly layout: MatrixLayout;
  readonly cut: boolean;
  readonly awaited: boolean;
  readonly sides: readonly [string, string] | undefined;
}): ReactNode {
  const { layout, cut, awaited, sides } = props;
  const before = useRamp('cosineBefore');
  const after = useRamp('cosineAfter');
  const words = strings.charts.similarity;
  const top = layout.top + layout.size + 14;
  const x = layout.left + WIDTH + 8;
  return (
    <>
      <Bar x={layout.left} y={top} ramp={before} />
      <Label x={x} y={top + 9} look="small">
        {sides ? words.ofSides.upper(sides[0]) : words.upper}
      </Label>
      <Bar x={layout.left} y={top + 20} ramp={cut ? after : before} />
      <Label x={x} y={top + 29} look="small">
        {sides
          ? words.ofSides.lower(sides[1])
          : cut
            ? words.lower
            : awaited
              ? words.lowerAwaited
              : words.lowerNoCut}
      </Label>
      <Label x={layout.left} y={top + 46} look="small">
        {words.legendFrom}
      </Label>
      <Label x={layout.left + WIDTH / 2} y={top + 46} look="small" anchor="middle">
        {words.legendMiddle}
      </Label>
      <Label x={layout.left + WIDTH} y={top + 46} look="small" anchor="end">
        {words.legendTo}
      </Label>
    </>
  );
});

const Bar = memo(function BarView(props: {
  readonly x: number;
  readonly y: number;
  readonly ramp: Ramp;
}): ReactNode {
  const { x, y, ramp } = props;
  const step = WIDTH / STEPS;
  return Array.from({ length: STEPS }, (_, i) => (
    // each a little over the next, so that no paper shows between
    <rect
      key={i}
      x={x + i * step}
      y={y}
      width={i === STEPS - 1 ? step : step + 0.6}
      height={10}
      fill={ramp.fill[cosineIndex((2 * i) / (STEPS - 1) - 1)]}
    />
  ));
});
