import { TailscopeError } from '../../core/error.ts';
import type { TensorEntry } from '../../graph/index.ts';
import { columnMeans } from '../../measures/column-means.ts';
import { readRange, type ByteFile } from '../byte-file.ts';
import { readSafetensorsHeader } from '../safetensors-header.ts';
import { floatValues, isFloatDtype } from '../tensor-values.ts';
import type { Http } from './http.ts';
import { type NormPlace, originTensors } from './origin-tensors.ts';
import { rangeFile } from './range-file.ts';
import type { RemoteFile, RemotePlace } from './remote-model.ts';

/** A LayerNorm's scale and shift, a number a dimension. */
export interface PeekedNorm extends NormPlace {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}

/** Where the tails of a checkpoint begin, as its file says without being downloaded. */
export interface Peeked {
  /** Width of the hidden states. */
  readonly dims: number;
  /** Mean of the position embeddings over their positions, as wide as the embeddings; undefined where there are none. */
  readonly positions: { readonly count: number; readonly mean: Float32Array } | undefined;
  readonly norms: readonly PeekedNorm[];
  /** Bytes that were fetched for it, of so many that the weights have. */
  readonly fetched: number;
  readonly of: number;
}

/** Requests under way at a time; browsers open six connections to a host. */
const AT_ONCE = 4;
/** Tensors closer than this are fetched together: a request costs about as much. */
const GAP = 2 ** 15;

interface Wanted {
  readonly file: ByteFile;
  readonly entry: TensorEntry;
}

/**
 * Reads position embeddings and LayerNorms of a checkpoint in safetensors by requests for their bytes alone.
 * @param files the weights: one file, or several
 * @throws TailscopeError("peek-nothing" | "no-ranges" | ...) and as the header and `refusal` have it
 */
export async function peek(
  http: Http,
  place: RemotePlace,
  files: readonly RemoteFile[],
  signal: AbortSignal,
): Promise<Peeked> {
  const weights = files.filter(({ path }) => path.endsWith('.safetensors'));
  const opened = weights.map((file) => {
    const { size } = file;
    if (size === undefined) throw TailscopeError.of('no-ranges', { file: file.path });
    return rangeFile(http, place, { ...file, size });
  });
  const wanted = new Map<string, Wanted>();
  for (const file of opened)
    for (const [name, entry] of await readSafetensorsHeader(file, signal)) wanted.set(name, { file, entry });

  const { positions, norms } = originTensors(new Map([...wanted].map(([name, { entry }]) => [name, entry])));
  const names = [
    ...norms.flatMap(({ gamma, beta }) => [gamma, beta]),
    ...(positions === undefined ? [] : [positions]),
  ];
  if (names.length === 0) throw TailscopeError.of('peek-nothing');
  const values = await readTensors(
    names.flatMap((name) => {
      const at = wanted.get(name);
      return at ? [{ name, ...at }] : [];
    }),
    signal,
  );
  const vector = (name: string): Float32Array => values.get(name) ?? new Float32Array();
  const shape = positions === undefined ? undefined : wanted.get(positions)?.entry.shape;
  const [count = 0, wide = 0] = shape ?? [];
  // embeddings that are projected have a width of their own, and so does their LayerNorm
  const dims = vector(norms.at(-1)?.gamma ?? '').length || wide;
  return {
    dims,
    positions:
      positions === undefined || count === 0
        ? undefined
        : { count, mean: Float32Array.from(columnMeans(vector(positions), wide)) },
    norms: norms
      .map(({ layer, after, gamma, beta }) => ({ layer, after, gamma: vector(gamma), beta: vector(beta) }))
      .filter(({ gamma, beta }) => gamma.length === dims && beta.length === dims),
    fetched: opened.reduce((sum, file) => sum + file.fetched(), 0),
    of: opened.reduce((sum, file) => sum + file.size, 0),
  };
}

interface Named extends Wanted {
  readonly name: string;
}

/** The values of some tensors; those that lie side by side in their file come with one request. */
async function readTensors(
  tensors: readonly Named[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
  const values = new Map<string, Float32Array>();
  const runs = runsOf(tensors);
  const worker = async (): Promise<void> => {
    for (let run = runs.pop(); run; run = runs.pop()) {
      const [first] = run;
      if (!first) continue;
      const start = first.entry.start;
      const end = Math.max(...run.map(({ entry }) => entry.end));
      const bytes = await readRange(first.file, start, end, signal);
      for (const { name, entry } of run)
        if (isFloatDtype(entry.dtype))
          values.set(name, floatValues(bytes.subarray(entry.start - start, entry.end - start), entry.dtype));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return values;
}

function runsOf(tensors: readonly Named[]): Named[][] {
  const runs: Named[][] = [];
  for (const tensor of [...tensors].sort((a, b) => a.entry.start - b.entry.start)) {
    const near = runs.find((run) => {
      const last = run.at(-1);
      return last?.file === tensor.file && tensor.entry.start - last.entry.end < GAP;
    });
    if (near) near.push(tensor);
    else runs.push([tensor]);
  }
  return runs;
}
