import { memo, useId, type ReactNode } from 'react';
import styles from './Segmented.module.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string; readonly hint?: string }[];
  readonly value: T;
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight: radio buttons, so arrow keys work as everywhere. */
export function Segmented<T extends string>(props: SegmentedProps<T>): ReactNode {
  const { label, options, value: chosen, disabled, onChange } = props;
  const name = useId();
  return (
    <div className={styles['group']} role="radiogroup" aria-label={label}>
      {options.map(({ value, text, hint }) => (
        <Option
          key={value}
          name={name}
          value={value}
          text={text}
          hint={hint}
          checked={chosen === value}
          disabled={disabled}
          onChoose={onChange}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly hint: string | undefined;
  readonly checked: boolean;
  readonly disabled: boolean | undefined;
  /** Told the option's own value and no other, so whoever takes fewer than all strings may be asked. */
  onChoose(value: string): void;
}

/** Remembered by itself: inputs are dear to look over again, and charts that have some follow every switch. */
const Option = memo(function OptionView(props: OptionProps): ReactNode {
  const { name, value, text, hint, checked, disabled } = props;
  return (
    <label className={styles['option']} title={hint}>
      <input
        type="radio"
        name={name}
        className={styles['input']}
        checked={checked}
        disabled={disabled}
        onChange={() => {
          props.onChoose(value);
        }}
      />
      <span className={styles['text']}>{text}</span>
    </label>
  );
});
