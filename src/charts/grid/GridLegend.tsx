import { memo, type ReactNode } from 'react';
import { Label } from '../marks.tsx';
import { useRamp } from '../plot/use-ramp.ts';
import type { Ramp } from '../scale/ramp.ts';

const WIDTH = 96;
const STEPS = 24;

/** What the colours of cells without numbers mean: the values at both ends of the ramp, and of that after a cut. */
export const GridLegend = memo(function GridLegendView(props: {
  readonly x: number;
  readonly y: number;
  readonly from: string;
  readonly to: string;
  readonly split: boolean;
}): ReactNode {
  const { x, y, from, to, split } = props;
  const before = useRamp('before');
  const after = useRamp('after');
  const tall = split ? 6 : 12;
  return (
    <>
      <Label x={x} y={y + 10} look="small">
        {from}
      </Label>
      <Bar x={x + 34} y={y} height={tall} ramp={before} />
      {split && <Bar x={x + 34} y={y + tall} height={tall} ramp={after} />}
      <Label x={x + 34 + WIDTH + 8} y={y + 10} look="small">
        {to}
      </Label>
    </>
  );
});

function Bar(props: {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly ramp: Ramp;
}): ReactNode {
  const { x, y, height, ramp } = props;
  const step = WIDTH / STEPS;
  return Array.from({ length: STEPS }, (_, i) => (
    // each a little over the next, so that no paper shows between
    <rect
      key={i}
      x={x + i * step}
      y={y}
      width={i === STEPS - 1 ? step : step + 0.6}
      height={height}
      fill={ramp.fill[Math.round((i / (STEPS - 1)) * (ramp.fill.length - 1))]}
    />
  ));
}
