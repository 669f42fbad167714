import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Corpus } from '../corpus.ts';
import { corpusPass, type MeasuredBatch } from '../corpus-pass.ts';
import { keepInside, requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import type { RunOptions } from './run-options.ts';

/** A batch as it is, and as the treatment leaves it. */
export interface TreatedBatch extends MeasuredBatch {
  /** The very `states` when the treatment does nothing. */
  readonly treated: HiddenStates;
}

/** Runs every sentence through the network, and each batch through the treatment beside it. */
export async function* treatedPass(
  { encoder }: Pick<Model, 'encoder'>,
  corpus: Corpus,
  treatment: Treatment,
  { onProgress, pause }: RunOptions,
): AsyncGenerator<TreatedBatch> {
  requireDimensions(treatment.cut, encoder.shape.dims);
  const inside = isInside(treatment) && {
    beside: { keep: keepInside(encoder.shape, { dims: treatment.cut, from: 1 }) },
  };
  let done = 0;
  for await (const batch of corpusPass(encoder, corpus, { ...inside, ...(pause && { pause }) })) {
    yield { ...batch, treated: treat(batch.beside ?? batch.states, treatment) };
    done += batch.sentences.length;
    onProgress?.({ sentences: done, of: corpus.sentences.length });
  }
}

/** Whether there is a second run to make. */
export function isInside({ cut, where }: Treatment): boolean {
  return where === 'inside' && cut.length > 0;
}

/** Vectors with the cut dimensions zero; the same object when there is nothing to do. */
export function treat(states: HiddenStates, { cut, where }: Treatment): HiddenStates {
  if (where === 'inside' || cut.length === 0) return states;
  const data = states.data.slice();
  for (const d of cut) for (let i = d; i < data.length; i += states.dims) data[i] = 0;
  return { ...states, data };
}
