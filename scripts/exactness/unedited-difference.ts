import type { Tensor } from 'onnxruntime-common';
import { hiddenName, INPUT, MASKED_LOGITS } from '../../src/graph/index.ts';
import type { Candidate } from './measure-errors.ts';

/** An export in whatever runtime: a session of the file as it is, and one of the graph that we make of it. */
export interface BothWays extends Omit<Candidate, 'session'> {
  readonly unedited: Candidate['session'];
  readonly edited: Candidate['session'];
}

/** What the network is, as far as its outputs need it. */
interface Sizes {
  readonly layers: number;
  readonly vocabulary: number;
}

/**
 * How far the last hidden state of an edited export is from that of the file as it is, padding included; of
 * a file that gives the logits of all tokens instead, those of the masked words, with which the other must
 * have been edited then.
 */
export async function uneditedDifference(
  { unedited, edited, ...rest }: BothWays,
  { layers, vocabulary }: Sizes,
): Promise<number> {
  const before = { ...rest, session: unedited };
  const after = { ...rest, session: edited };
  if (!givesLogits(unedited)) {
    const expected = await runReference(before, 'last_hidden_state');
    return largestDifference(await runReference(after, hiddenName(layers)), expected);
  }
  const logits = await runReference(before, 'logits');
  const rows = [...rest.reference.ints('masked_rows')].map(Number);
  const expected = rows.flatMap((row) => [...logits.subarray(row * vocabulary, (row + 1) * vocabulary)]);
  return largestDifference(await runReference(after, MASKED_LOGITS), Float32Array.from(expected));
}

/** Whether a file that was not edited has a masked-word head. */
export function givesLogits({ outputNames }: Pick<Candidate['session'], 'outputNames'>): boolean {
  return outputNames.includes('logits');
}

/**
 * What a session gives for the reference's batch, as the file means it: positions its own, and nothing cut
 * unless it is said.
 * @returns the data of an output
 */
export async function runReference(
  { session, Tensor, reference }: Candidate,
  output: string,
  keep?: Float32Array,
): Promise<Float32Array> {
  const [states = 0, , , dims = 0] = reference.shape('plain');
  const feed = (name: string): Tensor => {
    if (name === INPUT.positionScale) return new Tensor('float32', Float32Array.of(1), [1]);
    if (name === INPUT.keep)
      return new Tensor('float32', keep ?? new Float32Array(states * dims).fill(1), [states, dims]);
    return new Tensor('int64', reference.ints(name), reference.shape(name));
  };
  const feeds = Object.fromEntries(session.inputNames.map((name) => [name, feed(name)]));
  const data = (await session.run(feeds, [output]))[output]?.data;
  if (data instanceof Float32Array) return data;
  throw new Error(`the session gives no ${output}`);
}

/** Largest difference of two lists of numbers; not a number where one is missing. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length || a.length === 0) return NaN;
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? NaN))), 0);
}
