import type { ReactNode } from 'react';
import type { DataId } from '../../store/data/experiment-data.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';
import { largestShares, leadersOf } from './leaders.ts';
import { BESIDE, PLAIN, TASK_KINDS, TASKS, VECTORS, type Measure } from './measures.ts';
import type { Compared } from './use-compared.ts';
import { useScores } from './use-scores.ts';

const words = strings.compareView.differences;

/** Every measure of both sides in the layer on screen, and by how much they differ. */
export function DifferenceTable({ compared }: { readonly compared: Compared }): ReactNode {
  const chosen = useApp(selectLayer);
  const { a, b } = compared;
  const layer = Math.min(chosen, a.model?.layers ?? chosen, b.model?.layers ?? chosen);
  const title = words.title(strings.explore.inLayer(layer));
  const [one, other] = [a.portrait, b.portrait];
  return (
    <div className={styles['column']}>
      <h3 className={lab['small']}>{title}</h3>
      <ScrollAcross label={title}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  <WithTerms text={column} terms={['difference']} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row measure={PLAIN.anisotropy} a={one?.anisotropy} b={other?.anisotropy} layer={layer} />
            <Row
              measure={PLAIN.share}
              a={one && largestShares(leadersOf(one))}
              b={other && largestShares(leadersOf(other))}
              layer={layer}
            />
            <VectorRows compared={compared} layer={layer} />
            {TASK_KINDS.map((kind) => (
              <TaskRows key={kind} kind={kind} compared={compared} layer={layer} />
            ))}
          </tbody>
        </table>
      </ScrollAcross>
      <p className={lab['hint']}>
        {words.units} {words.awaited}
      </p>
    </div>
  );
}

const OTHERS = [
  'anisotropyLow',
  'anisotropyHigh',
  'kurtosis',
  'cosineLow',
  'cosineMean',
  'cosineHigh',
] as const;

/** What the charts of how vectors lie have asked for. */
function VectorRows(props: { readonly compared: Compared; readonly layer: number }): ReactNode {
  const { compared, layer } = props;
  const { answer: one } = useScores('geometry', compared.a, 'on demand');
  const { answer: other } = useScores('geometry', compared.b, 'on demand');
  const { answer: told } = useScores('probe', compared.a, 'on demand');
  const { answer: toldOther } = useScores('probe', compared.b, 'on demand');
  return (
    <>
      <Row measure={VECTORS.isoScore} a={one?.scores} b={other?.scores} layer={layer} />
      {OTHERS.map((figure) => (
        <Row
          key={figure}
          measure={VECTORS[figure]}
          a={one?.others[figure]}
          b={other?.others[figure]}
          layer={layer}
        />
      ))}
      <Row measure={VECTORS.probe} a={told?.scores} b={toldOther?.scores} layer={layer} />
    </>
  );
}

/** A task's rows; the charts ask for the scores. */
function TaskRows(props: {
  readonly kind: DataId;
  readonly compared: Compared;
  readonly layer: number;
}): ReactNode {
  const { kind, compared, layer } = props;
  const one = useScores(kind, compared.a, 'on demand');
  const other = useScores(kind, compared.b, 'on demand');
  return (
    <>
      <Row measure={TASKS[kind]} a={one.answer?.scores} b={other.answer?.scores} layer={layer} />
      {BESIDE[kind].map((measure) => {
        const [a, b] = [one.answer?.others[measure.figure], other.answer?.others[measure.figure]];
        return <Row key={measure.figure} measure={measure} a={a} b={b} layer={layer} />;
      })}
    </>
  );
}

function Row(props: {
  readonly measure: Measure;
  readonly a: ArrayLike<number> | undefined;
  readonly b: ArrayLike<number> | undefined;
  readonly layer: number;
}): ReactNode {
  const { measure, a, b, layer } = props;
  const said = (values: ArrayLike<number> | undefined): string =>
    values ? measure.value(values[layer] ?? NaN) : words.waiting;
  return (
    <tr>
      <th scope="row">
        <WithTerms text={measure.what} terms={measure.terms} />
      </th>
      <td>{said(a)}</td>
      <td>{said(b)}</td>
      <td>{a && b ? measure.change((b[layer] ?? NaN) - (a[layer] ?? NaN)) : words.waiting}</td>
    </tr>
  );
}
