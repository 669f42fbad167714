import { TailscopeError } from '../../core/error.ts';
import { readCorpus, type Corpus } from '../../engine/index.ts';
import type { NodeModel } from '../../engine/node/index.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { Arguments } from '../arguments.ts';
import type { Context, Experiment, Findings } from '../context.ts';
import { readData } from '../read-data.ts';

export interface OnText {
  /** Whether the model is loaded with the head that guesses masked words. */
  readonly maskedWords?: boolean;
  /** The sentences as the model is to read them; as they are when left out. */
  readonly prepare?: (sentences: readonly string[], model: NodeModel) => readonly string[];
}

/** An experiment on plain sentences, measured by their tokens. */
export function onText(
  run: (
    context: Context,
    corpus: Corpus,
    sentences: readonly string[],
  ) => Promise<Omit<Findings, 'measured' | 'truncated'>>,
  { maskedWords = false, prepare }: OnText = {},
): Experiment {
  return async (args) => {
    const { name, sha256, empty, linesOf, sentences } = await readData(args);
    return {
      data: { name, sha256, empty },
      linesOf,
      maskedWords,
      run: async (context) => {
        const { model, settings } = context;
        const spelled = prepare?.(sentences, model) ?? sentences;
        const corpus = await readCorpus(model.tokenizer, spelled, settings.specials);
        if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
        const measured = { sentences: corpus.sentences.length, tokens: corpus.tokens };
        const truncated = corpus.truncated.map(({ sentence }) => sentence);
        return { ...(await run(context, corpus, spelled)), measured, truncated };
      },
    };
  };
}

/**
 * An experiment's result with the treatment, and with what stands before; there is none of that where it is vectors as they are,
 * which every result has beside it.
 */
export async function bothSides<R>(
  settings: Arguments,
  measure: (treatment: Treatment) => Promise<R>,
): Promise<{ readonly result: R; readonly base: R | undefined }> {
  const result = await measure(treatmentOf(settings));
  return { result, base: settings.base && (await measure(settings.base)) };
}

export function treatmentOf({ cut, cutWhere, remedy }: Arguments): Treatment {
  return { cut, where: cutWhere, ...(remedy && { remedy }) };
}
