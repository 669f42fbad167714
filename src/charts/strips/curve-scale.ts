import { scaleLinear } from 'd3';
import { tickText } from '../scale/format.ts';
import type { CurveGroup, CurveScale } from './curve.ts';

/** Named values; small curves have no room for more. */
const TICKS = 3;
/** Share of the axis within which two named values would touch. */
const CLOSE = 0.16;

/** A vertical axis from 0 that holds every value, and the threshold. */
export function curveScale(groups: readonly CurveGroup[], threshold?: number): CurveScale {
  let most = threshold === undefined ? 0 : threshold * 1.1;
  for (const { curves } of groups)
    for (const { points } of curves) for (const { y } of points) most = Math.max(most, y);
  const scale = scaleLinear([0, most || 1], [0, 1]).nice(TICKS);
  const round = scale.ticks(TICKS);
  const step = (round[1] ?? 1) - (round[0] ?? 0);
  const ticks =
    threshold === undefined
      ? round
      : [...round.filter((tick) => Math.abs(scale(tick) - scale(threshold)) > CLOSE), threshold];
  return {
    high: scale.domain()[1] ?? 1,
    ticks,
    text: (tick) => (tick === threshold ? String(tick) : tickText(tick, step)),
    threshold,
  };
}
