import type { ReactNode } from 'react';
import type { Ask } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';

const words = strings.compareView.chart;

type EitherAsk = Ask<'portrait'> | Ask<'task-scores'> | Ask<'life'> | Ask<'positions'> | Ask<'origins'>;

/** What of both sides is on its way, or went wrong. */
export function SideStatus({ asks }: { readonly asks: readonly EitherAsk[] }): ReactNode {
  const failed = asks.find(({ failure }) => failure);
  if (failed?.failure)
    return (
      <div role="alert" className={styles['wrong']}>
        <p>
          {failed.failure.sentence} {failed.failure.remedy}
        </p>
        <Button onClick={failed.ask}>{strings.predictView.again}</Button>
      </div>
    );
  const under = asks.find(({ running }) => running?.progress)?.running?.progress;
  const waiting = asks.some(({ running }) => running);
  return waiting ? (
    <p role="status" className={lab['hint']}>
      {under ? words.progress(under.sentences, under.of) : words.measuring}
    </p>
  ) : null;
}
