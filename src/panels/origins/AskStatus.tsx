import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { ProbeProgress } from '../../protocol/experiments/position-probe.ts';
import type { PassProgress } from '../../protocol/messages.ts';
import type { Ask } from '../../store/use-ask.ts';
import type { AskName } from '../../store/asks.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PassBar, type PassProgressed } from '../pass-bar/PassBar.tsx';
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
  if (ask.failure) return <AskFailure ask={ask} />;
  if (ask.running) {
    const { progress } = ask.running;
    return (
      <p role="status" className={styles['waiting']}>
        {progress ? toldOf(progress, undefined).said : words.starting}
      </p>
    );
  }
  return ask.answer === undefined && idle !== undefined ? <p className={styles['waiting']}>{idle}</p> : null;
}

/** The same of what a person asked for and may wait for: how fast it goes, how long still, and the ways to pause and to stop it. */
export function AskBar<N extends Told>(props: {
  readonly ask: Omit<Ask<N>, 'answer'>;
  readonly label: string;
  /** In place of taking the question back. */
  readonly onCancel?: () => void;
}): ReactNode {
  const { ask, label, onCancel = ask.cancel } = props;
  const { failure, running } = ask;
  if (failure) return <AskFailure ask={ask} />;
  if (!running) return null;
  const { progress, rate, paused } = running;
  return (
    <PassBar
      progress={progress && toldOf(progress, rate)}
      label={label}
      paused={paused}
      onPause={ask.pause}
      onResume={ask.resume}
      onCancel={onCancel}
      pace={progress && 'doing' in progress ? PROBE_PACE[progress.doing] : undefined}
    />
  );
}

function AskFailure({ ask }: { readonly ask: Pick<Ask<Told>, 'failure' | 'ask'> }): ReactNode {
  return (
    <div role="alert" className={styles['trouble']}>
      <p>
        {ask.failure?.sentence} {ask.failure?.remedy}
      </p>
      <Button onClick={ask.ask}>{words.again}</Button>
    </div>
  );
}

/** Reading comes before the training, and how long that takes is not known then. */
const PROBE_PACE = { reading: words.probe.readingPace, training: words.probe.trainingPace };

function toldOf(progress: PassProgress | ProbeProgress, rate: number | undefined): PassProgressed {
  if ('sentences' in progress) {
    const { sentences: done, of } = progress;
    return { done, of, rate, said: words.running(count(done), count(of)) };
  }
  const { doing, done, of } = progress;
  const layer = Math.min(of, Math.floor(done) + 1);
  const said = doing === 'reading' ? words.running(count(done), count(of)) : words.probe.training(layer, of);
  return { done, of, rate, said };
}
