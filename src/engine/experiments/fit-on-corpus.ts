import { fitRemedy, type FittedRemedy } from '../../measures/fit-remedy.ts';
import type { Remedy } from '../../measures/remedy.ts';
import { SecondMoments } from '../../measures/second-moments.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { TOKEN_KINDS } from '../../text/index.ts';
import type { Algebra } from '../algebra.ts';
import type { Corpus } from '../corpus.ts';
import { corpusPass, type MeasuredBatch } from '../corpus-pass.ts';
import type { EncodeOptions, Encoder } from '../encoder.ts';
import { cutAfter } from './cut-after.ts';
import type { RunOptions } from './run-options.ts';

/** What a remedy is fitted on. */
export interface Fitting {
  readonly corpus: Corpus;
  /** Whether special tokens are, where the corpus measures them. */
  readonly specials: 'include' | 'exclude';
  readonly pass: { readonly beside?: EncodeOptions };
  /** The cut that comes before it. */
  readonly treatment: Treatment;
  readonly remedy: Remedy;
}

const WORD = TOKEN_KINDS.indexOf('word');

/** Fits a remedy on the measured tokens of a corpus in one pass, layer by layer, after whatever is cut. */
export async function fitOnCorpus(
  encoder: Encoder,
  algebra: Algebra,
  { corpus, specials, pass, treatment, remedy }: Fitting,
  { onProgress, pause }: RunOptions,
): Promise<readonly FittedRemedy[]> {
  const layers = encoder.shape.layers + 1;
  const products = remedy.kind === 'top' || remedy.kind === 'whiten' ? 'all' : 'squares';
  const moments = new SecondMoments(layers, encoder.shape.dims, products);
  let done = 0;
  for await (const batch of corpusPass(encoder, corpus, { ...pass, ...(pause && { pause }) })) {
    const { dims, tokens, data } = cutAfter(batch.beside ?? batch.states, treatment);
    const rows = fittedRows(batch, specials);
    for (let layer = 0; layer < layers; layer++) {
      const vectors = new Float32Array(rows.length * dims);
      for (const [to, row] of rows.entries()) {
        const from = (layer * tokens + row) * dims;
        vectors.set(data.subarray(from, from + dims), to * dims);
      }
      const { sum, squares } = columnSums(vectors, dims);
      const matrix = { rows: rows.length, columns: dims, data: vectors };
      const all = products === 'squares' || rows.length === 0 ? squares : await algebra.gram(matrix);
      if (rows.length > 0) moments.add(layer, rows.length, sum, all);
    }
    done += batch.sentences.length;
    onProgress?.({ sentences: done, of: corpus.sentences.length });
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

function columnSums(vectors: Float32Array, dims: number) {
  const sum = new Float64Array(dims);
  const squares = new Float64Array(dims);
  for (let from = 0; from < vectors.length; from += dims) {
    for (let d = 0; d < dims; d++) {
      const x = vectors[from + d] ?? 0;
      sum[d] = (sum[d] ?? 0) + x;
      squares[d] = (squares[d] ?? 0) + x * x;
    }
  }
  return { sum, squares };
}
