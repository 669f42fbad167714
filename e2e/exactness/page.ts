/**
 * Runs checkpoints through onnxruntime-web in this browser, as the worker does. The address says
 * on what: `?provider=wasm&threads=2`, or `?provider=webgpu&subgroups=no`. The runtime is set up once, for all of them.
 */
import { longestError } from '../../scripts/exactness/longest-error.ts';
import { maskedWordsError, plainError, stateErrors, worst } from '../../scripts/exactness/measure-errors.ts';
import { openCheckpoint } from '../../src/checkpoint/index.ts';
import { readReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { chainSessions, Encoder, encoderShape } from '../../src/engine/index.ts';
import { deviceWithoutSubgroups } from '../../src/engine/worker/device-without-subgroups.ts';
import {
  graphsOn,
  providersOf,
  wasmRuntime,
  webgpuRuntime,
  type Runtime,
} from '../../src/engine/worker/runtime.ts';
import { SpentWeights } from '../../src/engine/worker/spent-weights.ts';
import { MASKED_LOGITS } from '../../src/graph/index.ts';
import { fetched } from './fetched.ts';

/** How far a checkpoint is from PyTorch. */
export interface Outcome {
  readonly threads: number | undefined;
  /** Padded tokens of the batch. */
  readonly padding: number;
  /** Largest error of hidden states: with all that can be changed where the reference tells of it. */
  readonly states: number;
  /** Of the longest sentence, whose batch is without padding; null where the reference has none. */
  readonly longest: number | null;
  /** null where the checkpoint has no head for them. */
  readonly maskedWords: number | null;
}

declare global {
  interface Window {
    measureCheckpoint: (files: readonly string[], reference: string) => Promise<Outcome>;
  }
}

const asked = new URLSearchParams(location.search);
const runtime = startRuntime();

async function startRuntime(): Promise<Runtime> {
  if (asked.get('provider') !== 'webgpu') return wasmRuntime(Number(asked.get('threads')));
  return webgpuRuntime(asked.get('subgroups') === 'no' ? await deviceWithoutSubgroups() : undefined);
}

window.measureCheckpoint = async (addresses, referenceAddress) => {
  const running = await runtime;
  const { sessions, Tensor, env } = running;
  const files = await Promise.all(addresses.map(fetched));
  const reference = await readReferenceFile(await fetched(referenceAddress));
  const checkpoint = await openCheckpoint(files, undefined, {
    maskedWords: reference.has('masked_logits'),
  });
  // in parts so small that a weight asked for twice would not be there any more
  const weights = new SpentWeights(checkpoint.weightsFiles, 64);
  const session = await chainSessions(graphsOn(running, checkpoint), async ({ graph, tensors }) => {
    await weights.read(tensors);
    const { externalData } = weights;
    return sessions.create(graph, { executionProviders: providersOf(running), externalData });
  });
  const fixture = { session, Tensor, reference };
  const encoder = new Encoder(session, Tensor, encoderShape(checkpoint));
  const outcome = {
    threads: env.wasm.numThreads,
    padding: reference.ints('attention_mask').filter((bit) => bit === 0n).length,
    states: reference.has('keep') ? worst(await stateErrors(fixture)) : await plainError(fixture),
    longest: reference.has('longest') ? await longestError(encoder, reference) : null,
    maskedWords: session.outputNames.includes(MASKED_LOGITS) ? await maskedWordsError(fixture) : null,
  };
  await session.release();
  return outcome;
};
