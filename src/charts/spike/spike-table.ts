import { strings } from '../../strings/index.ts';
import type { Table } from '../table.ts';
import { tailSides, type Tail } from '../tail.ts';
import { zOf } from './spike-layout.ts';
import { spreadOf } from './spread-of.ts';

/** Every dimension of a SpikePlot: mean, z, value after the cut. */
export function spikeTable(
  values: Float32Array,
  tails: readonly Tail[],
  cut: ReadonlySet<number>,
  after?: Float32Array,
): Table {
  const spread = spreadOf(values);
  const sides = tailSides(tails);
  const rows = Array.from(values, (value, dim) => {
    const side = sides.get(dim);
    return [
      dim,
      value,
      zOf(value, spread),
      after?.[dim] ?? (cut.has(dim) ? 0 : value),
      side === undefined ? '' : strings.charts.tailSide[side],
    ];
  });
  return { columns: strings.charts.spike.columns, rows };
}
