import type { ReactNode } from 'react';
import { keyOf, type Found, type RemoteModel, type WeightsChoice } from '../../checkpoint/sources/index.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './models.module.css';
import { PeekCharts } from './PeekCharts.tsx';

const words = strings.chooser.peek;

export interface PeekPartProps {
  readonly found: Found;
  readonly chosen: WeightsChoice;
}

/** The peek: offered for weights in safetensors, then what it showed or why it could not. */
export function PeekPart({ found, chosen }: PeekPartProps): ReactNode {
  const { remote } = useAppHandle();
  const peeking = useApp((state) => state.peeking);
  const choice = peekable(found, chosen);
  if (!choice) return null;
  const model: RemoteModel = { place: found.place, weights: choice.weights, files: choice.files };
  const here = peeking.kind !== 'none' && peeking.key === keyOf(model);
  if (here && peeking.kind === 'peeked') return <PeekCharts peeked={peeking.peeked} model={model} />;
  const busy = here && peeking.kind === 'peeking';
  return (
    <div className={styles['peek']}>
      <div className={styles['row']}>
        <Button
          disabled={busy}
          onClick={() => {
            remote.peek(model);
          }}
        >
          {words.open}
        </Button>
        <span className={styles['hint']}>{words.hint}</span>
      </div>
      {busy && (
        <p role="status" className={styles['status']}>
          {words.peeking}
        </p>
      )}
      {here && peeking.kind === 'failed' && (
        <p role="alert" className={styles['wrong']}>
          {peeking.error.sentence} {peeking.error.remedy}
        </p>
      )}
    </div>
  );
}

/** The chosen weights where they can be peeked into, else the smallest that can. */
function peekable({ choices }: Found, chosen: WeightsChoice): WeightsChoice | undefined {
  const fits = (choice: WeightsChoice): boolean =>
    choice.format === 'safetensors' && choice.bytes !== undefined;
  return fits(chosen) ? chosen : choices.find(fits);
}
