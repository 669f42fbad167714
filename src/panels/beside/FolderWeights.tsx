import { useId, type ReactNode } from 'react';
import { isNamedRounded } from '../../checkpoint/sources/index.ts';
import { selectBesideFolder } from '../../store/beside.ts';
import { selectModel, selectModelFolder } from '../../store/model.ts';
import { bytesOfSet, type OpenedFolder, type WeightsSet } from '../../store/open/given-folder.ts';
import { openOtherWeights } from '../../store/open/open-files.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './beside.module.css';
import { WeightsEntry } from './WeightsEntry.tsx';

const words = strings.beside.folder;

/**
 * The other weights of the folder that the model came in: to take instead, or to put beside it. Of a
 * full model and a rounded one the comparison shows what rounding costs.
 */
export function FolderWeights(): ReactNode {
  const id = useId();
  const opened = useApp(selectModelFolder);
  const rounded = useApp((state) => selectModel(state)?.weights.approximate);
  if (!opened || rounded === undefined || opened.folder.sets.length === 1) return null;
  const { folder, taken } = opened;
  const mainRounded = rounded || isNamedRounded(taken.path);
  return (
    <>
      <h2 id={id} className={styles['head']}>
        {words.title(folder.name)}
      </h2>
      <ul className={styles['list']} aria-labelledby={id}>
        {folder.sets
          .filter((set) => set !== taken)
          .map((set) => (
            <Entry key={set.path} opened={opened} set={set} mainRounded={mainRounded} />
          ))}
      </ul>
    </>
  );
}

interface EntryProps {
  readonly opened: OpenedFolder;
  readonly set: WeightsSet;
  /** Whether the model that the page runs is rounded. */
  readonly mainRounded: boolean;
}

function Entry({ opened: { folder }, set, mainRounded }: EntryProps): ReactNode {
  const { store } = useAppHandle();
  const isBeside = useApp((state) => selectBesideFolder(state)?.taken === set);
  const { path } = set;
  const [put, putIt] =
    isNamedRounded(path) === mainRounded ? [words.put, words.putIt(path)] : [words.cost, words.costOf(path)];
  return (
    <WeightsEntry path={path} bytes={bytesOfSet(set)}>
      {isBeside ? (
        <span className={styles['hint']}>{words.isBeside}</span>
      ) : (
        <Button
          aria-label={putIt}
          onClick={() => {
            void openOtherWeights(store, folder, set, 'beside');
          }}
        >
          {put}
        </Button>
      )}
      <Button
        aria-label={words.takeIt(path)}
        onClick={() => {
          void openOtherWeights(store, folder, set, 'main');
        }}
      >
        {words.take}
      </Button>
    </WeightsEntry>
  );
}
