import { memo, type ReactNode } from 'react';
import { Label, TailMarker, round } from '../marks.tsx';
import marks from '../marks.module.css';
import { spread } from '../scale/spread.ts';
import type { Tail } from '../tail.ts';
import type { HeatLayout } from './heat-layout.ts';

/** The tails' numbers above their columns. */
export const HeatTails = memo(function HeatTailsView(props: {
  readonly layout: HeatLayout;
  readonly tails: readonly Tail[];
  readonly cut: ReadonlySet<number>;
}): ReactNode {
  const { layout, tails, cut } = props;
  const middles = tails.map((tail) => layout.x(tail.dim + 0.5));
  const places = spread(middles, 42, layout.left + 12, layout.right - 16);
  return tails.map(({ dim, side, faint }, i) => {
    const x = round(middles[i] ?? 0);
    const labelX = round(places[i] ?? x);
    return (
      <g key={dim}>
        <TailMarker
          x={x}
          y={side === 'min' ? layout.top - 2 : layout.top - 9}
          side={side}
          size={4}
          hollow={cut.has(dim)}
          faint={faint}
        />
        <Label x={labelX + 7} y={layout.top - 4} look={faint === true ? 'text' : 'tailText'} halo>
          {dim}
        </Label>
      </g>
    );
  });
});

/** Beside each cut dimension, a line through the layers where it is 0. */
export const HeatCuts = memo(function HeatCutsView(props: {
  readonly layout: HeatLayout;
  readonly cut: ReadonlySet<number>;
  readonly from: number;
}): ReactNode {
  const { layout, cut, from } = props;
  return [...cut].map((dim) => {
    const x = round(layout.x(dim + 0.5) + 4);
    return (
      <g key={dim}>
        <line
          className={marks['afterLine']}
          x1={x}
          x2={x}
          y1={round(layout.top + from * layout.row)}
          y2={layout.bottom}
        />
        <circle className={marks['afterDot']} cx={x} cy={layout.bottom + 1} r={4} />
      </g>
    );
  });
});
