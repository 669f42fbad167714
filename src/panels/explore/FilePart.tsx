import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { TextFile } from '../../store/state.ts';
import { selectColumnName, selectSentences, selectTable } from '../../store/text.ts';
import { selectTextLeftOut } from '../../store/text-places.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LeftOut } from '../lab/LeftOut.tsx';
import { FilePicker } from '../shell/FilePicker.tsx';
import { TEXT_FILES } from '../shell/text-files.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import styles from './TextPanel.module.css';

const words = strings.explore.text;
/** Lines shown of a file, which may have ten thousand. */
const SHOWN = 100;

/** A dropped text in place of the typed one: its name, its hash, its first lines. */
export function FilePart({ file }: { readonly file: TextFile }): ReactNode {
  const { closeText } = useActions();
  const lines = useApp(selectSentences);
  const leftOut = useApp(selectTextLeftOut);
  const { name, sha256, content } = file;
  if (!content) {
    return (
      <div role="alert" className={styles['file']}>
        <p>{strings.shell.askText(name)}</p>
        <FileHash sha256={sha256} />
        <FilePicker label={strings.shell.openIt} accept={TEXT_FILES} />
        <Button look="quiet" onClick={closeText}>
          {strings.shell.useExample}
        </Button>
      </div>
    );
  }
  const title = words.file(name, count(lines.length));
  return (
    <>
      <div className={styles['file']}>
        <p>
          <strong>{title}</strong>
        </p>
        <FileHash sha256={sha256} />
      </div>
      <ColumnPart />
      <LeftOut missing={leftOut} />
      {/* a scrolling region must be reachable by keyboard */}
      <div className={styles['lines']} role="region" aria-label={title} tabIndex={0}>
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
        <FilePicker label={words.open} accept={TEXT_FILES} look="quiet" />
      </div>
    </>
  );
}

/** The column of the file's table. */
function ColumnPart(): ReactNode {
  const { chooseColumn } = useActions();
  const table = useApp(selectTable);
  const chosen = useApp(selectColumnName);
  if (!table || chosen === undefined) return null;
  return <ColumnChoice table={table} chosen={chosen} onChoose={chooseColumn} />;
}

/** A file's identity: its first digits for a glance, all of them on demand. */
function FileHash({ sha256 }: { readonly sha256: string }): ReactNode {
  return (
    <details className={styles['hash']}>
      <summary>{strings.shell.fingerprint(sha256.slice(0, 8))}</summary>
      {strings.shell.fileHash(sha256)}
    </details>
  );
}
