import type { Checkpoint } from '../../checkpoint/index.ts';
import type { RunsOn } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import type { Encoder, Model, Turn } from '../index.ts';
import { createEncoder, webgpuRuntime } from './runtime.ts';
import { disagreement, longProbe, probe, timeEncoder, tolerance } from './self-check.ts';

export interface Attempt {
  /** Whether the device computes in float16. */
  readonly half: boolean;
  /** Must not have been let go of its weights. */
  readonly checkpoint: Checkpoint;
  /** The same model on WASM: what the other is held to. */
  readonly wasm: Pick<Model, 'encoder' | 'tokenizer'>;
  readonly id: string;
  /** Whether it must also be faster. */
  readonly race: boolean;
  /** Told when the device is gone. */
  readonly onLost: (reason: string) => void;
}

/** An encoder on WebGPU that passed, or why there is none (undefined: it was merely not faster). */
export type Outcome =
  | { readonly encoder: Encoder; readonly runsOn: RunsOn }
  | { readonly encoder: undefined; readonly notice: string | undefined };

/**
 * Starts a model on WebGPU and holds it to WASM on a fixed text: drivers that compute something else
 * without any error exist. Never throws on account of the device.
 * @throws the turn's reason when aborted
 */
export async function tryWebgpu(attempt: Attempt, turn: Turn): Promise<Outcome> {
  const { wasm, checkpoint, id, race, half, onLost } = attempt;
  if (checkpoint.halfPrecision && !half) return { encoder: undefined, notice: strings.engine.noHalf };
  let encoder: Encoder | undefined;
  try {
    const runtime = await webgpuRuntime();
    encoder = await createEncoder(runtime, checkpoint, id);
    for (const batch of [probe(wasm.tokenizer), longProbe(wasm.tokenizer)]) {
      const error = disagreement(await wasm.encoder.encode(batch), await encoder.encode(batch));
      if (error <= tolerance(checkpoint)) continue;
      await encoder.release();
      return { encoder: undefined, notice: strings.engine.disagrees({ error: error.toPrecision(2) }) };
    }
    if (race && !(await isFaster(encoder, wasm, turn))) {
      await encoder.release();
      return { encoder: undefined, notice: undefined };
    }
    const device = await runtime.env.webgpu.device;
    watch(device, onLost);
    return { encoder, runsOn: { provider: 'webgpu', threads: 1 } };
  } catch (error) {
    await encoder?.release().catch(() => undefined); // it has failed already
    if (turn.signal.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return { encoder: undefined, notice: strings.engine.failed({ message }) };
  }
}

/** Apart from the attempt, whose weights a callback made beside it would hold for as long as the device lives. */
function watch(device: GPUDevice, onLost: Attempt['onLost']): void {
  void device.lost.then(({ reason, message }) => {
    if (reason !== 'destroyed') onLost(message);
  });
}

/** Faster at a few sentences, as when typing, and at a full batch, as in a corpus, taken together. */
async function isFaster(encoder: Encoder, wasm: Attempt['wasm'], turn: Turn): Promise<boolean> {
  const time = async (which: Encoder) => {
    const few = await timeEncoder(which, probe(wasm.tokenizer), () => turn.pause());
    return few + (await timeEncoder(which, probe(wasm.tokenizer, 8), () => turn.pause()));
  };
  return (await time(encoder)) < (await time(wasm.encoder));
}
