import { useMemo, type ReactNode } from 'react';
import { percent, signed } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import styles from './compare.module.css';
import { leadersOf } from './leaders.ts';
import { SideTable } from './SideTable.tsx';
import type { ComparedSide } from './use-side.ts';

const words = strings.compareView.tails;

/** A side's leaders in each layer. */
export function LeaderTable({
  side,
  name,
}: {
  readonly side: ComparedSide;
  readonly name: string;
}): ReactNode {
  const { portrait, tails, id } = side;
  const leaders = useMemo(() => (portrait ? leadersOf(portrait) : []), [portrait]);
  // whitened vectors have components, which no dimension leads
  if (leaders.length === 0 || side.side.remedy?.kind === 'whiten') return null;
  const caption = words.caption(strings.compareView.sides[id], name);
  const { mark } = strings.charts.strips;
  const cell = (dim: number, value: string, at?: 'min' | 'max'): ReactNode => (
    <td>
      <span data-tail={tails.some((tail) => tail.dim === dim)} className={styles['dimension']}>
        {at && tails.some((tail) => tail.dim === dim && tail.side === at) && (
          <span aria-hidden>{mark[at]}</span>
        )}
        {dim}
      </span>{' '}
      {value}
    </td>
  );
  return (
    <SideTable caption={caption} columns={words.columns} terms={['extremeShare', 'z']}>
      {leaders.map(({ smallest, largest, z }, layer) => (
        <tr key={layer}>
          <th scope="row">{strings.explore.layer(layer)}</th>
          {cell(smallest.dim, percent(smallest.value), 'min')}
          {cell(largest.dim, percent(largest.value), 'max')}
          {cell(z.dim, signed(z.value, 1))}
        </tr>
      ))}
    </SideTable>
  );
}
