import type { ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import { TRIALS } from '../../store/trials/kinds.ts';
import { selectData } from '../../store/trials/data-of.ts';
import type { TrialId, TrialRun } from '../../store/trials/trial.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { timeLeftText } from '../../core/time-left.ts';
import styles from './lab.module.css';

const words = strings.lab.run;

/** How far a run is, or why there is none; nothing while all is well. */
export function TrialStatus({ id, what }: { readonly id: TrialId; readonly what: string }): ReactNode {
  const { running, failure, stopped, answer } = useApp((state) => state.trials[id]);
  const kind = useApp((state) => state.model.kind);
  const hasData = useApp((state) => selectData(id, state) !== undefined);
  const { trials } = useAppHandle();
  const again = (
    <Button look="quiet" onClick={trials[id].retry}>
      {words.again}
    </Button>
  );
  if (running)
    return (
      <div className={styles['run']} role="status">
        <Progress running={running} what={what} />
        {TRIALS[id].priority === 'batch' && running.progress && (
          <Button look="quiet" onClick={running.paused ? trials[id].resume : trials[id].pause}>
            {running.paused ? words.goOn : words.pause}
          </Button>
        )}
        <Button look="quiet" onClick={trials[id].cancel}>
          {words.cancel}
        </Button>
      </div>
    );
  if (failure)
    return (
      <div className={styles['failure']} role="alert">
        <p>{failure.message}</p>
        {again}
      </div>
    );
  if (stopped)
    return (
      <div className={styles['run']} role="status">
        <p>{answer ? words.stopped : words.stoppedEmpty}</p>
        {again}
      </div>
    );
  if (hasData && !answer && kind !== 'ready') return <p className={styles['hint']}>{words.noModel}</p>;
  return null;
}

function Progress({ running, what }: { readonly running: TrialRun; readonly what: string }): ReactNode {
  const { progress, rate } = running;
  if (!progress) return <p>{words.waiting}</p>;
  const { sentences, of } = progress;
  const left = rate !== undefined && rate > 0 ? (of - sentences) / rate : undefined;
  const said = words.under(count(sentences), count(of));
  return (
    <>
      <p>
        {said}
        {running.paused && ` · ${words.paused}`}
        {!running.paused &&
          rate !== undefined &&
          left !== undefined &&
          ` · ${words.rate(perSecond(rate), timeLeftText(left))}`}
      </p>
      <progress value={sentences} max={of} aria-label={words.label(what)} />
    </>
  );
}

const perSecond = (rate: number): string => decimal(rate, rate < 10 ? 1 : 0);
