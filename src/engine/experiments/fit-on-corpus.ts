import { TailscopeError } from '../../core/error.ts';
import { fitRemedy, type FittedRemedy } from '../../measures/fit-remedy.ts';
import type { Remedy } from '../../measures/remedy.ts';
import { SecondMoments } from '../../measures/second-moments.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { TOKEN_KINDS } from '../../text/index.ts';
import type { Algebra } from '../algebra.ts';
import type { CorpusParts } from '../corpus.ts';
import { corpusPass, type MeasuredBatch } from '../corpus-pass.ts';
import type { EncodeOptions, Encoder } from '../encoder.ts';
import { foldMoments } from '../fold-moments.ts';
import { cutAfter } from './cut-after.ts';
import type { RunOptions } from './run-options.ts';

/** What a remedy is fitted on. */
export interface Fitting {
  readonly text: CorpusParts;
  /** Whether special tokens are, where the corpus measures them. */
  readonly specials: 'include' | 'exclude';
  readonly pass: { readonly beside?: EncodeOptions };
  /** The cut that comes before it. */
  readonly treatment: Treatment;
  readonly remedy: Remedy;
}

const WORD = TOKEN_KINDS.indexOf('word');

/**
 * Fits a remedy on the measured tokens of a text in one pass, layer by layer, after whatever is cut.
 * @throws TailscopeError("nothing-counted") where a person wants what has been counted, or what `pause` rejects with
 */
export async function fitOnCorpus(
  encoder: Encoder,
  algebra: Algebra,
  { text, specials, pass, treatment, remedy }: Fitting,
  { onProgress, pause, enough }: RunOptions,
): Promise<readonly FittedRemedy[]> {
  const layers = encoder.shape.layers + 1;
  const products = remedy.kind === 'top' || remedy.kind === 'whiten' ? 'all' : 'squares';
  const moments = new SecondMoments(layers, encoder.shape.dims, products);
  let done = 0;
  for await (const corpus of text.chunks()) {
    for await (const batch of corpusPass(encoder, corpus, { ...pass, ...(pause && { pause }) })) {
      const states = cutAfter(batch.beside ?? batch.states, treatment);
      await foldMoments(moments, algebra, states, fittedRows(batch, specials));
      done += batch.sentences.length;
      onProgress?.({ sentences: done, of: text.sentences });
      // what it is fitted on is not measured yet
      if (enough?.()) throw TailscopeError.of('nothing-counted');
    }
  }
  const fitted: FittedRemedy[] = [];
  for (let layer = 0; layer < layers; layer++) {
    // finding the principal components of a layer takes a second or more
    await pause?.();
    fitted.push(fitRemedy(remedy, moments, layer));
  }
  return fitted;
}

function fittedRows({ kinds }: MeasuredBatch, specials: 'include' | 'exclude'): number[] {
  return [...kinds.keys()].filter((row) => specials === 'include' || kinds[row] === WORD);
}
