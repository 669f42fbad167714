import type { ReactNode } from 'react';
import type { AskName } from '../../store/asks.ts';
import type { Ask } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import lab from '../lab/lab.module.css';
import styles from './predict.module.css';

/** What is on its way, or what went wrong and how to go on. */
export function PredictStatus<N extends AskName>(props: {
  readonly ask: Ask<N>;
  readonly running: string;
}): ReactNode {
  const { failure, running, ask } = props.ask;
  if (failure)
    return (
      <div role="alert" className={styles['wrong']}>
        <p>
          {failure.sentence} {failure.remedy}
        </p>
        <Button onClick={ask}>{strings.predictView.again}</Button>
      </div>
    );
  return running ? (
    <p role="status" className={lab['hint']}>
      {props.running}
    </p>
  ) : null;
}
