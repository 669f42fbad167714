import type { ReactNode } from 'react';
import { decimal } from '../../charts/scale/format.ts';
import { timeLeftText } from '../../core/time-left.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './lab.module.css';

const words = strings.lab.run;

/** How far a pass is. */
export interface PassProgressed {
  readonly done: number;
  readonly of: number;
  /** Of these a second; undefined while it is too early to tell. */
  readonly rate: number | undefined;
  /** "300 of 1,000 sentences" */
  readonly said: string;
}

interface PassBarProps {
  /** undefined while it waits for its turn. */
  readonly progress: PassProgressed | undefined;
  /** What the bar is of, for who does not see it. */
  readonly label: string;
  readonly paused?: boolean;
  readonly onPause?: (() => void) | undefined;
  readonly onResume?: (() => void) | undefined;
  /** Ends it with what it has counted. */
  readonly onKeep?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** What is said of its rate and of the time left. */
  readonly pace?: ((rate: string, left: string) => string) | undefined;
}

/** How far a pass is, how fast and how long still, and what can be done about it. */
export function PassBar(props: PassBarProps): ReactNode {
  const { progress, paused = false, onPause, onResume, onKeep, onCancel } = props;
  return (
    <div className={styles['run']} role="status">
      {progress ? <Progress {...props} progress={progress} paused={paused} /> : <p>{words.waiting}</p>}
      <div className={styles['buttons']}>
        {progress && onPause && (
          <Button look="quiet" onClick={paused ? onResume : onPause}>
            {paused ? words.goOn : words.pause}
          </Button>
        )}
        {progress && onKeep && (
          <Button look="quiet" onClick={onKeep}>
            {strings.explore.text.stopAndKeep}
          </Button>
        )}
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}

function Progress(
  props: PassBarProps & { readonly progress: PassProgressed; readonly paused: boolean },
): ReactNode {
  const { progress, label, paused, pace = words.rate } = props;
  const { done, of, rate, said } = progress;
  const told = !paused && rate !== undefined && rate > 0;
  return (
    <>
      <p>
        {said}
        {paused && ` · ${words.paused}`}
        {told && ` · ${pace(decimal(rate, rate < 10 ? 1 : 0), timeLeftText((of - done) / rate))}`}
      </p>
      <progress value={done} max={of} aria-label={label} />
    </>
  );
}
