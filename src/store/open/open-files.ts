import { TailscopeError } from '../../core/error.ts';
import { tableKind } from '../../datasets/index.ts';
import type { Seat } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import { decodeText } from '../../text/decode-text.ts';
import { lines } from '../../text/lines.ts';
import type { TextFile } from '../state.ts';
import type { AppStore } from '../store.ts';
import { guessData } from '../data/guess-data.ts';
import { openData } from '../data/open-data.ts';
import { linkName } from './link-name.ts';
import { sha256Of } from './sha256.ts';
import { bytesOfSet, nameOfSet, type GivenFolder, type WeightsSet } from './given-folder.ts';
import { type GivenFile, sortFiles } from './sort-files.ts';

/** A corpus of some 300,000 lines: what the page and its worker hold of a text, however long the file. */
export const MOST_TEXT_BYTES = 32e6;
/** Weights that take so long to hash that a person wonders. */
const NOTICED_BYTES = 40e6;

/** Checkpoints opened so far. */
let opened = 0;

/**
 * Takes what a person dropped or picked; says what to do where it is nothing Tailscope reads.
 * A file that cannot be read is said, too: this never rejects.
 * @param seat where a checkpoint goes
 * @param wanted "checkpoint": a text given in its place is refused, and the sentences stay
 */
export async function openFiles(
  store: AppStore,
  given: readonly GivenFile[] | Promise<readonly GivenFile[]>,
  wanted: 'anything' | 'checkpoint' = 'anything',
  seat: Seat = 'main',
): Promise<void> {
  try {
    await open(store, await given, wanted, seat);
  } catch (error) {
    store.actions.notify('alert', complaint(error), 'file');
  }
}

/**
 * Opens other weights of a folder that a person gave, in place of those taken or beside them.
 * Weights that cannot be read any more are said: this never rejects.
 */
export async function openOtherWeights(
  store: AppStore,
  folder: GivenFolder,
  set: WeightsSet,
  seat: Seat,
): Promise<void> {
  const turn = ++opened;
  store.actions.settle('file');
  try {
    const sha256 = await hashOf(store, folder, set);
    if (turn === opened) seatFolder(store, folder, set, sha256, seat);
  } catch (error) {
    store.actions.notify('alert', complaint(error), 'file');
  }
}

function complaint(error: unknown): string {
  if (error instanceof TailscopeError) return error.message;
  // moved, changed or forbidden since it was chosen
  return strings.shell.unreadable(error instanceof Error ? error.message : String(error));
}

async function open(
  store: AppStore,
  given: readonly GivenFile[],
  wanted: 'anything' | 'checkpoint',
  seat: Seat,
): Promise<void> {
  const { actions } = store;
  const words = strings.shell;
  const data = wanted === 'anything' ? await guessData(store.getState().view, given) : undefined;
  if (data) {
    await openData(store, data, given);
    return;
  }
  const sorted = sortFiles(given);
  actions.settle('file');
  if (wanted === 'checkpoint' && (sorted.kind === 'text' || sorted.kind === 'unknown')) {
    actions.notify('alert', words.notCheckpoint(given[0]?.file.name ?? ''), 'file');
    return;
  }
  switch (sorted.kind) {
    case 'text':
      await openText(store, sorted.file);
      return;
    case 'checkpoint':
      await openCheckpoint(store, sorted.folder, seat);
      return;
    case 'incomplete':
      actions.notify('alert', words.dropIncomplete(sorted.missing), 'file');
      return;
    case 'pickle':
      actions.notify('alert', words.dropPickle(sorted.name), 'file');
      return;
    case 'unknown':
      actions.notify('alert', words.dropUnknown(sorted.name), 'file');
  }
}

async function openText({ actions, getState }: AppStore, file: File): Promise<void> {
  const words = strings.shell;
  const megabytes = MOST_TEXT_BYTES / 1e6;
  const bytes = wholeLines(new Uint8Array(await file.slice(0, MOST_TEXT_BYTES).arrayBuffer()), file.size);
  if (!bytes) {
    actions.notify('alert', words.dropTooLarge(file.name, megabytes), 'file');
    return;
  }
  if (bytes.length < file.size) actions.notify('status', words.dropCut(file.name, megabytes), 'file');
  const text = decodeText(file.name, bytes);
  if (text.trim() === '') {
    actions.notify('alert', words.dropEmpty(file.name), 'file');
    return;
  }
  const content = await contentOf(file.name, text);
  const sha256 = await sha256Of(file);
  const { file: awaited, column } = getState();
  if (awaited && awaited.content === undefined && awaited.sha256 !== sha256) {
    actions.notify('status', words.otherFile(file.name), 'file');
  }
  // a column chosen in another file says nothing of this one
  const chosen = awaited?.sha256 === sha256 ? column : undefined;
  actions.openText({ name: linkName(file.name), sha256, content }, chosen);
  actions.showText();
}

/** A file's first bytes up to the end of a line; all that there are of one that has no more. Undefined where no line ends. */
function wholeLines(bytes: Uint8Array, size: number): Uint8Array | undefined {
  if (bytes.length === size) return bytes;
  const end = bytes.lastIndexOf(0x0a);
  return end === -1 ? undefined : bytes.subarray(0, end + 1);
}

/** @throws TailscopeError("csv-quotes") */
async function contentOf(name: string, text: string): Promise<TextFile['content']> {
  const kind = tableKind(name);
  if (kind === undefined) return lines(text);
  // few open a table, and reading one takes a library
  const { readTable } = await import('../../datasets/read-table.ts');
  return readTable({ name, text }, kind);
}

async function openCheckpoint(store: AppStore, folder: GivenFolder, seat: Seat): Promise<void> {
  const turn = ++opened;
  const { actions, getState } = store;
  const { modelAsked, besideAsked, modelFiles } = getState();
  const asked = seat === 'main' ? modelAsked : besideAsked;
  const awaited = asked?.kind === 'files' && !modelFiles.has(asked.sha256) ? asked : undefined;
  const [unasked, ...others] = folder.sets;
  let [set, sha256] = [unasked, await hashOf(store, folder, unasked)];
  // a link may name others of the folder's weights than those taken unasked
  for (const other of awaited ? others : []) {
    if (sha256 === awaited?.sha256) break;
    const hash = await hashOf(store, folder, other);
    if (hash === awaited?.sha256) [set, sha256] = [other, hash];
  }
  // a checkpoint opened meanwhile is the one that is wanted
  if (turn !== opened) return;
  if (awaited && awaited.sha256 !== sha256) {
    actions.notify('status', strings.shell.otherCheckpoint(awaited.name), 'file');
  }
  if (others.length > 0) {
    const words = strings.shell.weightsTaken[seat];
    actions.notify('status', words({ taken: set.path, others: others.length }), 'file');
  }
  seatFolder(store, folder, set, sha256, seat);
}

async function hashOf({ actions }: AppStore, folder: GivenFolder, set: WeightsSet): Promise<string> {
  if (bytesOfSet(set) > NOTICED_BYTES)
    actions.notify('status', strings.shell.reading(linkName(folder.name)), 'file');
  return sha256Of(...set.files);
}

/** Puts weights of a folder into a seat. */
function seatFolder(
  { actions }: AppStore,
  folder: GivenFolder,
  set: WeightsSet,
  sha256: string,
  seat: Seat,
): void {
  const name = linkName(nameOfSet(folder, set));
  const files = [...folder.small, ...set.files];
  actions.keepFolder(sha256, { folder, taken: set });
  if (seat === 'main') actions.openCheckpoint(files, { name, sha256 });
  else actions.putCheckpointBeside(files, { name, sha256 });
}
