import * as v from 'valibot';
import { parseJson } from '../json-file.ts';
import { type Answer, type Http, shortBody } from './http.ts';
import { refusal } from './refusal.ts';
import type { RemoteFile, RemotePlace } from './remote-model.ts';
import { INDEX, WHOLE } from './weights-choices.ts';

type FolderPlace = Extract<RemotePlace, { readonly kind: 'folder' }>;

const SMALL = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** Where exporters put their files; a folder cannot be asked what it holds. */
const ONNX = ['onnx/model.onnx', 'onnx/model.onnx_data', 'onnx/model_quantized.onnx', 'model.onnx'];
/** More shards than any encoder has. */
const MOST_SHARDS = 64;

const Index = v.object({
  weight_map: v.record(v.string(), v.pipe(v.string(), v.regex(/^[\w.-]+\.safetensors$/))),
});

/**
 * Finds out by their usual names which files a folder on the web has: it is asked for the headers of each.
 * @param named a file that a person named, which is asked for as well
 * @throws TailscopeError as `refusal` has it where the folder gives nothing at all; "no-answer", "cancelled"
 */
export async function askFolder(
  http: Http,
  place: FolderPlace,
  named: string | undefined,
  signal: AbortSignal,
): Promise<readonly RemoteFile[]> {
  const paths = [...new Set([...SMALL, WHOLE, INDEX, ...ONNX, ...(named === undefined ? [] : [named])])];
  const answers = await Promise.all(paths.map((path) => headersOf(http, place, path, signal)));
  const found = answers.filter(({ answer }) => answer.ok);
  const [first] = answers;
  if (found.length === 0 && first) throw refusal(first.answer, place, first.path);
  const files = found.map(({ path, answer }) => fileOf(place, path, answer));
  const index = files.find(({ path }) => path === INDEX);
  if (!index || files.some(({ path }) => path === WHOLE)) return files;
  return [...files, ...(await askShards(http, place, index, signal))];
}

async function askShards(
  http: Http,
  place: FolderPlace,
  index: RemoteFile,
  signal: AbortSignal,
): Promise<readonly RemoteFile[]> {
  const answer = await http(index.url, { signal });
  if (!answer.ok) throw refusal(answer, place, index.path);
  const parsed = v.safeParse(Index, parseJson(await shortBody(answer, index.path), index.path));
  // an index that names other places, or makes no sense, has no shards here
  if (!parsed.success) return [];
  const names = [...new Set(Object.values(parsed.output.weight_map))].slice(0, MOST_SHARDS).sort();
  const shards = await Promise.all(names.map((path) => headersOf(http, place, path, signal)));
  return shards.filter((shard) => shard.answer.ok).map((shard) => fileOf(place, shard.path, shard.answer));
}

interface Asked {
  readonly path: string;
  readonly answer: Answer;
}

async function headersOf(http: Http, place: FolderPlace, path: string, signal: AbortSignal): Promise<Asked> {
  return { path, answer: await http(urlOf(place, path), { signal, head: true }) };
}

function fileOf(place: FolderPlace, path: string, { headers }: Answer): RemoteFile {
  const length = headers.get('Content-Length');
  // of a compressed answer the length says nothing of the file's
  const known =
    length !== null && headers.get('Content-Encoding') === null && Number.isSafeInteger(Number(length));
  return { path, url: urlOf(place, path), size: known ? Number(length) : undefined, sha256: undefined };
}

function urlOf({ folder }: FolderPlace, path: string): string {
  return folder + path.split('/').map(encodeURIComponent).join('/');
}
