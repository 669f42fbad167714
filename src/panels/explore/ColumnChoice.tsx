import { useId, type ReactNode } from 'react';
import type { Table } from '../../datasets/index.ts';
import { strings } from '../../strings/index.ts';
import styles from './TextPanel.module.css';

const words = strings.explore.text;

/** Which column of a table holds the sentences. */
export function ColumnChoice(props: {
  readonly table: Table;
  readonly chosen: string;
  readonly onChoose: (column: string) => void;
}): ReactNode {
  const { table, chosen, onChoose } = props;
  const id = useId();
  const missing = !table.columns.includes(chosen);
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
    </div>
  );
}
