import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Random } from '../../core/random.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { CorpusParts } from '../corpus.ts';
import { corpusPass, type MeasuredBatch } from '../corpus-pass.ts';
import type { Model } from '../model.ts';
import { ReadyTreatment } from './ready-treatment.ts';
import type { RunOptions } from './run-options.ts';

/** A batch as it is, and as the treatment leaves it. */
export interface TreatedBatch extends MeasuredBatch {
  /** The very `states` when the treatment does nothing. */
  readonly treated: HiddenStates;
}

export interface TreatedPassOptions extends RunOptions {
  /** Shuffles the batches, so that those of a pass that is broken off are a fair sample. */
  readonly random?: Random;
}

/**
 * Runs every sentence through the network, and each batch through the treatment beside it; a remedy is fitted on all of them
 * first. Ends early with what is enough.
 * @throws TailscopeError("nothing-counted") where it is enough before there is anything, or what `pause` rejects with
 */
export async function* treatedPass(
  { encoder, runtime }: Pick<Model, 'encoder' | 'runtime'>,
  text: CorpusParts,
  treatment: Treatment,
  options: TreatedPassOptions,
): AsyncGenerator<TreatedBatch> {
  const { onProgress, pause, enough, random } = options;
  const how = { ...(pause && { pause }), ...(random && { random }) };
  const ready = await ReadyTreatment.on({ encoder, runtime }, text, treatment, 'include', options);
  try {
    let done = 0;
    for await (const corpus of text.chunks()) {
      for await (const batch of corpusPass(encoder, corpus, { ...ready.pass, ...how })) {
        yield { ...batch, treated: await ready.apply(batch.beside ?? batch.states) };
        done += batch.sentences.length;
        onProgress?.({ sentences: done, of: text.sentences });
        if (enough?.()) return;
      }
    }
  } finally {
    await ready.release();
  }
}
