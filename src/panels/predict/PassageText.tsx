import type { ReactNode } from 'react';
import { useActions, useApp } from '../../store/use-app.ts';
import { selectSentences } from '../../store/text.ts';
import { strings } from '../../strings/index.ts';
import lab from '../lab/lab.module.css';
import styles from './predict.module.css';

const words = strings.predictView.loss;
const MOST_ROWS = 8;

/** The text that the loss is of: what is typed, or that it is a file's. */
export function PassageText(): ReactNode {
  const file = useApp((state) => state.file?.name);
  const typed = useApp((state) => state.typed);
  const sentences = useApp((state) => selectSentences(state).length);
  const { type } = useActions();
  if (file !== undefined) return <p className={lab['hint']}>{words.file(file, sentences)}</p>;
  return (
    <textarea
      className={styles['text']}
      aria-label={words.textLabel}
      value={typed}
      rows={Math.min(MOST_ROWS, Math.max(2, typed.split('\n').length))}
      spellCheck={false}
      dir="auto"
      onChange={(event) => {
        type(event.target.value);
      }}
    />
  );
}
