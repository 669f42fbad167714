import { useEffect, useId, type ReactNode } from 'react';
import { hostOf, isNamedRounded, keyOf, nameOf } from '../../checkpoint/sources/index.ts';
import { bytesText } from '../../core/bytes-text.ts';
import { selectModel } from '../../store/model.ts';
import { counterparts, isSamePlace, type Counterpart } from '../../store/remote/counterparts.ts';
import { refersTo } from '../../store/remote/reference-of.ts';
import type { RemoteName } from '../../store/state.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './beside.module.css';
import { WeightsEntry } from './WeightsEntry.tsx';

const words = strings.beside.remote;

/**
 * What there is to hold a model of another host against to see what rounding costs: of a rounded model the full
 * weights, of a full one the rounded exports. Those in storage are there at once; others are known once the person
 * has their host asked, and say their size before they are downloaded.
 */
export function RemoteWeights(): ReactNode {
  const asked = useApp(({ modelAsked }) => (modelAsked.kind === 'remote' ? modelAsked : undefined));
  const approximate = useApp((state) => selectModel(state)?.weights.approximate);
  if (!asked || approximate === undefined) return null;
  return <Counterparts asked={asked} rounded={approximate || isNamedRounded(asked.weights)} />;
}

interface Props {
  readonly asked: RemoteName;
  /** Whether the model that the page runs is rounded. */
  readonly rounded: boolean;
}

function Counterparts({ asked, rounded }: Props): ReactNode {
  const id = useId();
  const { remote } = useAppHandle();
  const stored = useApp((state) => state.stored);
  const lookup = useApp((state) => state.lookup);

  useEffect(() => {
    void remote.list();
  }, [remote]);

  const { place } = asked;
  const looked = lookup.kind === 'found' && isSamePlace(lookup.found.place, place) ? lookup.found : undefined;
  const offered = counterparts(place, rounded, stored ?? [], looked);
  return (
    <>
      <h2 id={id} className={styles['head']}>
        {words.title}
      </h2>
      <p className={styles['hint']}>{rounded ? words.ofRounded : words.ofFull}</p>
      {offered.length > 0 && (
        <ul className={styles['list']} aria-labelledby={id}>
          {offered.map((counterpart) => (
            <Entry key={keyOf(counterpart.model)} counterpart={counterpart} />
          ))}
        </ul>
      )}
      {looked ? offered.length === 0 && <p>{words.none(nameOf(place))}</p> : <LookAround asked={asked} />}
    </>
  );
}

/** The way to weights that are not stored: their host is asked for its list of files. */
function LookAround({ asked }: { readonly asked: RemoteName }): ReactNode {
  const { remote } = useAppHandle();
  const lookup = useApp((state) => state.lookup);
  const { place } = asked;
  return (
    <>
      <div className={styles['row']}>
        <Button
          disabled={lookup.kind === 'looking'}
          onClick={() => {
            remote.lookAround(asked);
          }}
        >
          {words.look(nameOf(place))}
        </Button>
        <span className={styles['hint']}>{words.asks(hostOf(place))}</span>
      </div>
      {lookup.kind === 'failed' && lookup.reference && refersTo(lookup.reference, asked) && (
        <p role="alert" className={styles['wrong']}>
          {lookup.error.sentence} {lookup.error.remedy}
        </p>
      )}
    </>
  );
}

function Entry({ counterpart }: { readonly counterpart: Counterpart }): ReactNode {
  const { model, bytes, stored } = counterpart;
  const { remote } = useAppHandle();
  const { putRemoteBeside } = useActions();
  const key = keyOf(model);
  const isBeside = useApp(({ besideAsked }) => besideAsked?.kind === 'remote' && keyOf(besideAsked) === key);
  const coming = useApp(({ download }) => download !== undefined && keyOf(download.model) === key);
  const { folder } = strings.beside;
  const note = isBeside ? folder.isBeside : coming ? words.coming : undefined;
  return (
    <WeightsEntry path={model.weights} bytes={bytes} stored={stored}>
      {note !== undefined ? (
        <span className={styles['hint']}>{note}</span>
      ) : stored ? (
        <Button
          aria-label={folder.costOf(model.weights)}
          onClick={() => {
            putRemoteBeside(model);
          }}
        >
          {folder.cost}
        </Button>
      ) : (
        <Button
          aria-label={words.fetchOf(model.weights, bytes === undefined ? undefined : bytesText(bytes))}
          onClick={() => {
            remote.download(model, 'beside');
          }}
        >
          {words.fetch(bytes === undefined ? undefined : bytesText(bytes))}
        </Button>
      )}
    </WeightsEntry>
  );
}
