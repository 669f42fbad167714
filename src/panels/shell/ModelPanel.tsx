import type { ReactNode } from 'react';
import { hostOf } from '../../checkpoint/sources/index.ts';
import { count } from '../../charts/scale/format.ts';
import type { BundledModel, DevicePreference, LoadedModel, RunsOn } from '../../protocol/model.ts';
import { selectModel } from '../../store/model.ts';
import type { RemoteName } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { useClosePopover } from '../../ui/popover/Popover.tsx';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { Term } from '../../ui/term/Term.tsx';
import { BesideModel } from '../beside/BesideModel.tsx';
import { DifferencePanel } from '../beside/DifferencePanel.tsx';
import { FolderWeights } from '../beside/FolderWeights.tsx';
import { RemoteWeights } from '../beside/RemoteWeights.tsx';
import { badge } from './badge.ts';
import { FilePicker } from './FilePicker.tsx';
import styles from './ModelPanel.module.css';

const words = strings.shell.model;
const DEVICES: readonly DevicePreference[] = ['auto', 'wasm', 'webgpu'];

/** What the model is and where it runs, and the others there are. */
export function ModelPanel(): ReactNode {
  const close = useClosePopover();
  const model = useApp(selectModel);
  const runsOn = useApp((state) => (state.model.kind === 'ready' ? state.model.runsOn : undefined));
  const bundled = useApp((state) => state.bundled);
  const beside = useApp((state) => state.beside.kind === 'ready');
  return (
    <div className={styles['panel']}>
      {model && runsOn && <Details model={model} runsOn={runsOn} />}
      <FolderWeights />
      <RemoteWeights />
      <Device />
      <h2 className={styles['head']}>{strings.beside.title}</h2>
      <BesideModel />
      {beside && <DifferencePanel />}
      <h2 className={styles['head']}>{words.bundled}</h2>
      <ul className={styles['list']}>
        {bundled.map((entry) => (
          <Entry key={entry.id} entry={entry} used={model?.id === entry.id} close={close} />
        ))}
      </ul>
      <Elsewhere close={close} />
      <h2 className={styles['head']}>{words.own}</h2>
      <p className={styles['hint']}>{words.ownHint}</p>
      <div className={styles['row']}>
        <FilePicker label={words.openFolder} folder onOpened={close} />
        <FilePicker label={words.openFiles} checkpoint onOpened={close} />
      </div>
    </div>
  );
}

/** The way to the models that are neither bundled nor the person's own. */
function Elsewhere({ close }: { readonly close: () => void }): ReactNode {
  const { chooseModel } = useActions();
  return (
    <>
      <h2 className={styles['head']}>{strings.chooser.title}</h2>
      <p className={styles['hint']}>{strings.chooser.openHint}</p>
      <div className={styles['row']}>
        <Button
          onClick={() => {
            close();
            chooseModel(true);
          }}
        >
          {strings.chooser.open}
        </Button>
      </div>
    </>
  );
}

interface DetailsProps {
  readonly model: LoadedModel;
  readonly runsOn: RunsOn;
}

function Details({ model, runsOn }: DetailsProps): ReactNode {
  const folder = useApp(({ modelAsked }) => (modelAsked.kind === 'files' ? modelAsked.name : undefined));
  const bundled = useApp(({ modelAsked: { kind } }) => kind === 'default' || kind === 'bundled');
  const from = useApp(({ modelAsked }) => (modelAsked.kind === 'remote' ? fromText(modelAsked) : undefined));
  const { layers, dims, heads, maxTokens, parameters, bytes, positionEmbeddings } = model;
  const facts: readonly (readonly [string, string])[] = [
    ...(folder === undefined ? [] : [[words.folder, folder] as const]),
    ...(from === undefined ? [] : [[strings.chooser.from, from] as const]),
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
            <dt>{term === words.runsOn ? <Term name="runsOn">{term}</Term> : term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {runsOn.notice !== undefined && <p className={styles['hint']}>{runsOn.notice}</p>}
      {bundled && <AboutModel />}
    </>
  );
}

/** The way to the model's card. */
function AboutModel(): ReactNode {
  const close = useClosePopover();
  const { openView } = useActions();
  return (
    <div className={styles['about']}>
      <Button
        look="quiet"
        onClick={() => {
          openView('models');
          close();
        }}
      >
        {strings.models.about}
      </Button>
    </div>
  );
}

/** "huggingface.co, commit a8d257ba, model.safetensors" */
function fromText({ place, weights }: RemoteName): string {
  const revision = place.kind === 'hub' ? [strings.chooser.revision(place.revision)] : [];
  return [hostOf(place), ...revision, weights].join(', ');
}

/** What the model is to run on; the model is loaded again there. */
function Device(): ReactNode {
  const device = useApp((state) => state.device);
  const { setDevice } = useActions();
  return (
    <>
      <h2 className={styles['head']}>{words.device}</h2>
      <Segmented
        label={words.device}
        options={DEVICES.map((value) => ({ value, text: words.devices[value] }))}
        value={device}
        onChange={setDevice}
      />
      <p className={styles['hint']}>{words.deviceHint}</p>
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
          {entry.positionEmbeddings === false && ` · ${words.noPositions}`}
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
