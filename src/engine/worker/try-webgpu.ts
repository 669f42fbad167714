import type { Checkpoint } from '../../checkpoint/index.ts';
import type { RunsOn } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import type { Encoder, Model, Turn } from '../index.ts';
import { deviceWithoutSubgroups } from './device-without-subgroups.ts';
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
 * Starts a model on WebGPU and holds it to WASM on fixed texts: drivers that compute something else
 * without any error exist. Where it fails for that, it is tried again without subgroups, whose shaders
 * are wrong on some devices. Never throws on account of the device.
 * @throws the turn's reason when aborted
 */
export async function tryWebgpu(attempt: Attempt, turn: Turn): Promise<Outcome> {
  const { checkpoint, half } = attempt;
  if (checkpoint.halfPrecision && !half) return { encoder: undefined, notice: strings.engine.noHalf };
  try {
    let outcome = await tryOn(undefined, attempt, turn);
    if (typeof outcome === 'number') {
      await turn.pause();
      outcome = (await tryWithoutSubgroups(attempt, turn)) ?? outcome;
    }
    if (typeof outcome !== 'number') return outcome;
    return { encoder: undefined, notice: strings.engine.disagrees({ error: outcome.toPrecision(2) }) };
  } catch (error) {
    if (turn.signal.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return { encoder: undefined, notice: strings.engine.failed({ message }) };
  }
}

/** @returns undefined where there is no such device, or none that works: what is wrong with the first one is said */
async function tryWithoutSubgroups(attempt: Attempt, turn: Turn): Promise<Outcome | number | undefined> {
  try {
    const device = await deviceWithoutSubgroups();
    return device && (await tryOn(device, attempt, turn));
  } catch (error) {
    if (turn.signal.aborted) throw error;
    return undefined;
  }
}

/**
 * @param given the device to compute on, which ends with the encoder; the runtime's own when left out
 * @returns how far off the device is where that is too far
 * @throws whatever the device does, and the turn's reason when aborted
 */
async function tryOn(
  given: GPUDevice | undefined,
  { wasm, checkpoint, id, race, onLost }: Attempt,
  turn: Turn,
): Promise<Outcome | number> {
  let encoder: Encoder | undefined;
  try {
    const runtime = await webgpuRuntime(given);
    encoder = await createEncoder(runtime, checkpoint, id);
    // the long one first, which is what devices fail
    for (const batch of [longProbe(wasm.tokenizer), probe(wasm.tokenizer)]) {
      const error = disagreement(await wasm.encoder.encode(batch), await encoder.encode(batch));
      if (error <= tolerance(checkpoint)) continue;
      await encoder.release();
      return error;
    }
    if (race && !(await isFaster(encoder, wasm, turn))) {
      await encoder.release();
      return { encoder: undefined, notice: undefined };
    }
    watch(given ?? (await runtime.env.webgpu.device), onLost);
    return { encoder, runsOn: { provider: 'webgpu', threads: 1 } };
  } catch (error) {
    await encoder?.release().catch(() => undefined); // it has failed already
    given?.destroy();
    throw error;
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
