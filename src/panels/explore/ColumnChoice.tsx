import { useId, type ReactNode } from 'react';
import { columnOf, type Table } from '../../datasets/index.ts';
import { strings } from '../../strings/index.ts';
import styles from './TextPanel.module.css';

const words = strings.explore.text;
/** Lines named of those without the column. */
const MOST_LINES = 5;

/** Which column of a table holds the sentences, and the rows that have none there. */
export function ColumnChoice(props: {
  readonly table: Table;
  readonly chosen: string;
  readonly onChoose: (column: string) => void;
}): ReactNode {
  const { table, chosen, onChoose } = props;
  const column = columnOf(table, chosen);
  const id = useId();
  const missing = column === undefined;
  return (
    <div className={styles['column']}>
      <label htmlFor={id}>{words.column}</label>
      <select
        id={id}
        value={missing ? '' : chosen}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {missing && <option value="">{words.chooseColumn}</option>}
        {table.columns.map((name, i) => (
          <option key={i} value={name}>
            {name}
          </option>
        ))}
      </select>
      {missing && <p role="alert">{words.noColumn(chosen)}</p>}
      {column && column.short.length > 0 && (
        <p role="status">{words.short(column.short.slice(0, MOST_LINES), column.short.length)}</p>
      )}
    </div>
  );
}
