import {
  type Found,
  hostOf,
  lookUp,
  nameOf,
  readReference,
  type Reference,
  type RemoteModel,
  type WeightsChoice,
} from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import { askPatiently, type FetchHost, NETWORK } from '../../remote/index.ts';
import { strings } from '../../strings/index.ts';
import { isFolder } from '../data-files.ts';
import type { Screen } from '../progress.ts';
import { defaultCache, folderOf } from './cache-folder.ts';
import { FetchScreen, sayPlan } from './fetch-screen.ts';
import { fetchToFolder } from './fetch-to-folder.ts';
import { isElsewhere } from './is-elsewhere.ts';
import { keptModel } from './kept-models.ts';
import { locked } from './lock-file.ts';
import { pickWeights } from './pick-weights.ts';

const { elsewhere: words } = strings.cli;

/** A model as it is named on the command line. */
export interface NamedModel {
  /** A folder here, a hub's id, or an address. */
  readonly model: string;
  readonly weights: string | undefined;
}

/** Where models of other hosts come from, and where they go. */
export interface Elsewhere {
  readonly hub: string;
  readonly cache: string | undefined;
}

/** A model's folder on this machine, and what of it is to be loaded. */
export interface LocalModel {
  readonly folder: string;
  readonly weights: string | undefined;
  /** What the model is called where that is not the folder's name. */
  readonly id: string | undefined;
}

/** A full commit: what it stands for never changes. */
const COMMIT = /^[0-9a-f]{40}$/;

/**
 * Finds the model that is named: in its folder, or else on the host that it names, from where it is fetched into
 * the cache as far as it is not there.
 * @throws TailscopeError as `readReference`, `lookUp` and `fetchToFolder` have it, "no-such-weights"
 */
export async function localModel(
  { model: named, weights }: NamedModel,
  { hub, cache = defaultCache() }: Elsewhere,
  screen: Screen,
  host: FetchHost = NETWORK,
): Promise<LocalModel> {
  if (!isElsewhere(named) || (await isFolder(named))) return { folder: named, weights, id: undefined };
  const reference = readReference(named, hub);
  const { model, others } = await findModel({ named, reference, weights, cache, screen, host });
  const folder = folderOf(cache, model);
  const progress = new FetchScreen(screen);
  const queued = (): void => {
    screen.write(`${words.queued(lockOf(folder))}\n`);
  };
  await locked(lockOf(folder), queued, () =>
    fetchToFolder({
      model,
      folder,
      host,
      onMissing: () => {
        sayPlan(screen, model, others, folder);
      },
      onProgress: (said) => {
        progress.say(said);
      },
    }),
  );
  const revision = model.place.kind === 'hub' ? model.place.revision : undefined;
  screen.write(`${words.at({ model: nameOf(model.place), revision, weights: model.weights, folder })}\n`);
  return { folder, weights: model.weights, id: nameOf(model.place) };
}

interface FoundModel {
  readonly model: RemoteModel;
  readonly others: readonly WeightsChoice[];
}

interface Search {
  readonly named: string;
  readonly reference: Reference;
  readonly weights: string | undefined;
  readonly cache: string;
  readonly screen: Screen;
  readonly host: FetchHost;
}

async function findModel(search: Search): Promise<FoundModel> {
  const { named, reference, weights, cache, screen, host } = search;
  const revision = reference.kind === 'hub' ? reference.revision : undefined;
  const wanted = weights ?? reference.file;
  const kept = (commit: string | undefined) => keptModel(cache, reference, commit, wanted);
  if (revision !== undefined && COMMIT.test(revision)) {
    const model = await kept(revision);
    if (model) return { model, others: [] };
  }
  const address = reference.kind === 'hub' ? reference.hub : reference.folder;
  // an id may as well be a path that is misspelt
  const missing = reference.kind === 'hub' && !named.includes('://') ? named : undefined;
  screen.write(`${words.asks({ folder: missing, host: new URL(address).host })}\n`);
  let found: Found;
  try {
    found = await lookUp(askPatiently(host), reference, new AbortController().signal);
  } catch (error) {
    const failure = TailscopeError.from(error);
    // what a branch stands for by now is not known without asking
    const model = failure.code === 'no-answer' && revision === undefined ? await kept(undefined) : undefined;
    if (!model) throw failure;
    screen.write(`${words.unanswered({ host: hostOf(model.place) })}\n`);
    return { model, others: [] };
  }
  const choice = pickWeights(found, weights);
  return {
    model: { place: found.place, weights: choice.weights, files: choice.files },
    others: found.choices.filter((other) => other !== choice),
  };
}

const lockOf = (folder: string): string => `${folder}.lock`;
