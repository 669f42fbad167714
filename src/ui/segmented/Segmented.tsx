import { useId, type ReactNode } from 'react';
import styles from './Segmented.module.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string; readonly hint?: string }[];
  readonly value: T;
  readonly disabled?: boolean;
  onChange(value: T): void;
}

/** One of a few, all in sight: radio buttons, so arrow keys work as everywhere. */
export function Segmented<T extends string>(props: SegmentedProps<T>): ReactNode {
  const name = useId();
  return (
    <div className={styles['group']} role="radiogroup" aria-label={props.label}>
      {props.options.map(({ value, text, hint }) => (
        <label key={value} className={styles['option']} title={hint}>
          <input
            type="radio"
            name={name}
            className={styles['input']}
            checked={props.value === value}
            disabled={props.disabled}
            onChange={() => {
              props.onChange(value);
            }}
          />
          <span className={styles['text']}>{text}</span>
        </label>
      ))}
    </div>
  );
}
