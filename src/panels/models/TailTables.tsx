import type { ReactNode } from 'react';
import { count, decimal, percent, signed, unit } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import type { ModelRecord } from './record.ts';
import styles from './TailTables.module.css';
import type { ChosenDimension } from './use-chosen-dimension.ts';

const words = strings.models.tails;

interface TailTableProps {
  readonly record: ModelRecord;
  readonly chosen: ChosenDimension;
}

/** A model's leaders in each layer, of its finished weights or of its last report; a dimension can be chosen. */
export function TailTable({ record, chosen }: TailTableProps): ReactNode {
  const { layers, cut } = record.card;
  const rows = layers.length > 0 ? layers : (record.card.curve.at(-1)?.layers ?? []);
  if (rows.length === 0) return null;
  const caption = captionOf(record);
  const after = cut && cut.dims.length > 0 ? cut.anisotropyAfter : undefined;
  const { mark } = strings.charts.strips;
  const cell = (dim: number, value: string, side?: 'min' | 'max'): ReactNode => (
    <Dimension record={record} chosen={chosen} dim={dim} value={value} mark={side && mark[side]} />
  );
  return (
    <ScrollAcross label={caption}>
      <table className={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                <WithTerms text={column} terms={['extremeShare', 'z', 'kurtosis', 'anisotropy']} />
              </th>
            ))}
            {after && cut && <th scope="col">{words.cut(strings.explore.list(cut.dims))}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((layer, l) => {
            const { argmin, argmax, z, kurtosis, anisotropy } = layer ?? {};
            return (
              <tr key={l}>
                <th scope="row">{strings.explore.layer(l)}</th>
                <td>{argmin && cell(argmin.dim, percent(argmin.share), 'min')}</td>
                <td>{argmax && cell(argmax.dim, percent(argmax.share), 'max')}</td>
                <td>{z && cell(z.dim, signed(z.z, 1))}</td>
                <td>{kurtosis === undefined ? '' : decimal(kurtosis, 1)}</td>
                <td>{anisotropy === undefined ? '' : unit(anisotropy, 3)}</td>
                {after && <td>{unit(after[l] ?? NaN, 3)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollAcross>
  );
}

function captionOf({ name, card: { measured, curve } }: ModelRecord): string {
  if (measured?.tokens !== undefined) return words.shipped(name, count(measured.tokens));
  const last = curve.at(-1);
  return last ? words.atStep(name, count(last.step)) : name;
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
