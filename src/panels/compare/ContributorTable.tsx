import { useMemo, type ReactNode } from 'react';
import { percent, unit } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';
import { contributorsOf } from './contributors.ts';
import { SideTable } from './SideTable.tsx';
import type { ComparedSide } from './use-side.ts';

const words = strings.compareView.means;

/** The dimensions that bring most to a side's cosines in a layer. */
export function ContributorTable(props: {
  readonly side: ComparedSide;
  readonly name: string;
  readonly layer: number;
}): ReactNode {
  const { side, name, layer } = props;
  const { portrait, tails, id } = side;
  const rows = useMemo(() => (portrait ? contributorsOf(portrait, layer) : []), [portrait, layer]);
  // whitened vectors have components in place of dimensions
  if (!portrait || side.side.remedy?.kind === 'whiten') return null;
  if (rows.length === 0) return <p className={lab['hint']}>{words.needTwo}</p>;
  const caption = words.table(strings.compareView.sides[id], name);
  return (
    <SideTable caption={caption} columns={words.bring} terms={['dimension', 'contribution']}>
      {rows.map(({ dim, part, share }) => (
        <tr key={dim}>
          <th scope="row">
            <span data-tail={tails.some((tail) => tail.dim === dim)} className={styles['dimension']}>
              {dim}
            </span>
          </th>
          <td>{unit(part, 3)}</td>
          <td>{share === undefined ? '' : percent(share)}</td>
        </tr>
      ))}
    </SideTable>
  );
}
