import { useState, type ReactNode } from 'react';
import {
  hostOf,
  keyOf,
  nameOf,
  preferredChoice,
  type Found,
  type RemoteModel,
  type WeightsChoice,
} from '../../checkpoint/sources/index.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { bytesText } from '../../core/bytes-text.ts';
import { DownloadBox } from './DownloadBox.tsx';
import styles from './models.module.css';
import { PeekPart } from './PeekPart.tsx';
import { WeightsList } from './WeightsList.tsx';

const words = strings.chooser;

/** A model that was looked up: what it is, the weights to choose from, and what can be done with them. */
export function FoundModel({ found }: { readonly found: Found }): ReactNode {
  const { place, choices, named, problem } = found;
  const [rounded, setRounded] = useState(false);
  const [picked, setPicked] = useState(named);
  const allowed = ({ approximate }: WeightsChoice): boolean => rounded || !approximate;
  const chosen = preferredChoice(choices, picked, allowed) ?? choices[0];
  const revision = place.kind === 'hub' ? words.revision(place.revision) : undefined;
  const facts = [
    hostOf(place),
    revision,
    found.type,
    found.layers !== undefined && found.dims !== undefined
      ? words.shape(found.layers, found.dims)
      : undefined,
  ];
  return (
    <section className={styles['found']} aria-label={nameOf(place)}>
      <div>
        <h3 className={styles['name']}>{nameOf(place)}</h3>
        <p className={styles['hint']}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      </div>
      {problem && (
        <p role="alert" className={styles['failure']}>
          <span>
            <strong>{problem.sentence}</strong> {problem.remedy}
          </span>
        </p>
      )}
      {chosen && (
        <>
          <WeightsList
            place={place}
            choices={choices}
            chosen={chosen.weights}
            onChoose={(weights) => {
              setPicked(weights);
            }}
          />
          {choices.some(({ approximate }) => approximate) && (
            <label className={styles['check']}>
              <input
                type="checkbox"
                checked={rounded}
                onChange={(event) => {
                  setRounded(event.target.checked);
                  setPicked(undefined);
                }}
              />
              {words.allowRounded}
            </label>
          )}
          {!problem && <GetPart model={modelOf(found, chosen)} choice={chosen} />}
          <PeekPart found={found} chosen={chosen} />
        </>
      )}
    </section>
  );
}

function modelOf({ place }: Found, { weights, files }: WeightsChoice): RemoteModel {
  return { place, weights, files };
}

/** Downloads the chosen weights, shows that they are on their way, or loads them where they are stored. */
function GetPart({
  model,
  choice,
}: {
  readonly model: RemoteModel;
  readonly choice: WeightsChoice;
}): ReactNode {
  const { remote } = useAppHandle();
  const { chooseModel } = useActions();
  const key = keyOf(model);
  const stored = useApp((state) => state.stored?.find((each) => each.key === key && each.whole));
  const coming = useApp(({ download }) => download !== undefined && keyOf(download.model) === key);
  if (coming) return <DownloadBox />;
  return (
    <div className={styles['row']}>
      {stored ? (
        <Button
          look="strong"
          onClick={() => {
            remote.use(stored);
            chooseModel(false);
          }}
        >
          {words.useStored}
        </Button>
      ) : (
        <Button
          look="strong"
          onClick={() => {
            remote.download(model);
          }}
        >
          {choice.bytes === undefined ? words.downloadUnknown : words.download(bytesText(choice.bytes))}
        </Button>
      )}
    </div>
  );
}
