import type { ReactNode } from 'react';
import { count, percent } from '../../charts/scale/format.ts';
import { TRIALS } from '../../store/trials/kinds.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { partOf, type TrialId, type TrialRun } from '../../store/trials/trial.ts';
import { isOlder } from '../../store/trials/wanted-trial.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PassBar, type PassProgressed } from '../pass-bar/PassBar.tsx';
import styles from './lab.module.css';

const words = strings.lab.run;

interface TrialStatusProps {
  readonly id: TrialId;
  readonly what: string;
  /** Whether a part of the data is of use where this stands. */
  readonly parts?: boolean;
  /** What a failure is called here, by its code: the error's own sentence may be about files. */
  readonly says?: Readonly<Record<string, string>>;
}

const OWN_SENTENCES = {};

/** How far a run is, or why there is none, and how much of the data what is shown is of; nothing while all is well. */
export function TrialStatus({ id, what, parts = true, says = OWN_SENTENCES }: TrialStatusProps): ReactNode {
  return (
    <>
      {parts && <PartShown id={id} />}
      <RunStatus id={id} what={what} parts={parts} says={says} />
    </>
  );
}

/** How much of the data is shown, where a person stopped before all was measured, and the way to all of it. */
function PartShown({ id }: { readonly id: TrialId }): ReactNode {
  const answer = useApp((state) => state.trials[id].answer);
  // what stands below it then has a button of its own, or measures already
  const busy = useApp(({ trials: { [id]: one } }) => [one.running, one.failure].some(Boolean) || one.stopped);
  const older = useApp((state) => isOlder(id, state));
  const { trials } = useAppHandle();
  const part = answer && partOf(answer);
  const { part: unit } = TRIALS[id];
  if (!part || !unit || older) return null;
  const share = percent(part.counted / part.of);
  return (
    <div className={styles['run']} role="status">
      <p>{words.part[unit](count(part.counted), count(part.of), share, count(answer.result.tokens))}</p>
      {!busy && <Button onClick={trials[id].retry}>{strings.explore.text.all}</Button>}
    </div>
  );
}

function RunStatus({ id, what, parts, says }: Required<TrialStatusProps>): ReactNode {
  const { running, failure, stopped, answer } = useApp((state) => state.trials[id]);
  const kind = useApp((state) => state.model.kind);
  const hasData = useApp((state) => selectData(id, state) !== undefined);
  const { trials } = useAppHandle();
  const again = <Button onClick={trials[id].retry}>{words.again}</Button>;
  if (running) {
    const { pause, resume, keep, cancel } = trials[id];
    const long = TRIALS[id].priority === 'batch';
    return (
      <PassBar
        progress={progressOf(running)}
        label={words.label(what)}
        paused={running.paused}
        onPause={long ? pause : undefined}
        onResume={resume}
        onKeep={parts && running.keeps ? keep : undefined}
        onCancel={cancel}
      />
    );
  }
  if (failure?.code === 'nothing-counted')
    return (
      <div className={styles['ended']} role="status">
        <p>{answer ? `${failure.message} ${words.older}` : failure.message}</p>
        {again}
      </div>
    );
  if (failure)
    return (
      <div className={styles['failure']} role="alert">
        <p>{says[failure.code] ?? failure.message}</p>
        {again}
      </div>
    );
  if (stopped)
    return (
      <div className={styles['ended']} role="status">
        <p>{answer ? `${words.stopped} ${words.older}` : words.stopped}</p>
        {again}
      </div>
    );
  if (hasData && !answer && kind !== 'ready') return <p className={styles['hint']}>{words.noModel}</p>;
  return null;
}

function progressOf({ progress, rate }: TrialRun): PassProgressed | undefined {
  if (!progress) return undefined;
  const { sentences: done, of } = progress;
  return { done, of, rate, said: words.under(count(done), count(of)) };
}
