import * as v from 'valibot';
import { type PlainError, TailscopeError } from '../../core/error.ts';
import { readModelConfig } from '../model-config-file.ts';
import { parseJson } from '../json-file.ts';
import { DEFAULT_REVISION } from './hub.ts';
import { askFolder } from './folder-listing.ts';
import { askHub } from './hub-listing.ts';
import type { Http } from './http.ts';
import type { Reference } from './reference.ts';
import { refusal } from './refusal.ts';
import type { RemoteFile, RemotePlace } from './remote-model.ts';
import { WHOLE } from '../weights-names.ts';
import { smallFiles, type WeightsChoice, weightsChoices } from './weights-choices.ts';

/** What was found where a person pointed. */
export interface Found {
  readonly place: RemotePlace;
  /** What config.json calls the model, as far as it says. */
  readonly type: string | undefined;
  readonly layers: number | undefined;
  readonly dims: number | undefined;
  /** Smallest first. */
  readonly choices: readonly WeightsChoice[];
  /** The weights that were named, if one of the choices. */
  readonly named: string | undefined;
  /** Why none of it can be run, known before anything large is fetched. */
  readonly problem: PlainError | undefined;
}

const Config = v.object({
  model_type: v.fallback(v.optional(v.string()), undefined),
  num_hidden_layers: v.fallback(v.optional(v.number()), undefined),
  n_layers: v.fallback(v.optional(v.number()), undefined),
  hidden_size: v.fallback(v.optional(v.number()), undefined),
  dim: v.fallback(v.optional(v.number()), undefined),
});

/**
 * Looks up what is there: the weights with their sizes, and whether they can be run, from a list of files
 * and a config.json of a few hundred bytes.
 * @throws TailscopeError as `askHub` and `askFolder` have it; what keeps a model from being run is no error
 */
export async function lookUp(http: Http, reference: Reference, signal: AbortSignal): Promise<Found> {
  const { place, files } = await filesOf(http, reference, signal);
  const choices = weightsChoices(files);
  const { found: small, missing } = smallFiles(files);
  const named = choices.find(({ weights }) => weights === reference.file)?.weights;
  const config = await readConfig(http, place, small, signal);
  const facts = v.safeParse(Config, config.json);
  const said = facts.success ? facts.output : undefined;
  return {
    place,
    type: said?.model_type?.slice(0, 100),
    layers: said?.num_hidden_layers ?? said?.n_layers,
    dims: said?.hidden_size ?? said?.dim,
    choices,
    named,
    problem: problemOf(files, choices, missing, config.problem),
  };
}

async function filesOf(
  http: Http,
  reference: Reference,
  signal: AbortSignal,
): Promise<{ readonly place: RemotePlace; readonly files: readonly RemoteFile[] }> {
  if (reference.kind === 'hub') {
    const { hub, id, revision = DEFAULT_REVISION } = reference;
    return askHub(http, { kind: 'hub', hub, id, revision }, signal);
  }
  const place = { kind: 'folder', folder: reference.folder } as const;
  return { place, files: await askFolder(http, place, reference.file, signal) };
}

interface ReadConfig {
  readonly json: unknown;
  readonly problem: TailscopeError | undefined;
}

async function readConfig(
  http: Http,
  place: RemotePlace,
  files: readonly RemoteFile[],
  signal: AbortSignal,
): Promise<ReadConfig> {
  const file = files.find(({ path }) => path === 'config.json');
  if (!file) return { json: undefined, problem: undefined };
  const answer = await http(file.url, { signal, name: file.path });
  if (!answer.ok) throw refusal(answer, place, file.path);
  const json = parseJson(answer.body, file.path);
  try {
    readModelConfig(json);
    return { json, problem: undefined };
  } catch (error) {
    return { json, problem: TailscopeError.from(error) };
  }
}

function problemOf(
  files: readonly RemoteFile[],
  choices: readonly WeightsChoice[],
  missing: readonly string[],
  config: TailscopeError | undefined,
): PlainError | undefined {
  const [name] = missing;
  const found = files.map(({ path }) => path);
  const lacks = choices.length === 0 ? WHOLE : name;
  if (lacks !== undefined) return TailscopeError.of('file-missing', { name: lacks, found }).toPlain();
  return config?.toPlain();
}
