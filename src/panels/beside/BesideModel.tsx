import { useState, type ReactNode } from 'react';
import { hostOf, nameOf } from '../../checkpoint/sources/index.ts';
import type { NamedModel, State } from '../../store/state.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { badge, progressText } from '../shell/badge.ts';
import { FilePicker } from '../shell/FilePicker.tsx';
import { BesidePicker } from './BesidePicker.tsx';
import styles from './beside.module.css';

const words = strings.beside;

/** The second model: how to choose it, what has become of it, and how to put it away. */
export function BesideModel(): ReactNode {
  const asked = useApp((state) => state.besideAsked);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={styles['beside']}>
      {asked ? <Asked asked={asked} /> : <p className={styles['hint']}>{words.hint}</p>}
      <div className={styles['row']}>
        <Button
          aria-expanded={choosing}
          onClick={() => {
            setChoosing(!choosing);
          }}
        >
          {choosing ? words.stay : asked ? words.chooseAnother : words.choose}
        </Button>
        {asked && <PutAway />}
      </div>
      {choosing && (
        <BesidePicker
          onChosen={() => {
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function PutAway(): ReactNode {
  const { putAway } = useActions();
  return <Button onClick={putAway}>{words.putAway}</Button>;
}

function Asked({ asked }: { readonly asked: NamedModel }): ReactNode {
  const { retryBeside } = useAppHandle();
  const beside = useApp((state) => state.beside);
  const name = useApp(askedName);
  switch (beside.kind) {
    case 'ready': {
      const { model, runsOn } = beside;
      const { size } = strings.shell.model;
      return (
        <>
          <p role="status">
            <strong>{model.name}</strong>{' '}
            <span className={styles['hint']}>
              {size(model.layers, model.dims)} · {badge(runsOn)}
            </span>
          </p>
          {runsOn.notice !== undefined && <p className={styles['hint']}>{runsOn.notice}</p>}
        </>
      );
    }
    case 'loading':
      return <p role="status">{words.loading(name, progressText(beside.progress))}</p>;
    case 'failed':
      return (
        <div role="alert" className={styles['wrong']}>
          <p>
            {beside.error.sentence} {beside.error.remedy}
          </p>
          <Button onClick={retryBeside}>{words.retry}</Button>
        </div>
      );
    case 'idle':
      return <Awaited asked={asked} />;
  }
}

/** What a link named and is not here; of the rest there is nothing to say before the first model has come. */
function Awaited({ asked }: { readonly asked: NamedModel }): ReactNode {
  switch (asked.kind) {
    case 'files':
      return (
        <>
          <p>{words.awaitedFiles(asked.name)}</p>
          <div className={styles['row']}>
            <FilePicker label={strings.shell.model.openFolder} folder seat="beside" />
          </div>
        </>
      );
    case 'remote':
      return <p>{words.awaitedRemote(nameOf(asked.place), hostOf(asked.place))}</p>;
    case 'bundled':
      return <p role="status">{words.loading(asked.id, strings.shell.model.loading)}</p>;
  }
}

function askedName({ besideAsked, bundled }: State): string {
  switch (besideAsked?.kind) {
    case 'bundled':
      return bundled.find(({ id }) => id === besideAsked.id)?.name ?? besideAsked.id;
    case 'files':
      return besideAsked.name;
    case 'remote':
      return nameOf(besideAsked.place);
    case undefined:
      return words.title;
  }
}
