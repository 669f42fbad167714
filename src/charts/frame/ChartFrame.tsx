import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import type { TermName } from '../../ui/term/Term.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { FrameContext } from '../plot/frame-context.ts';
import type { Table } from '../table.ts';
import styles from './ChartFrame.module.css';
import { DataTable } from './DataTable.tsx';
import { saveCsv, savePng, saveSvg, type SavedWords } from './save.ts';

export interface ChartFrameProps {
  /** The finding: "One dimension stands out in layer 5". */
  readonly title: string;
  /** One plain sentence: what is drawn, what to see in it. */
  readonly sentence: string;
  /** Model, tokens, specials in or out, seed. */
  readonly sample: string;
  /** The picture in words, for who does not see it. */
  readonly summary: string;
  /** Stem of saved files. */
  readonly name: string;
  /** The numbers, asked for only when shown or saved. */
  readonly rows: () => Table;
  readonly heading?: 2 | 3 | 4;
  /** Switches of this chart (minimum or maximum, tokens or sentences), beside the title. */
  readonly options?: ReactNode;
  /** The drawing is of settings that have since changed, and a new one is on its way. */
  readonly stale?: boolean;
  /** Terms that the sentence and the sample line explain where they are pressed. */
  readonly terms?: readonly TermName[];
  readonly children: ReactNode;
}

/** What every chart has: a title that states the finding, its sample, its numbers as a table, and saving. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { title, sentence, sample, summary, options, terms = [], stale = false, children } = props;
  const id = useId();
  const ids = useMemo(() => ({ title: `${id}t`, summary: `${id}s` }), [id]);
  const body = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const Heading = `h${props.heading ?? 2}` as const;
  const words = strings.charts;
  const picture = { title, sentence, sample, name: props.name };
  const save = (how: (element: HTMLElement, words: SavedWords) => void): void => {
    if (body.current !== null) how(body.current, picture);
  };

  return (
    <figure
      className={styles['frame']}
      aria-labelledby={ids.title}
      aria-describedby={ids.summary}
      aria-busy={stale}
    >
      <header className={styles['head']}>
        <div className={styles['words']}>
          <Heading id={ids.title} className={styles['title']}>
            {title}
          </Heading>
          <p className={styles['sentence']}>
            <WithTerms text={sentence} terms={terms} />
          </p>
          <p id={ids.summary} className={styles['summary']}>
            {summary}
          </p>
        </div>
        {options !== undefined && <div className={styles['options']}>{options}</div>}
      </header>
      <div className={styles['body']}>
        {/* stays laid out behind the table, so that it can be saved from there too */}
        <div
          ref={body}
          className={`${styles['drawing']} ${asTable ? styles['aside'] : stale ? styles['stale'] : ''}`}
          inert={asTable}
        >
          <FrameContext value={ids}>{children}</FrameContext>
        </div>
        {asTable && <DataTable title={title} table={props.rows()} />}
      </div>
      <footer className={styles['foot']}>
        <span className={styles['sample']}>
          <WithTerms text={sample} terms={terms} />
        </span>
        {unsaved && <span role="alert">{words.notSaved}</span>}
        <span className={styles['actions']} role="group" aria-label={words.save}>
          <Action
            name={words.png}
            says={words.savePng(title)}
            onPress={() => {
              setUnsaved(false);
              save((element, said) => {
                savePng(element, said).catch(() => {
                  setUnsaved(true);
                });
              });
            }}
          />
          <Action
            name={words.svg}
            says={words.saveSvg(title)}
            onPress={() => {
              save(saveSvg);
            }}
          />
          <Action
            name={words.csv}
            says={words.saveCsv(title)}
            onPress={() => {
              saveCsv(props.rows(), props.name);
            }}
          />
          <Action
            name={asTable ? words.hideTable : words.table}
            says={asTable ? words.showChart(title) : words.showTable(title)}
            onPress={() => {
              setAsTable(!asTable);
            }}
          />
        </span>
      </footer>
    </figure>
  );
}

function Action(props: {
  readonly name: string;
  readonly says: string;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={styles['action']}
      aria-label={props.says}
      title={props.says}
      onClick={props.onPress}
    >
      {props.name}
    </button>
  );
}
