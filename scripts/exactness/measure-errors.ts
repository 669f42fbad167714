import type { Tensor, TensorConstructor } from 'onnxruntime-common';
import type { ReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import type { Session } from '../../src/engine/index.ts';
import { hiddenName, INPUT, MASKED_LOGITS } from '../../src/graph/index.ts';
import { largestError } from './largest-error.ts';

/** A session of a fixture's graph, in whatever runtime, and the values it is held to. */
export interface Candidate {
  readonly session: Pick<Session, 'run' | 'inputNames' | 'outputNames'>;
  readonly Tensor: TensorConstructor;
  readonly reference: ReferenceFile;
}

/** Largest absolute error of any hidden state of any token. */
export interface StateErrors {
  readonly plain: number;
  /** With dimensions zeroed inside the network. */
  readonly kept: number;
  /** At positions further back. */
  readonly shifted: number;
  readonly withoutPositions: number;
}

export function worst({ plain, kept, shifted, withoutPositions }: StateErrors): number {
  return Math.max(plain, kept, shifted, withoutPositions);
}

/** How far the hidden states of the reference batch are from PyTorch's. */
export async function stateErrors(candidate: Candidate): Promise<StateErrors> {
  const keep = candidate.reference.floats('keep');
  return {
    plain: await plainError(candidate),
    kept: await stateError(candidate, 'kept', { keep }),
    shifted: await stateError(candidate, 'shifted', { shift: 3n }),
    withoutPositions: await stateError(candidate, 'without_positions', { positionScale: 0 }),
  };
}

/** The same with nothing changed: all that the reference values of a larger model have. */
export function plainError(candidate: Candidate): Promise<number> {
  return stateError(candidate, 'plain', {});
}

async function stateError(candidate: Candidate, expected: string, change: Change): Promise<number> {
  const { reference, session } = candidate;
  const results = await session.run(feeds(candidate, change), session.outputNames);
  const [layers = 0] = reference.shape(expected);
  const states = Array.from({ length: layers }, (_, layer) => results[hiddenName(layer)]?.data);
  return largestError(states, reference.floats(expected), reference.ints('attention_mask'));
}

/**
 * How far the masked-word head's logits are from PyTorch's at most, with nothing cut and, where the
 * reference has values for it, cut inside.
 */
export async function maskedWordsError(candidate: Candidate): Promise<number> {
  const { reference, session } = candidate;
  const error = async (expected: string, change: Change = {}) => {
    const { [MASKED_LOGITS]: logits } = await session.run(feeds(candidate, { ...change, masked: true }), [
      MASKED_LOGITS,
    ]);
    const all = new BigInt64Array(reference.ints('masked_rows').length).fill(1n);
    return largestError([logits?.data], reference.floats(expected), all);
  };
  const plain = await error('masked_logits');
  if (!reference.has('masked_logits_kept')) return plain;
  return Math.max(plain, await error('masked_logits_kept', { keep: reference.floats('keep') }));
}

interface Change {
  readonly keep?: Float32Array;
  readonly shift?: bigint;
  readonly positionScale?: number;
  /** Whether any word is to be guessed; a graph with the head must do with none as well. */
  readonly masked?: boolean;
}

/** The reference batch as the session takes it. */
function feeds({ session, Tensor, reference }: Candidate, change: Change): Record<string, Tensor> {
  const ints = (name: string, plus = 0n) =>
    new Tensor(
      'int64',
      reference.ints(name).map((value) => value + plus),
      reference.shape(name),
    );
  const [layers = 0, , , dims = 0] = reference.shape('plain');
  const keep = change.keep ?? new Float32Array(layers * dims).fill(1);
  const inputs: Record<string, () => Tensor> = {
    [INPUT.ids]: () => ints('input_ids'),
    [INPUT.mask]: () => ints('attention_mask'),
    [INPUT.types]: () => ints('token_type_ids'),
    [INPUT.positions]: () => ints('position_ids', change.shift),
    [INPUT.positionScale]: () => new Tensor('float32', Float32Array.of(change.positionScale ?? 1), [1]),
    [INPUT.keep]: () => new Tensor('float32', keep, [layers, dims]),
    [INPUT.maskedRows]: () =>
      change.masked === true ? ints('masked_rows') : new Tensor('int64', new BigInt64Array(), [0]),
  };
  return Object.fromEntries(
    session.inputNames.map((name) => {
      const make = inputs[name];
      if (!make) throw new Error(`the graph asks for ${name}`);
      return [name, make()];
    }),
  );
}
