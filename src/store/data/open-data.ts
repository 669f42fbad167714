import { TailscopeError } from '../../core/error.ts';
import { nextTask } from '../../core/next-task.ts';
import { strings } from '../../strings/index.ts';
import { decodeText } from '../../text/decode-text.ts';
import { sha256Of } from '../open/sha256.ts';
import type { GivenFile } from '../open/sort-files.ts';
import type { AppStore } from '../store.ts';
import type { DataId } from './experiment-data.ts';
import { linkName } from '../open/link-name.ts';
import type { PlacedText } from './read-data.ts';
import { inColumn } from './sentences-of.ts';

/** Files of one experiment together: SST-2 is 4 MB, SemCor 38 MB. */
const MOST_BYTES = 64e6;
/** Views of many experiments, which name no data before they are measured. */
const ON_TASKS: readonly string[] = ['compare', 'paper'];

/**
 * Takes files as the data of an experiment, in its official format; what was there before stays where they cannot be read,
 * and the person is told which line and column is wrong. Never rejects.
 */
export async function openData(store: AppStore, id: DataId, given: readonly GivenFile[]): Promise<void> {
  const { actions } = store;
  actions.settle('file');
  try {
    await read(store, id, given);
  } catch (error) {
    actions.notify('alert', complaint(error), 'file');
  }
}

async function read(store: AppStore, id: DataId, given: readonly GivenFile[]): Promise<void> {
  const { actions, getState } = store;
  const bytes = given.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > MOST_BYTES) {
    actions.notify('alert', strings.lab.data.tooLarge(MOST_BYTES / 1e6), 'file');
    return;
  }
  const texts: PlacedText[] = [];
  for (const { path, file } of given)
    texts.push({
      path,
      name: file.name,
      text: decodeText(file.name, new Uint8Array(await file.arrayBuffer())),
    });
  const { readAs } = await import('./read-as.ts');
  const { name, used, give } = await readAs(id, texts, nextTask);
  const hashes: string[] = [];
  for (const { path } of used) {
    const file = given.find((one) => one.path === path)?.file;
    if (file) hashes.push(await sha256Of(file));
  }
  const [only = ''] = hashes;
  const sha256 = hashes.length === 1 ? only : await sha256Of(new Blob([hashes.join('')]));
  const awaited = getState().dataFiles[id];
  if (awaited && !awaited.data && awaited.sha256 !== sha256)
    actions.notify('status', strings.shell.otherFile(name), 'file');
  const taken = give(getState().dataFiles, { name: linkName(name), sha256 });
  // a column chosen in another file says nothing of this one
  const column = awaited?.sha256 === sha256 ? awaited.column : undefined;
  const { words } = taken;
  actions.giveData(id === 'words' && words ? { ...taken, words: inColumn(words, column) } : taken);
  if (ON_TASKS.includes(getState().view)) actions.notify('status', strings.lab.data.taken(name, id), 'file');
}

function complaint(error: unknown): string {
  if (error instanceof TailscopeError) return error.message;
  return strings.shell.unreadable(error instanceof Error ? error.message : String(error));
}
