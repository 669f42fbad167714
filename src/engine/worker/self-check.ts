import type { Checkpoint } from '../../checkpoint/index.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Tokenizer } from '../../text/index.ts';
import { tokenBatch, type Encoder, type TokenBatch } from '../index.ts';

/** Of float32, whose errors on WebGPU stay some hundred times below it. */
const FULL = 1e-3;
/**
 * Of float16: a device that is right is off by 2e-3 and more, since it rounds every sum and not, as the
 * processor does, only what goes from one operator to the next (docs/onnx-exports.md, "Half precision").
 */
const HALF = 1e-2;

/**
 * Largest difference allowed between two devices, relative to the largest value of the reference. The
 * silently wrong results that drivers are known for are above either.
 */
export function tolerance({ halfPrecision }: Pick<Checkpoint, 'halfPrecision'>): number {
  return halfPrecision ? HALF : FULL;
}

const PROBE = [
  'The river was high, and nobody in the village slept before the water had turned.',
  'Cold soup again?',
];

/** A fixed text with padding in it, the same in every check. */
export function probe(tokenizer: Tokenizer, times = 1): TokenBatch {
  const sentences = PROBE.map((sentence) => tokenizer.encode(sentence).ids);
  return tokenBatch(Array.from({ length: times }, () => sentences).flat());
}

/**
 * The same text over and over as one sentence, of 100 tokens and more where the model reads as many: from 32 tokens
 * on the runtime may take other shaders for attention, and on some devices these alone give wrong results.
 */
export function longProbe(tokenizer: Tokenizer): TokenBatch {
  const text = PROBE.join(' ');
  return tokenBatch([tokenizer.encode(Array.from({ length: 5 }, () => text).join(' ')).ids]);
}

/** Largest difference between two runs, relative to the largest absolute value of the reference (at least 1). */
export function disagreement(reference: HiddenStates, other: HiddenStates): number {
  let largest = 1;
  let difference = 0;
  for (const [i, value] of reference.data.entries()) {
    largest = Math.max(largest, Math.abs(value));
    const apart = Math.abs(value - (other.data[i] ?? NaN));
    // a comparison would let NaN pass
    if (!(apart <= difference)) difference = apart;
    if (Number.isNaN(apart)) return NaN;
  }
  return difference / largest;
}

/** Median milliseconds of three runs, after one to warm up, with a pause before each. */
export async function timeEncoder(
  encoder: Encoder,
  batch: TokenBatch,
  pause: () => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 4; run++) {
    await pause();
    const began = performance.now();
    await encoder.encode(batch);
    if (run > 0) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[1] ?? Infinity;
}
