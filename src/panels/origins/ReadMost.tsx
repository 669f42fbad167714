import type { ReactNode } from 'react';
import { decimal } from '../../charts/scale/format.ts';
import type { ProbeLayer } from '../../protocol/experiments/position-probe.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from './OriginsView.module.css';

const words = strings.originsView.probe.most;

export interface ReadMostProps {
  readonly layer: ProbeLayer;
  /** The layer's name in a sentence. */
  readonly name: string;
  readonly dim: number;
}

/** The dimensions that a layer's probe reads most, and the one that is followed where it is none of them. */
export function ReadMost({ layer, name, dim }: ReadMostProps): ReactNode {
  const { top, followed, meanContribution } = layer;
  const own = followed.filter((each) => each.dim === dim && top.every((other) => other.dim !== dim));
  return (
    <table className={styles['means']}>
      <caption>{words.caption(name, decimal(meanContribution, 4))}</caption>
      <thead>
        <tr>
          {words.columns.map((column) => (
            <th key={column} scope="col">
              <WithTerms text={column} terms={['dimension', 'probeContribution', 'rank']} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...top, ...own].map((each) => (
          <tr key={each.dim} data-followed={each.dim === dim}>
            <th scope="row">{each.dim}</th>
            <td>{decimal(each.c, 4)}</td>
            <td>{decimal(each.c / meanContribution, 2)}</td>
            <td>{each.rank}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
