import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { openCheckpoint } from '../../src/checkpoint/index.ts';
import { loadModel } from '../../src/engine/node/index.ts';
import { openFolder } from '../../src/engine/node/disk-file.ts';
import { writeGemmGraph } from './gemm-graph.ts';
import { contestOf, type Contest } from './contest.ts';

const WEIGHTS = 'model.safetensors';

/** The encoder and its bare products in onnxruntime-node. */
export async function contestInNode(folder: string, threads = availableParallelism()): Promise<Contest> {
  const files = await openFolder(folder);
  const checkpoint = await openCheckpoint(files, undefined, { weights: WEIGHTS });
  await Promise.all(files.map((file) => file.close()));
  const { encoder } = await loadModel(folder, { threads, weights: WEIGHTS });
  const gemms = await InferenceSession.create(writeGemmGraph(checkpoint.config, checkpoint.weights), {
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
    enableMemPattern: false,
    extra: { session: { model_external_initializers_file_folder_path: resolve(folder) } },
  });
  return contestOf({ encoder, gemms, Tensor, dims: checkpoint.config.dims });
}
