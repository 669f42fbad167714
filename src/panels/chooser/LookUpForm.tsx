import { useState, type ReactNode } from 'react';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { HubChoice } from './HubChoice.tsx';
import styles from './models.module.css';
import { WELL_KNOWN } from './well-known.ts';

const words = strings.chooser;

/** Where a person names a model: by pressing a well-known one, or by its id or address. */
export function LookUpForm(): ReactNode {
  const { remote } = useAppHandle();
  const hub = useApp((state) => state.hub);
  const [text, setText] = useState('');
  return (
    <div className={styles['form']}>
      <form
        className={styles['field']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          remote.look(text);
        }}
      >
        <label>
          <span>{words.field}</span>
          <input
            type="text"
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            placeholder={words.fieldHint}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        </label>
        <Button type="submit">{words.look}</Button>
      </form>
      <ul className={styles['chips']} aria-label={words.wellKnown}>
        {WELL_KNOWN.map((id) => (
          <li key={id}>
            <Button
              className={styles['chip']}
              onClick={() => {
                setText(id);
                remote.look(id);
              }}
            >
              {id}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles['hint']}>{words.asks(new URL(hub).host)}</p>
      <HubChoice />
    </div>
  );
}
