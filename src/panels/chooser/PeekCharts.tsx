import type { ReactNode } from 'react';
import { nameOf, type Peeked, type RemoteModel } from '../../checkpoint/sources/index.ts';
import { percent } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import { bytesText } from '../../core/bytes-text.ts';
import styles from './models.module.css';
import { NormsChart } from './NormsChart.tsx';
import { PositionsChart } from './PositionsChart.tsx';

const words = strings.chooser.peek;

export interface PeekChartsProps {
  readonly peeked: Peeked;
  readonly model: RemoteModel;
}

/** Where the tails of a model begin, before it is downloaded. */
export function PeekCharts({ peeked, model }: PeekChartsProps): ReactNode {
  const { fetched, of, norms, positions } = peeked;
  const sample = words.sample(
    nameOf(model.place),
    model.weights,
    bytesText(fetched),
    bytesText(of),
    percent(fetched / of),
  );
  return (
    <div className={styles['charts']}>
      {norms.length > 0 && <NormsChart peeked={peeked} sample={sample} />}
      {positions ? (
        <PositionsChart mean={positions.mean} count={positions.count} sample={sample} />
      ) : (
        <p className={styles['hint']}>{words.withoutPositions}</p>
      )}
    </div>
  );
}
