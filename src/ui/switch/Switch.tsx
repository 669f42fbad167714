import type { ReactNode } from 'react';
import styles from './Switch.module.css';

export interface SwitchProps {
  readonly on: boolean;
  readonly label: string;
  readonly describedBy?: string;
  /** Said beside the knob in each state, so that colour is not the only sign. */
  readonly words: { readonly on: string; readonly off: string };
  readonly onToggle: () => void;
}

/** A switch that says its state in a word, too. */
export function Switch({ on, label, describedBy, words, onToggle }: SwitchProps): ReactNode {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      aria-describedby={describedBy}
      className={styles['switch']}
      onClick={onToggle}
    >
      <span className={styles['track']}>
        <span className={styles['knob']} />
      </span>
      <span className={styles['word']} aria-hidden>
        {on ? words.on : words.off}
      </span>
    </button>
  );
}
