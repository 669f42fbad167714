import { useEffect, useId, type ReactNode } from 'react';
import { selectBesideTailDims } from '../../store/derive/beside-tails.ts';
import { selectTailDims } from '../../store/derive/tails.ts';
import type { DifferenceState } from '../../store/state.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { differenceNumber, differenceTitle, layerName, namesApart, nearOne } from './difference-words.ts';
import styles from './beside.module.css';

const words = strings.beside.difference;

/**
 * How far the two models are apart on the sentences on screen, layer by layer: of a quantized model and
 * its full one, the error of rounding. Measured while it is in sight.
 */
export function DifferencePanel(): ReactNode {
  const ready = useApp((state) => state.beside.kind === 'ready' && state.model.kind === 'ready');
  const difference = useApp((state) => state.difference);
  const { watchBeside } = useActions();

  useEffect(() => {
    watchBeside(true);
    return () => {
      watchBeside(false);
    };
  }, [watchBeside]);

  return ready ? (
    <div className={styles['difference']}>
      <Shown difference={difference} />
      <Tails />
    </div>
  ) : null;
}

function Shown({ difference }: { readonly difference: DifferenceState }): ReactNode {
  const { retryComparing } = useAppHandle();
  switch (difference.kind) {
    case 'none':
      return null;
    case 'running': {
      const { progress } = difference;
      return <p role="status">{words.measuring(progress?.sentences, progress?.of)}</p>;
    }
    case 'failed':
      return (
        <div role="alert" className={styles['wrong']}>
          <p>
            {difference.error.sentence} {difference.error.remedy}
          </p>
          {difference.error.code !== 'models-differ' && (
            <Button onClick={retryComparing}>{strings.beside.retry}</Button>
          )}
        </div>
      );
    case 'ready':
      return <Layers difference={difference.difference} asked={difference.asked} />;
  }
}

type Ready = Extract<DifferenceState, { kind: 'ready' }>;

function Layers({ difference, asked }: Pick<Ready, 'difference' | 'asked'>): ReactNode {
  const id = useId();
  const { sentences, tokens, layers } = difference;
  const { model, beside } = asked;
  const { columns } = words;
  return (
    <>
      <h3 id={id} className={styles['title']}>
        {differenceTitle(difference, model, beside)}
      </h3>
      <p className={styles['hint']}>
        <WithTerms text={words.meaning} terms={['token', 'apart', 'cosine']} />
      </p>
      <table className={styles['table']} aria-labelledby={id}>
        <thead>
          <tr>
            {[columns.layer, columns.mean, columns.largest, columns.cosine].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layers.map(({ mean, largest, cosine }, layer) => (
            <tr key={layer}>
              <th scope="row">{layerName(layer)}</th>
              <td>{differenceNumber(mean)}</td>
              <td>{differenceNumber(largest)}</td>
              <td>{nearOne(cosine)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['sample']}>{words.sample(...namesApart(model, beside), sentences, tokens)}</p>
    </>
  );
}

/** Which dimensions stand out in either: a comparison of cuts begins there. */
function Tails(): ReactNode {
  const model = useApp(({ before }) => before?.model);
  const beside = useApp(({ besideShown }) => besideShown?.model);
  const first = useApp(selectTailDims);
  const second = useApp(selectBesideTailDims);
  const said = (of: string, dims: readonly number[]) =>
    dims.length === 0 ? words.noTails(of) : words.tails(of, dims.join(', '));
  if (!model || !beside || !second) return null;
  const [name, other] = namesApart(model, beside);
  return (
    <p>
      {said(name, first)}. {said(other, second)}.
    </p>
  );
}
