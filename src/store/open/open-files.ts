import { TailscopeError } from '../../core/error.ts';
import { strings } from '../../strings/index.ts';
import { decodeText } from '../../text/decode-text.ts';
import { lines } from '../../text/lines.ts';
import type { AppStore } from '../store.ts';
import { sha256Of } from './sha256.ts';
import { type GivenCheckpoint, type GivenFile, sortFiles } from './sort-files.ts';

/** A corpus of some 300,000 lines; more would not fit the page beside a model. */
const MOST_TEXT_BYTES = 32e6;
/** Weights that take so long to hash that a person wonders. */
const NOTICED_BYTES = 40e6;

/** Checkpoints opened so far. */
let opened = 0;

/**
 * Takes what a person dropped or picked; says what to do where it is nothing Tailscope reads.
 * A file that cannot be read is said, too: this never rejects.
 * @param wanted "checkpoint": a text given in its place is refused, and the sentences stay
 */
export async function openFiles(
  store: AppStore,
  given: readonly GivenFile[] | Promise<readonly GivenFile[]>,
  wanted: 'anything' | 'checkpoint' = 'anything',
): Promise<void> {
  try {
    await open(store, await given, wanted);
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
): Promise<void> {
  const { actions } = store;
  const words = strings.shell;
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
      await openCheckpoint(store, sorted);
      return;
    case 'incomplete':
      actions.notify('alert', words.dropIncomplete(sorted.missing), 'file');
      return;
    case 'unknown':
      actions.notify('alert', words.dropUnknown(sorted.name), 'file');
  }
}

async function openText({ actions, getState }: AppStore, file: File): Promise<void> {
  const words = strings.shell;
  if (file.size > MOST_TEXT_BYTES) {
    actions.notify('alert', words.dropTooLarge(file.name, MOST_TEXT_BYTES / 1e6), 'file');
    return;
  }
  const bytes = await file.arrayBuffer();
  const text = decodeText(file.name, new Uint8Array(bytes));
  if (text.trim() === '') {
    actions.notify('alert', words.dropEmpty(file.name), 'file');
    return;
  }
  const sha256 = await sha256Of(file);
  const awaited = getState().file;
  if (awaited && awaited.lines === undefined && awaited.sha256 !== sha256) {
    actions.notify('status', words.otherFile(file.name), 'file');
  }
  actions.openText({ name: linkName(file.name), sha256, lines: lines(text) });
  actions.showText();
}

async function openCheckpoint(
  { actions, getState }: AppStore,
  { name: folder, files, weights, taken, others }: GivenCheckpoint,
): Promise<void> {
  const turn = ++opened;
  const size = weights.reduce((sum, file) => sum + file.size, 0);
  if (size > NOTICED_BYTES) actions.notify('status', strings.shell.reading(linkName(folder)), 'file');
  const sha256 = await sha256Of(...weights);
  // a checkpoint opened meanwhile is the one that is wanted
  if (turn !== opened) return;
  const { modelAsked, modelFiles } = getState();
  if (modelAsked.kind === 'files' && !modelFiles.has(modelAsked.sha256) && modelAsked.sha256 !== sha256) {
    actions.notify('status', strings.shell.otherCheckpoint(modelAsked.name), 'file');
  }
  if (others.length > 0) {
    actions.notify('status', strings.shell.weightsTaken({ taken, others: others.length }), 'file');
  }
  actions.openCheckpoint(files, { name: linkName(folder), sha256 });
}

/** A link's name for a file: no control characters, whole characters, and not endless. */
function linkName(name: string): string {
  return Array.from(name.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''))
    .slice(0, 100)
    .join('');
}
