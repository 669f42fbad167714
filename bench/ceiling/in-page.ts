/** A worker in which the encoder and its bare products run as on the page; sets the global `bench`. */
import { openCheckpoint, readWeights } from '../../src/checkpoint/index.ts';
import { createEncoder, wasmRuntime } from '../../src/engine/worker/runtime.ts';
import { fetchFolder } from '../shared/fetch-folder.ts';
import { contestOf, type Contest } from './contest.ts';
import { writeGemmGraph } from './gemm-graph.ts';

let contest: Contest | undefined;

async function load(folder: string, threads: number): Promise<void> {
  const checkpoint = await openCheckpoint(await fetchFolder(folder));
  const { config, weights, weightsFiles } = checkpoint;
  const runtime = await wasmRuntime(threads);
  const encoder = await createEncoder(runtime, checkpoint, folder);
  const gemms = await runtime.sessions.create(writeGemmGraph(config, weights), {
    executionProviders: ['wasm'],
    externalData: await readWeights(weightsFiles),
    logSeverityLevel: 3,
    enableMemPattern: false,
  });
  contest = contestOf({ encoder, gemms, Tensor: runtime.Tensor, dims: config.dims });
}

Object.assign(globalThis, {
  bench: { load, encoder: () => contest?.encoder(), gemms: () => contest?.gemms() },
});
