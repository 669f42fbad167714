import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Corpus } from '../corpus.ts';
import { corpusPass, type MeasuredBatch } from '../corpus-pass.ts';
import { keepInside, requireDimensions } from '../keep-inside.ts';
import type { Encoder } from '../encoder.ts';
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
  let done = 0;
  for await (const batch of corpusPass(encoder, corpus, {
    ...besideOf(encoder, treatment),
    ...(pause && { pause }),
  })) {
    yield { ...batch, treated: treat(batch.beside ?? batch.states, treatment) };
    done += batch.sentences.length;
    onProgress?.({ sentences: done, of: corpus.sentences.length });
  }
}

/** The second run that a treatment inside the network asks of a pass; nothing where there is none to make. */
export function besideOf(
  { shape }: Encoder,
  { cut, where }: Treatment,
): { readonly beside?: { readonly keep: Float32Array } } {
  if (where !== 'inside' || cut.length === 0) return {};
  return { beside: { keep: keepInside(shape, { dims: cut, from: 1 }) } };
}

/** Vectors with the cut dimensions zero; the same object when there is nothing to do. */
export function treat(states: HiddenStates, { cut, where }: Treatment): HiddenStates {
  if (where === 'inside' || cut.length === 0) return states;
  const data = states.data.slice();
  for (const d of cut) for (let i = d; i < data.length; i += states.dims) data[i] = 0;
  return { ...states, data };
}
