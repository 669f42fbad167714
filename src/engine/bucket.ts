/** Padded tokens a batch at most: past this a batch buys only padding. */
const MOST = 512;
/**
 * Padding, in tokens, that one more session call would cost as much time as: below it, join. Of all-MiniLM-L6-v2 on
 * one thread a call costs 2 tokens in WASM, 4 to 7 in int8, and 7 to 9 in Node.
 */
const CALL = 16;

/**
 * Groups sentences for the network: shortest first, neighbours in length together, 128-512 padded
 * tokens a batch where there are enough (measured to be as fast as WASM gets, and 2.3-2.5 times as
 * fast as batches in the order of the file). A longer sentence goes alone.
 * @param lengths tokens of each sentence; those of 0 are left out
 * @returns indices of the sentences of each batch
 */
export function bucket(lengths: ArrayLike<number>): number[][] {
  const length = (sentence: number) => lengths[sentence] ?? 0;
  const order = Array.from({ length: lengths.length }, (_, i) => i).filter((i) => length(i) > 0);
  order.sort((a, b) => length(a) - length(b) || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const sentence of order) {
    const longest = length(sentence);
    const padding = batch.reduce((sum, other) => sum + longest - length(other), 0);
    if (batch.length > 0 && (longest * (batch.length + 1) > MOST || padding > CALL)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(sentence);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
