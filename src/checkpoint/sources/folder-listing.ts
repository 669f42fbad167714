import * as v from 'valibot';
import { parseJson } from '../json-file.ts';
import { EXPORT_KINDS, INDEX, WHOLE } from '../weights-names.ts';
import { contentRange } from './content-range.ts';
import type { Answer, Http } from './http.ts';
import { refusal } from './refusal.ts';
import type { RemoteFile, RemotePlace } from './remote-model.ts';

type FolderPlace = Extract<RemotePlace, { readonly kind: 'folder' }>;

const SMALL = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** Where exporters put their files; a folder cannot be asked what it holds. */
const ONNX = ['onnx/', ''].flatMap((within) => EXPORT_KINDS.map((kind) => `${within}model${kind}.onnx`));
/** Beside a graph, the weights that are not in it. */
const DATA = '_data';
/** Requests under way at a time; browsers open six connections to a host. */
const AT_ONCE = 6;
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
  const answers = await headersOfAll(http, place, paths, signal);
  const found = foundOf(place, answers);
  const [first] = answers;
  if (found.length === 0 && first) throw refusal(first.answer, place, first.path);
  const graphs = found.filter(({ path }) => path.endsWith('.onnx'));
  const data = graphs.map(({ path }) => path + DATA);
  const beside = await headersOfAll(http, place, data, signal);
  const files = [...found, ...foundOf(place, beside)];
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
  const answer = await http(index.url, { signal, name: index.path });
  if (!answer.ok) throw refusal(answer, place, index.path);
  const parsed = v.safeParse(Index, parseJson(answer.body, index.path));
  // an index that names other places, or makes no sense, has no shards here
  if (!parsed.success) return [];
  const names = [...new Set(Object.values(parsed.output.weight_map))].slice(0, MOST_SHARDS).sort();
  return foundOf(place, await headersOfAll(http, place, names, signal));
}

interface Asked {
  readonly path: string;
  readonly answer: Answer;
}

/** In the order of the paths. */
async function headersOfAll(
  http: Http,
  place: FolderPlace,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const waiting = paths.entries();
  // each takes the next path that nobody has taken
  const worker = async (): Promise<void> => {
    for (const [index, path] of waiting) asked[index] = await headersOf(http, place, path, signal);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return asked;
}

/** Of a server that knows no HEAD, the first byte is asked for instead. */
async function headersOf(http: Http, place: FolderPlace, path: string, signal: AbortSignal): Promise<Asked> {
  const url = urlOf(place, path);
  const answer = await http(url, { signal, name: path, head: true });
  const isHeadUnknown = answer.status === 405 || answer.status === 501;
  return { path, answer: isHeadUnknown ? await http(url, { signal, name: path, range: [0, 1] }) : answer };
}

function foundOf(place: FolderPlace, asked: readonly Asked[]): readonly RemoteFile[] {
  return asked
    .filter(({ answer }) => answer.ok)
    .map(({ path, answer }) => ({ path, url: urlOf(place, path), size: sizeOf(answer), sha256: undefined }));
}

/** Of the whole file, where the answer says it. */
function sizeOf(answer: Answer): number | undefined {
  if (answer.status === 206) return contentRange(answer)?.total;
  const length = answer.headers.get('Content-Length');
  // of a compressed answer the length says nothing of the file's
  const known =
    length !== null &&
    answer.headers.get('Content-Encoding') === null &&
    Number.isSafeInteger(Number(length));
  return known ? Number(length) : undefined;
}

function urlOf({ folder }: FolderPlace, path: string): string {
  return folder + path.split('/').map(encodeURIComponent).join('/');
}
