import type { ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import { timeLeftText } from '../../core/time-left.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './PassBar.module.css';

const words = strings.passBar;

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
  /** In place of the words for a pass that waits for its turn. */
  readonly waiting?: string;
  readonly paused?: boolean;
  /** In place of the words for a pass that is paused. */
  readonly pausedText?: string;
  readonly onPause?: (() => void) | undefined;
  readonly onResume?: (() => void) | undefined;
  /** Ends it with what it has counted. */
  readonly onKeep?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** In place of the word for that. */
  readonly cancelText?: string;
  /** What is said of its rate and of the time left. */
  readonly pace?: ((rate: string, left: string) => string) | undefined;
  /** Whether it stands in a narrow column, one thing above the other; side by side when left out. */
  readonly narrow?: boolean;
}

/** How far a pass is, how fast and how long still, and what can be done about it. */
export function PassBar(props: PassBarProps): ReactNode {
  const { progress, narrow = false, paused = false, onPause, onResume, onKeep, onCancel } = props;
  const { waiting = words.waiting, cancelText = words.cancel } = props;
  return (
    <div className={styles[narrow ? 'narrow' : 'wide']}>
      <p role="status">{progress ? progress.said : waiting}</p>
      {progress && <Progress {...props} progress={progress} />}
      <div className={styles['buttons']}>
        {progress && onPause && (
          <Button look="quiet" onClick={paused ? onResume : onPause}>
            {paused ? words.goOn : words.pause}
          </Button>
        )}
        {progress && onKeep && (
          <Button look="quiet" onClick={onKeep}>
            {words.stopAndKeep}
          </Button>
        )}
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {cancelText}
          </Button>
        )}
      </div>
    </div>
  );
}

function Progress(props: PassBarProps & { readonly progress: PassProgressed }): ReactNode {
  const { progress, label, paused = false, pausedText = words.paused, pace = words.pace } = props;
  const { done, of, rate } = progress;
  const told = rate !== undefined && rate > 0;
  const going = told && pace(rate < 10 ? decimal(rate, 1) : count(rate), timeLeftText((of - done) / rate));
  const text = paused ? pausedText : going;
  return (
    <>
      <progress value={done} max={of} aria-label={label} />
      {/* a figure that changes ten times a second is not for reading aloud */}
      {text && <p className={styles['pace']}>{text}</p>}
    </>
  );
}
