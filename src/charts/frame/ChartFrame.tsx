import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Kept } from '../../ui/kept/Kept.tsx';
import type { Terms } from '../../ui/term/Term.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { FrameContext } from '../plot/frame-context.ts';
import type { Table } from '../table.ts';
import styles from './ChartFrame.module.css';
import { DataTable } from './DataTable.tsx';
import { FrameActions, type FrameAction } from './FrameActions.tsx';
import { saveCsv, savePng, saveSvg } from './save.ts';

export interface ChartFrameProps {
  /** The finding: "One dimension stands out in layer 5". */
  readonly title: string;
  /** One plain sentence: what is drawn, what to see in it. */
  readonly sentence: string;
  /** Model, tokens, specials in or out, seed. */
  readonly sample: string;
  /** What else a saved picture must say of itself, as what is cut: on the page it is in sight anyway. */
  readonly savedWith?: string | undefined;
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
  /** Terms that the sentence and the sample line explain where they are pressed: what is drawn is among them. */
  readonly terms: Terms;
  /** What stands under the drawing, or under its table: figures of others, say. Not saved. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** What every chart has: a title that states the finding, its sample, its numbers as a table, and saving. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { title, sentence, sample, summary, options, terms, note, stale = false, children } = props;
  const id = useId();
  const ids = useMemo(() => ({ title: `${id}t`, summary: `${id}s` }), [id]);
  const body = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const Heading = `h${props.heading ?? 2}` as const;
  const words = strings.charts;
  const { name, rows, savedWith } = props;
  // what the buttons read when pressed: they themselves stay as they are while a chart repaints
  const saved = savedWith === undefined ? sample : `${sample} · ${savedWith}`;
  const latest = useRef({ title, sentence, sample: saved, name, rows });
  useEffect(() => {
    latest.current = { title, sentence, sample: saved, name, rows };
  });
  const press = useCallback((action: FrameAction): void => {
    const { rows: table, ...picture } = latest.current;
    if (action === 'table') setAsTable((shown) => !shown);
    else if (action === 'csv') saveCsv(table(), picture.name);
    else if (body.current !== null && action === 'svg') saveSvg(body.current, picture);
    else if (body.current !== null) {
      setUnsaved(false);
      savePng(body.current, picture).catch(() => {
        setUnsaved(true);
      });
    }
  }, []);

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
            <Kept>{title}</Kept>
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
      {note}
      <footer className={styles['foot']}>
        <span className={styles['sample']}>
          <WithTerms text={sample} terms={terms} />
        </span>
        {unsaved && <span role="alert">{words.notSaved}</span>}
        <FrameActions title={title} asTable={asTable} onPress={press} />
      </footer>
    </figure>
  );
}
