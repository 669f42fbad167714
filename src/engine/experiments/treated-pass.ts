import type { HiddenStates } from '../../core/hidden-states.ts';
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

/** Runs every sentence through the network, and each batch through the treatment beside it; a remedy is fitted on all of them first. */
export async function* treatedPass(
  { encoder, runtime }: Pick<Model, 'encoder' | 'runtime'>,
  text: CorpusParts,
  treatment: Treatment,
  options: RunOptions,
): AsyncGenerator<TreatedBatch> {
  const { onProgress, pause } = options;
  const ready = await ReadyTreatment.on({ encoder, runtime }, text, treatment, 'include', options);
  try {
    let done = 0;
    for await (const corpus of text.chunks()) {
      for await (const batch of corpusPass(encoder, corpus, { ...ready.pass, ...(pause && { pause }) })) {
        yield { ...batch, treated: await ready.apply(batch.beside ?? batch.states) };
        done += batch.sentences.length;
        onProgress?.({ sentences: done, of: text.sentences });
      }
    }
  } finally {
    await ready.release();
  }
}
