import { useId, useState, type ReactNode } from 'react';
import { DEFAULT_HUB, readHub } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './models.module.css';

const words = strings.chooser;

/** Which hub ids are looked up at: the public one, or a mirror of it. */
export function HubChoice(): ReactNode {
  const hub = useApp((state) => state.hub);
  const { setHub } = useActions();
  const [text, setText] = useState(hub);
  const [wrong, setWrong] = useState<string>();
  const id = useId();

  const use = (address: string): void => {
    try {
      const read = readHub(address);
      setHub(read);
      setText(read);
      setWrong(undefined);
    } catch (error) {
      const { sentence, remedy } = TailscopeError.from(error);
      setWrong(`${sentence} ${remedy}`);
    }
  };

  return (
    <details className={styles['hub']}>
      <summary>{words.hub(new URL(hub).host)}</summary>
      <form
        className={styles['field']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          use(text);
        }}
      >
        <label>
          <span>{words.hubField}</span>
          <input
            type="text"
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong === undefined ? undefined : id}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        </label>
        <Button type="submit">{words.hubUse}</Button>
        {hub !== DEFAULT_HUB && (
          <Button
            onClick={() => {
              use(DEFAULT_HUB);
            }}
          >
            {words.hubDefault(new URL(DEFAULT_HUB).host)}
          </Button>
        )}
      </form>
      {wrong !== undefined && (
        <p id={id} role="alert" className={styles['wrong']}>
          {wrong}
        </p>
      )}
      <p className={styles['hint']}>{words.hubHint}</p>
    </details>
  );
}
