import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { TextFile } from '../../store/state.ts';
import { useActions } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FilePicker } from '../shell/FilePicker.tsx';
import styles from './TextPanel.module.css';

const words = strings.explore.text;
/** Lines shown of a file, which may have ten thousand. */
const SHOWN = 100;

/** A dropped text in place of the typed one: its name, its hash, its first lines. */
export function FilePart({ file }: { readonly file: TextFile }): ReactNode {
  const { closeText } = useActions();
  const { name, sha256, lines } = file;
  if (!lines) {
    return (
      <div role="alert" className={styles['file']}>
        <p>{strings.shell.askText(name)}</p>
        <p className={styles['hash']}>{strings.shell.fileHash(sha256)}</p>
        <FilePicker label={strings.shell.openIt} accept=".txt,text/plain" />
        <Button look="quiet" onClick={closeText}>
          {strings.shell.useExample}
        </Button>
      </div>
    );
  }
  return (
    <>
      <div className={styles['file']}>
        <p>
          <strong>{words.file(name, count(lines.length))}</strong>
        </p>
        <p className={styles['hash']} title={sha256}>
          {strings.shell.fileHash(sha256)}
        </p>
      </div>
      {/* a scrolling region must be reachable by keyboard */}
      <div
        className={styles['lines']}
        role="region"
        aria-label={words.file(name, count(lines.length))}
        tabIndex={0}
      >
        {lines.slice(0, SHOWN).map((line, i) => (
          <p key={i} dir="auto">
            {line}
          </p>
        ))}
        {lines.length > SHOWN && (
          <p className={styles['more']}>{words.shown(count(SHOWN), count(lines.length))}</p>
        )}
      </div>
      <div className={styles['row']}>
        <Button look="quiet" onClick={closeText}>
          {words.closeFile}
        </Button>
        <FilePicker label={words.open} accept=".txt,text/plain" look="quiet" />
      </div>
    </>
  );
}
