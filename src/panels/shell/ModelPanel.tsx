import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { BundledModel, LoadedModel } from '../../protocol/model.ts';
import { selectModel } from '../../store/model.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { useClosePopover } from '../../ui/popover/Popover.tsx';
import { badge } from './badge.ts';
import { FilePicker } from './FilePicker.tsx';
import styles from './ModelPanel.module.css';

const words = strings.shell.model;

/** What the model is and where it runs, and the others there are. */
export function ModelPanel(): ReactNode {
  const close = useClosePopover();
  const model = useApp(selectModel);
  const bundled = useApp((state) => state.bundled);
  return (
    <div className={styles['panel']}>
      {model && <Details model={model} />}
      <h2 className={styles['head']}>{words.bundled}</h2>
      <ul className={styles['list']}>
        {bundled.map((entry) => (
          <Entry key={entry.id} entry={entry} used={model?.id === entry.id} close={close} />
        ))}
      </ul>
      <h2 className={styles['head']}>{words.own}</h2>
      <p className={styles['hint']}>{words.ownHint}</p>
      <div className={styles['row']}>
        <FilePicker label={words.openFolder} folder onOpened={close} />
        <FilePicker label={words.openFiles} onOpened={close} />
      </div>
    </div>
  );
}

function Details({ model }: { readonly model: LoadedModel }): ReactNode {
  const { layers, dims, heads, maxTokens, parameters, bytes, positionEmbeddings, runsOn } = model;
  const facts: readonly (readonly [string, string])[] = [
    [words.shape, `${words.sizeInWords(layers, dims)}, ${words.heads(heads)}`],
    [words.parameters, words.millions((parameters / 1e6).toFixed(1))],
    [words.bytes, words.megabytes((bytes / 1e6).toFixed(1))],
    [words.longest, words.tokens(maxTokens)],
    [words.positions, positionEmbeddings ? words.yes : words.no],
    [words.runsOn, badge(runsOn)],
  ];
  return (
    <>
      <h2 className={styles['name']}>{model.name}</h2>
      <dl className={styles['facts']}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {runsOn.notice !== undefined && <p className={styles['hint']}>{runsOn.notice}</p>}
    </>
  );
}

interface EntryProps {
  readonly entry: BundledModel;
  readonly used: boolean;
  readonly close: () => void;
}

function Entry({ entry, used, close }: EntryProps): ReactNode {
  const { chooseBundled } = useActions();
  return (
    <li className={styles['entry']}>
      <span>
        <strong>{entry.name}</strong>
        <br />
        <span className={styles['hint']}>
          {words.size(entry.layers, entry.dims)} · {words.megabytes(count(entry.bytes / 1e6))}
        </span>
      </span>
      {used ? (
        <span className={styles['hint']}>{words.inUse}</span>
      ) : (
        <Button
          onClick={() => {
            chooseBundled(entry.id);
            close();
          }}
        >
          {words.use(entry.name)}
        </Button>
      )}
    </li>
  );
}
