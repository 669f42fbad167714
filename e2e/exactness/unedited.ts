/**
 * Runs exports in this browser's onnxruntime-web, on WASM, as they are and as we edit them. The address says
 * with how many threads, as in page.ts.
 */
import { givesLogits, uneditedDifference } from '../../scripts/exactness/unedited-difference.ts';
import { openCheckpoint, readWeights } from '../../src/checkpoint/index.ts';
import { readReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { wasmRuntime } from '../../src/engine/worker/runtime.ts';
import { fetched } from './fetched.ts';

declare global {
  interface Window {
    /** How far an export, edited, is from the file as it is, at a level of the runtime's optimization. */
    compareWithUnedited: (
      files: readonly string[],
      reference: string,
      level: 'basic' | 'all',
    ) => Promise<number>;
  }
}

const threads = Number(new URLSearchParams(location.search).get('threads'));

window.compareWithUnedited = async (addresses, referenceAddress, graphOptimizationLevel) => {
  const { sessions, Tensor } = await wasmRuntime(threads);
  const files = await Promise.all(addresses.map(fetched));
  const reference = await readReferenceFile(await fetched(referenceAddress));
  const weights = files.find(({ name }) => name.endsWith('.onnx'));
  if (!weights) throw new Error('there is no export among the files');
  const options = { executionProviders: ['wasm'], graphOptimizationLevel };
  const unedited = await sessions.create(await weights.read(0, weights.size), options);
  const maskedWords = givesLogits(unedited);
  const { config, graph, weightsFiles } = await openCheckpoint(files, undefined, { maskedWords });
  const externalData = await readWeights(weightsFiles);
  const edited = await sessions.create(graph, { ...options, externalData });
  try {
    return await uneditedDifference({ unedited, edited, Tensor, reference }, config);
  } finally {
    await unedited.release();
    await edited.release();
  }
};
