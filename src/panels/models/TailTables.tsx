import type { ReactNode } from 'react';
import { count, decimal, percent, signed, unit } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import type { ModelRecord } from './record.ts';
import styles from './TailTables.module.css';
import type { ChosenDimension } from './use-chosen-dimension.ts';

const words = strings.models.tails;

interface TailTableProps {
  readonly record: ModelRecord;
  readonly chosen: ChosenDimension;
}

/** A model's leaders in each layer, as its last report has them; a dimension can be chosen. */
export function TailTable({ record, chosen }: TailTableProps): ReactNode {
  const last = record.card.curve.at(-1);
  if (!last || last.layers.length === 0) return null;
  const { mark } = strings.charts.strips;
  const cell = (dim: number, value: string, side?: 'min' | 'max'): ReactNode => (
    <Dimension record={record} chosen={chosen} dim={dim} value={value} mark={side && mark[side]} />
  );
  return (
    // a scrolling region must be reachable by keyboard
    <div
      className={styles['scroll']}
      role="region"
      aria-label={words.caption(record.name, count(last.step))}
      tabIndex={0}
    >
      <table className={styles['table']}>
        <caption>{words.caption(record.name, count(last.step))}</caption>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {last.layers.map((layer, l) => {
            const { argmin, argmax, z, kurtosis, anisotropy } = layer ?? {};
            return (
              <tr key={l}>
                <th scope="row">{strings.explore.layer(l)}</th>
                <td>{argmin && cell(argmin.dim, percent(argmin.share), 'min')}</td>
                <td>{argmax && cell(argmax.dim, percent(argmax.share), 'max')}</td>
                <td>{z && cell(z.dim, signed(z.z, 1))}</td>
                <td>{kurtosis === undefined ? '' : decimal(kurtosis, 1)}</td>
                <td>{anisotropy === undefined ? '' : unit(anisotropy, 3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Dimension(props: {
  readonly record: ModelRecord;
  readonly chosen: ChosenDimension;
  readonly dim: number;
  readonly value: string;
  readonly mark: string | undefined;
}): ReactNode {
  const { record, chosen, dim, value, mark = '' } = props;
  return (
    <>
      <button
        type="button"
        className={styles['dimension']}
        data-tail={record.births.some((tail) => tail.dim === dim)}
        aria-pressed={chosen.of(record) === dim}
        aria-label={words.choose(dim, record.name)}
        onClick={() => {
          chosen.choose(record, dim);
        }}
      >
        {mark !== '' && <span aria-hidden>{mark}</span>}
        {dim}
      </button>{' '}
      {value}
    </>
  );
}
