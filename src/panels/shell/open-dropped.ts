import { openFiles } from '../../store/open/open-files.ts';
import type { AppStore } from '../../store/store.ts';
import { strings } from '../../strings/index.ts';
import { DEEPEST, droppedFiles, MOST } from './dropped-files.ts';

const words = strings.shell;

/** Takes what a person dropped, and says what of it was left out. It never rejects. */
export async function openDropped(store: AppStore, data: DataTransfer): Promise<void> {
  const dropped = droppedFiles(data);
  await openFiles(
    store,
    dropped.then(({ files }) => files),
  );
  // where nothing could be read, openFiles has said so
  const left = await dropped.then(
    (found) => found.left,
    () => undefined,
  );
  // after what opening had to say, which clears what was said of other files
  if (left === 'many') store.actions.notify('alert', words.dropMany(MOST), 'file');
  if (left === 'deep') store.actions.notify('status', words.dropDeep(DEEPEST), 'file');
}
