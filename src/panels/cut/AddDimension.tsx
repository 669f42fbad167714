import { useId, useState, type ReactNode } from 'react';
import { selectModel } from '../../store/model.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { wholeNumber } from '../whole-number.ts';
import styles from './CutBar.module.css';

const words = strings.cut;

interface AddDimensionProps {
  readonly label: string;
  readonly onAdd: (dim: number) => void;
}

/** Names any dimension to cut by its number, a tail or not. */
export function AddDimension({ label, onAdd }: AddDimensionProps): ReactNode {
  const dims = useApp((state) => state.before?.exploration.dims ?? selectModel(state)?.dims ?? 0);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const most = Math.max(0, dims - 1);
  return (
    <form
      className={styles['add']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const dim = wholeNumber(text, most);
        if (dim === undefined) {
          setWrong(true);
          return;
        }
        onAdd(dim);
        setText('');
      }}
    >
      <input
        className={styles['number']}
        type="text"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        placeholder={dims === 0 ? '' : words.addHint(most)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit" disabled={dims === 0}>
        {words.addButton}
      </Button>
      {wrong && (
        <span id={id} role="alert" className={styles['wrong']}>
          {words.addWrong(most)}
        </span>
      )}
    </form>
  );
}
