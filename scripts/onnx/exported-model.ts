import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import * as v from 'valibot';
import type { ReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { editExport, readOutline, type EditedGraph, type EncoderSizes } from '../../src/graph/edit/index.ts';
import { hiddenName } from '../../src/graph/index.ts';

export const LEVELS = ['disabled', 'basic', 'extended', 'all'] as const;
export type Level = (typeof LEVELS)[number];

const count = v.pipe(v.number(), v.integer());
const ConfigFile = v.object({
  num_hidden_layers: v.optional(count),
  n_layers: v.optional(count),
  hidden_size: v.optional(count),
  dim: v.optional(count),
  max_position_embeddings: count,
  type_vocab_size: v.optional(count),
});

/** What the config of any of the fixtures' architectures says of sizes. */
export function sizesOf(folder: string): EncoderSizes {
  const file = v.parse(ConfigFile, JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')));
  return {
    layers: file.num_hidden_layers ?? file.n_layers ?? NaN,
    dims: file.hidden_size ?? file.dim ?? NaN,
    maxPositions: file.max_position_embeddings,
    tokenTypes: file.type_vocab_size,
  };
}

/** An .onnx file with those that hold its weights. */
export interface ExportedModel {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly sizes: EncoderSizes;
}

export function readExport(folder: string, name: string, sizes = sizesOf(folder)): ExportedModel {
  const names = readdirSync(folder).filter((other) => other === name || other === `${name}_data`);
  return {
    name,
    sizes,
    files: new Map(names.map((one) => [one, new Uint8Array(readFileSync(join(folder, one)))])),
  };
}

export async function edit({ name, files, sizes }: ExportedModel, head = false): Promise<EditedGraph> {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`there is no ${name}`);
  const file = {
    name,
    size: bytes.length,
    read: (start: number, end: number) => Promise.resolve(bytes.slice(start, end)),
  };
  const lengths = new Map([...files].map(([one, { length }]) => [one, length]));
  return editExport(await readOutline(file, name), { sizes, files: lengths, head });
}

/** A session of an export, edited or as it is. */
export function sessionOf(
  { name, files }: ExportedModel,
  graph: EditedGraph | undefined,
  level: Level,
): Promise<InferenceSession> {
  const bytes = graph?.graph ?? files.get(name) ?? new Uint8Array();
  const externalData = [...files]
    .filter(([one]) => (graph ? graph.locations.includes(one) : one !== name))
    .map(([path, data]) => ({ path, data }));
  return InferenceSession.create(bytes, {
    externalData,
    graphOptimizationLevel: level,
    logSeverityLevel: 4,
    intraOpNumThreads: 1,
  });
}

export interface Feed {
  readonly keep?: Float32Array;
  /** Added to every position. */
  readonly shift?: number;
  readonly scale?: number;
}

/** What a session gives for the reference's batch; it is fed those of its inputs that it has. */
export async function run(
  session: InferenceSession,
  reference: ReferenceFile,
  { layers, dims }: EncoderSizes,
  { keep, shift = 0, scale = 1 }: Feed = {},
): Promise<ReadonlyMap<string, Float32Array>> {
  const feeds: Record<string, Tensor> = {};
  for (const name of session.inputNames) feeds[name] = feed(name);
  const results = await session.run(feeds);
  return new Map(
    Object.entries(results).flatMap(([name, { data }]) =>
      data instanceof Float32Array ? [[name, data]] : [],
    ),
  );

  function feed(name: string): Tensor {
    if (name === 'position_scale') return new Tensor('float32', Float32Array.of(scale), [1]);
    if (name === 'keep')
      return new Tensor('float32', keep ?? new Float32Array((layers + 1) * dims).fill(1), [layers + 1, dims]);
    const values = reference.ints(name);
    const moved = name === 'position_ids' ? values.map((value) => value + BigInt(shift)) : values;
    return new Tensor('int64', moved, reference.shape(name));
  }
}

/** Largest difference over all layers and dimensions of the tokens that are not padding. */
export function largestError(
  found: ReadonlyMap<string, Float32Array>,
  expected: Float32Array,
  mask: BigInt64Array,
  { layers, dims }: EncoderSizes,
): number {
  const size = mask.length * dims;
  let worst = 0;
  for (let layer = 0; layer <= layers; layer++) {
    const data = found.get(hiddenName(layer));
    if (data?.length !== size) return Infinity;
    for (const [i, value] of data.entries()) {
      if (mask[Math.floor(i / dims)] !== 1n) continue;
      const error = Math.abs(value - (expected[layer * size + i] ?? NaN));
      if (!(error <= worst)) worst = error; // NaN counts as the worst
    }
  }
  return worst;
}
