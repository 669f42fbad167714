import type { ReactNode } from 'react';
import type { DataId } from '../../store/data/experiment-data.ts';
import { openData } from '../../store/data/open-data.ts';
import type { GivenFile } from '../../store/open/sort-files.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ColumnChoice } from '../explore/ColumnChoice.tsx';
import { FilePicker } from '../shell/FilePicker.tsx';
import { countsOf } from './counts-of.ts';
import styles from './lab.module.css';
import { LeftOut } from './LeftOut.tsx';
import { TrialStatus } from './TrialStatus.tsx';

const words = strings.lab.data;

interface DataBarProps {
  readonly id: DataId;
  /** What the data are, for who does not know the format: "Pairs of sentences with people's scores". */
  readonly title: string;
  /** Whether its format comes as a folder, too. */
  readonly folder?: boolean;
  /** Whether it says how far its experiment is; not where that is said beside its charts. */
  readonly status?: boolean;
}

/** What an experiment is made on, the way to data of one's own, and how far it is. */
export function DataBar({ id, title, folder = false, status = true }: DataBarProps): ReactNode {
  const { store } = useAppHandle();
  const file = useApp((state) => state.dataFiles[id]);
  const data = useApp((state) => selectData(id, state)?.data);
  const { takeData } = useActions();
  const open = {
    onFiles: (given: readonly GivenFile[]) => {
      void openData(store, id, given);
    },
  };
  const awaited = file !== undefined && !file.data;
  return (
    <div className={styles['data']}>
      <p className={styles['from']}>
        <b>{title}</b>{' '}
        <span>
          {awaited
            ? words.asked(file.name)
            : data
              ? words.from(countsOf(id, data), file?.name ?? words.examples)
              : words.waiting(words.what[id])}
        </span>
      </p>
      <div className={styles['buttons']}>
        <FilePicker label={words.open} look="quiet" {...open} />
        {folder && <FilePicker label={words.openFolder} look="quiet" folder {...open} />}
        {file && (
          <Button
            look="quiet"
            onClick={() => {
              takeData(id);
            }}
          >
            {words.back}
          </Button>
        )}
        <details className={styles['format']}>
          <summary>{strings.lab.format}</summary>
          <p>{words.formats[id]}</p>
          {file && <p className={styles['hash']}>{words.hash(file.sha256)}</p>}
        </details>
      </div>
      {id === 'words' && <SentencesPart />}
      {status && <TrialStatus id={id} what={words.what[id]} />}
    </div>
  );
}

/** Which column of a table of one's own has the sentences, and the lines of the file that have none. */
function SentencesPart(): ReactNode {
  const file = useApp((state) => state.dataFiles.words);
  const { chooseDataColumn } = useActions();
  if (!file) return null;
  const { table, column, leftOut = [] } = file;
  return (
    <>
      {table && column !== undefined && (
        <ColumnChoice table={table} chosen={column} onChoose={chooseDataColumn} />
      )}
      <LeftOut missing={leftOut} />
    </>
  );
}
