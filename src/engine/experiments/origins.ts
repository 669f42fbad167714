import { readRows, rowsOf, type Checkpoint } from '../../checkpoint/index.ts';
import { originTensors, type OriginTensors } from '../../checkpoint/sources/index.ts';
import { columnMeans } from '../../measures/column-means.ts';
import { tailOrigins } from '../../measures/origins.ts';
import { RowFold } from '../../measures/row-fold.ts';
import { dimensionsOfRows, extremesOfRow, spreadOfRows } from '../../measures/row-standings.ts';
import { standings, type Standing } from '../../measures/standing.ts';
import type {
  NotThere,
  OriginsRequest,
  OriginsResult,
  PositionOrigins,
  TokenOrigins,
  VectorOrigins,
} from '../../protocol/experiments/origins.ts';
import { requireDimensions } from '../keep-inside.ts';

/** Positions whose whole vectors are given. */
const FIRST = 8;
/** Dimensions followed where none are asked for. */
const SUSPECTS = 3;
/** Numbers of the word embeddings read at a time: 4 MB. */
const BLOCK = 2 ** 20;

export interface OriginsOptions {
  readonly signal?: AbortSignal;
  /** Awaited between two parts of a large table. */
  readonly pause?: () => Promise<void>;
}

/**
 * What the weights themselves say of where dimensions get their values: no text runs.
 * @throws TailscopeError("dimension" | "file-short" | "cancelled"), or what `pause` rejects with
 * @see Luo et al. 2021, section 3
 */
export async function origins(
  checkpoint: Pick<Checkpoint, 'config' | 'weights' | 'weightsFiles'>,
  request: OriginsRequest,
  options: OriginsOptions = {},
): Promise<OriginsResult> {
  const { config, weights } = checkpoint;
  requireDimensions(request.dims, config.dims);
  const asked = request.dims.length > 0;
  if (weights.size === 0) return { ...UNREAD, dims: request.dims, chosen: asked ? 'asked' : 'weights' };

  const read = (tensor: string) => readRows(checkpoint, tensor, undefined, options.signal);
  const tensors = originTensors(weights);
  // embeddings that are projected have a width of their own, and so does their LayerNorm
  const wide = (tensor: string) => rowsOf(checkpoint, tensor).dims === config.dims;
  const norms = await Promise.all(
    tensors.norms
      .filter(({ gamma }) => wide(gamma))
      .map(async ({ layer, after, gamma, beta }) => ({
        layer,
        after,
        gamma: (await read(gamma)).values,
        beta: (await read(beta)).values,
      })),
  );
  const positions = await positionTable(checkpoint, tensors, options);
  const mean =
    typeof positions === 'string' ? undefined : Float32Array.from(columnMeans(positions, config.dims));
  const dims = asked ? request.dims : tailOrigins(norms, mean, SUSPECTS).map(({ dim }) => dim);
  const vector = (values: Float32Array): VectorOrigins => ({ values, standings: standings(values, dims) });
  return {
    dims,
    chosen: asked ? 'asked' : 'weights',
    positions: typeof positions === 'string' ? positions : ofPositions(positions, config.dims, dims),
    tokens: await ofTokens(checkpoint, tensors, dims, options),
    segments: await ofSegments(checkpoint, tensors, vector, options),
    norms: norms.map((norm) => ({ ...norm, gamma: vector(norm.gamma), beta: vector(norm.beta) })),
    biases: await Promise.all(
      tensors.biases.map(async ({ layer, bias }) => ({ layer, ...vector((await read(bias)).values) })),
    ),
  };
}

const UNREAD = { positions: 'export', tokens: 'export', segments: 'export', norms: [], biases: [] } as const;

type Readable = Pick<Checkpoint, 'config' | 'weights' | 'weightsFiles'>;

/** Position embeddings from the first row that a sentence uses, [positions, dims]. */
async function positionTable(
  checkpoint: Readable,
  { positions }: OriginTensors,
  { signal }: OriginsOptions,
): Promise<Float32Array | NotThere> {
  if (positions === undefined) return 'none';
  const { config } = checkpoint;
  const { rows, dims } = rowsOf(checkpoint, positions);
  if (dims !== config.dims) return 'projected';
  const range = { from: config.firstPosition, to: rows };
  const { values } = await readRows(checkpoint, positions, range, signal);
  return values.every((value) => value === 0) ? 'none' : values;
}

function ofPositions(table: Float32Array, dims: number, followed: readonly number[]): PositionOrigins {
  const positions = table.length / dims;
  const first = Array.from({ length: Math.min(FIRST, positions) }, (_, p) =>
    table.slice(p * dims, (p + 1) * dims),
  );
  return {
    positions,
    spread: spreadOfRows(table, dims),
    followed: dimensionsOfRows(table, dims, followed),
    first,
    extremes: first.map((row) => {
      const { largest, smallest } = extremesOfRow(row);
      return { largest: standingOf(row, largest), smallest: standingOf(row, smallest) };
    }),
  };
}

function standingOf(row: Float32Array, dim: number): Standing {
  const [standing] = standings(row, [dim]);
  return standing ?? { dim, value: NaN, z: NaN, rank: NaN, fromLargest: NaN, fromSmallest: NaN };
}

async function ofTokens(
  checkpoint: Readable,
  { words }: OriginTensors,
  followed: readonly number[],
  { signal, pause }: OriginsOptions,
): Promise<TokenOrigins | NotThere> {
  if (words === undefined) return 'none';
  const { rows, dims } = rowsOf(checkpoint, words);
  if (dims !== checkpoint.config.dims) return 'projected';
  const fold = new RowFold(dims, followed);
  const block = Math.max(1, Math.floor(BLOCK / dims));
  for (let from = 0; from < rows; from += block) {
    await pause?.();
    const range = { from, to: Math.min(rows, from + block) };
    fold.add((await readRows(checkpoint, words, range, signal)).values);
  }
  const mean = fold.mean();
  return { tokens: rows, mean, standings: standings(mean, followed), folded: fold.folded() };
}

async function ofSegments(
  checkpoint: Readable,
  { types }: OriginTensors,
  vector: (values: Float32Array) => VectorOrigins,
  { signal }: OriginsOptions,
): Promise<readonly VectorOrigins[] | NotThere> {
  if (types === undefined || checkpoint.config.tokenTypes === 0) return 'none';
  if (rowsOf(checkpoint, types).dims !== checkpoint.config.dims) return 'projected';
  const { rows, dims, values } = await readRows(checkpoint, types, undefined, signal);
  return Array.from({ length: rows }, (_, r) => vector(values.slice(r * dims, (r + 1) * dims)));
}
