import type { ReactNode } from 'react';
import type { ProbeProgress } from '../../protocol/experiments/position-probe.ts';
import type { PassProgress } from '../../protocol/messages.ts';
import type { Ask } from '../../store/use-ask.ts';
import type { AskName } from '../../store/asks.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './OriginsView.module.css';

const words = strings.originsView;

/** A layout has a bar of its own. */
type Told = Exclude<AskName, 'umap'>;

/** What is on its way, or what went wrong and how to go on. */
export function AskStatus<N extends Told>(props: {
  readonly ask: Ask<N>;
  readonly idle?: string;
}): ReactNode {
  const { ask, idle } = props;
  if (ask.failure)
    return (
      <div role="alert" className={styles['trouble']}>
        <p>
          {ask.failure.sentence} {ask.failure.remedy}
        </p>
        <Button onClick={ask.ask}>{words.again}</Button>
      </div>
    );
  if (ask.running) {
    const { progress } = ask.running;
    return (
      <p role="status" className={styles['waiting']}>
        {progress ? progressText(progress) : words.starting}
      </p>
    );
  }
  return ask.answer === undefined && idle !== undefined ? <p className={styles['waiting']}>{idle}</p> : null;
}

function progressText(progress: PassProgress | ProbeProgress): string {
  if ('sentences' in progress) return words.running(progress.sentences, progress.of);
  const { doing, done, of } = progress;
  return doing === 'reading' ? words.running(done, of) : words.probe.training(done, of);
}
