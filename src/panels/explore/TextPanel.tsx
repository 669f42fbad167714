import { useId, type ReactNode } from 'react';
import { INITIAL_LINK_STATE } from '../../store/link/keys.ts';
import { MOST_TEXT_BYTES } from '../../store/open/open-files.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Term } from '../../ui/term/Term.tsx';
import { FilePicker } from '../shell/FilePicker.tsx';
import { TEXT_FILES } from '../shell/text-files.ts';
import { FilePart } from './FilePart.tsx';
import styles from './TextPanel.module.css';
import { TextStatus } from './TextStatus.tsx';

const words = strings.explore.text;
/** Rows of the field before it scrolls. */
const FEWEST_ROWS = 8;
const MOST_ROWS = 14;

/** The sentences: typed here, or a dropped file. */
export function TextPanel(): ReactNode {
  const file = useApp((state) => state.file);
  const specials = useApp((state) => state.specials);
  const { setSpecials } = useActions();
  const id = useId();
  return (
    <section className={styles['panel']} aria-labelledby={`${id}t`}>
      <h2 id={`${id}t`} className={styles['title']}>
        {words.title}
      </h2>
      <p id={`${id}h`} className={styles['hint']}>
        {words.hint}
      </p>
      {file ? <FilePart file={file} /> : <TypedPart hint={`${id}h`} />}
      <TextStatus />
      <div className={styles['specials']}>
        <label className={styles['check']} title={words.specialsHint}>
          <input
            type="checkbox"
            checked={specials === 'include'}
            onChange={(event) => {
              setSpecials(event.target.checked ? 'include' : 'exclude');
            }}
          />
          {words.specials}
        </label>
        <Term name="specialTokens">{words.specialsWhat}</Term>
      </div>
    </section>
  );
}

function TypedPart({ hint }: { readonly hint: string }): ReactNode {
  const typed = useApp((state) => state.typed);
  const { type } = useActions();
  const rows = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, typed.split('\n').length));
  return (
    <>
      <textarea
        className={styles['field']}
        aria-label={words.label}
        aria-describedby={hint}
        value={typed}
        rows={rows}
        spellCheck={false}
        dir="auto"
        onChange={(event) => {
          type(event.target.value);
        }}
      />
      <div className={styles['row']}>
        <FilePicker label={words.open} accept={TEXT_FILES} look="quiet" />
        <span className={styles['limit']}>{words.openLimit(MOST_TEXT_BYTES / 1e6)}</span>
        {typed !== INITIAL_LINK_STATE.typed && (
          <Button
            look="quiet"
            onClick={() => {
              type(INITIAL_LINK_STATE.typed);
            }}
          >
            {words.restore}
          </Button>
        )}
      </div>
    </>
  );
}
