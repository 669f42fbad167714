import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { decimal } from '../scale/format.ts';
import type { Table, TableCell } from '../table.ts';
import styles from './DataTable.module.css';

/** More rows than anyone reads would only make the page slow; the CSV has them all. */
const SHOWN = 400;

/** A chart's numbers, scrolling in a box of its own. */
export function DataTable(props: { readonly title: string; readonly table: Table }): ReactNode {
  const { columns, rows } = props.table;
  const words = strings.charts;
  const caption = words.tableCaption(props.title, rows.length);
  return (
    // a scrolling region must be reachable by keyboard
    <div className={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>
          {rows.length > SHOWN ? words.tableMore(SHOWN, rows.length) : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th
                key={i}
                scope="col"
                className={typeof rows[0]?.[i] === 'number' ? styles['number'] : undefined}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => (
                <td key={j} className={typeof value === 'number' ? styles['number'] : undefined}>
                  {shownCell(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shownCell(cell: TableCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return cell.text;
  return Number.isInteger(cell) ? String(cell).replace('-', '−') : decimal(cell, 4);
}
