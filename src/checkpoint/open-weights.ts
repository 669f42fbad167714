import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import type { TensorEntry, WeightTable } from '../graph/index.ts';
import { baseName, type ByteFile } from './byte-file.ts';
import { clip } from './clip.ts';
import { findFile, requireFile } from './find-file.ts';
import { readJson } from './json-file.ts';
import { missingShard } from './missing-shard.ts';
import { readSafetensorsHeader } from './safetensors-header.ts';
import { INDEX, WHOLE } from './weights-names.ts';

/** 10,000 tensors take about 1 MB. */
const MOST_INDEX_BYTES = 2 ** 24;

const Index = v.object({ weight_map: v.record(v.string(), v.string()) });

/** A checkpoint's tensors and the files they lie in. */
export interface OpenWeights {
  readonly weights: WeightTable;
  readonly weightsFiles: readonly ByteFile[];
}

/**
 * Finds the weights among a checkpoint's files: model.safetensors, or the shards that
 * model.safetensors.index.json lists, which lie beside it. Only headers are read.
 * @throws TailscopeError("file-missing" | "index-invalid"), and what reading a header throws
 */
export async function openWeights(files: readonly ByteFile[], signal?: AbortSignal): Promise<OpenWeights> {
  const index = findFile(files, WHOLE) ? undefined : findFile(files, INDEX);
  if (index) return openShards(files, index, signal);
  const file = findFile(files, WHOLE) ?? requireFile(files, missingShard(files) ?? WHOLE);
  return { weights: await readSafetensorsHeader(file, signal), weightsFiles: [file] };
}

async function openShards(
  files: readonly ByteFile[],
  index: ByteFile,
  signal: AbortSignal | undefined,
): Promise<OpenWeights> {
  const name = baseName(index.name);
  const json = v.safeParse(Index, await readJson(index, MOST_INDEX_BYTES, signal));
  if (!json.success) throw TailscopeError.of('index-invalid', { name, problem: { is: 'no-map' } });
  const map = Object.entries(json.output.weight_map);
  const shards = new Map<string, WeightTable>();
  const weightsFiles: ByteFile[] = [];
  for (const shard of new Set(map.map(([, place]) => place))) {
    const file = requireFile(files, shard);
    shards.set(shard, await readSafetensorsHeader(file, signal));
    weightsFiles.push(file);
  }
  const weights = new Map<string, TensorEntry>();
  for (const [tensor, shard] of map) {
    const entry = shards.get(shard)?.get(tensor);
    if (!entry) {
      const problem = { is: 'not-there', tensor: clip(tensor), shard } as const;
      throw TailscopeError.of('index-invalid', { name, problem });
    }
    weights.set(tensor, entry);
  }
  return { weights, weightsFiles };
}
