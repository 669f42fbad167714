import type { ReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { tokenBatch, type Encoder } from '../../src/engine/index.ts';
import { largestError } from './largest-error.ts';

/** Largest absolute error of the last hidden states of a checkpoint's longest sentence, of 40 tokens or more. */
export async function longestError(encoder: Encoder, reference: ReferenceFile): Promise<number> {
  const ids = Uint32Array.from(reference.ints('longest_ids'), Number);
  const { data, layers, tokens, dims } = await encoder.encode(tokenBatch([ids]));
  const last = data.subarray((layers - 1) * tokens * dims);
  return largestError([last], reference.floats('longest'), new BigInt64Array(tokens).fill(1n));
}
