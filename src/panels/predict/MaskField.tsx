import { useState, type ReactNode } from 'react';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { MASK, maskableWords, replaceWord } from '../../text/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import lab from '../lab/lab.module.css';
import styles from './predict.module.css';

const words = strings.predictView;

const NOTHING: ReadonlyMap<number, string> = new Map();

/** A sentence to type, its words to press: one that is pressed is hidden, and pressed again comes back. */
export function MaskField(): ReactNode {
  const sentence = useApp((state) => state.masked);
  const { setMasked } = useActions();
  /** What was hidden here, by its number among the words. */
  const [hidden, setHidden] = useState(NOTHING);
  return (
    <div className={styles['ask']}>
      <input
        className={styles['field']}
        aria-label={words.field}
        aria-describedby="predict-hint"
        dir="auto"
        value={sentence}
        maxLength={1000}
        onChange={(event) => {
          setHidden(NOTHING);
          setMasked(event.target.value);
        }}
      />
      <p id="predict-hint" className={lab['hint']}>
        {words.fieldHint}
      </p>
      <ul className={styles['words']} aria-label={words.wordsLabel}>
        {maskableWords(sentence).map((word, i) => {
          const was = hidden.get(i);
          const { text, masked } = word;
          const label = masked ? (was === undefined ? words.hidden : words.show(was)) : words.hide(text);
          return (
            <li key={i}>
              <button
                type="button"
                className={masked ? styles['mask'] : styles['word']}
                aria-label={label}
                aria-pressed={masked}
                title={label}
                disabled={masked && was === undefined}
                onClick={() => {
                  setHidden(new Map(hidden).set(i, text));
                  setMasked(replaceWord(sentence, word, masked ? (was ?? text) : MASK));
                }}
              >
                {masked ? MASK : text}
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles['examples']}>
        <span>{words.tryOne}</span>
        {words.examples.map(({ text, word }) => (
          <Button
            key={text}
            look="quiet"
            aria-pressed={text === sentence}
            onClick={() => {
              const place = maskableWords(text).findIndex(({ masked }) => masked);
              setHidden(new Map([[place, word]]));
              setMasked(text);
            }}
          >
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}
