import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Corpus } from '../corpus.ts';
import { corpusPass } from '../corpus-pass.ts';
import type { Encoder } from '../encoder.ts';
import { ItemIndex, ItemVectors, type Item } from '../item-vectors.ts';
import type { ReadyTreatment } from './ready-treatment.ts';

/** Words or sentences, and the sentences that they are of or in. */
export interface CorpusItems {
  readonly corpus: Corpus;
  readonly items: readonly Item[];
}

/** Some layers one after another. */
export interface LayerRange {
  readonly first: number;
  readonly count: number;
}

export interface CollectOptions {
  readonly pause?: () => Promise<void>;
  /** Told how many more sentences have run. */
  readonly onSentences: (more: number) => void;
}

/** The vectors of items in some layers, as they are and as the treatment leaves them (the same object where it does nothing). */
export async function collectItems(
  encoder: Encoder,
  { corpus, items }: CorpusItems,
  layers: LayerRange,
  treatment: ReadyTreatment,
  { pause, onSentences }: CollectOptions,
): Promise<{ readonly before: HiddenStates; readonly after: HiddenStates }> {
  const second = treatment.pass;
  const collector = () => new ItemVectors(items.length, layers.count, encoder.shape.dims, layers.first);
  const index = new ItemIndex(items);
  const whole = collector();
  const inside = second.beside && collector();
  for await (const batch of corpusPass(encoder, corpus, { ...second, ...(pause && { pause }) })) {
    for (const one of index.in(batch)) {
      whole.add(batch.states, one);
      if (inside && batch.beside) inside.add(batch.beside, one);
    }
    onSentences(batch.sentences.length);
  }
  const after = await treatment.apply((inside ?? whole).vectors, layers.first);
  return { before: whole.vectors, after };
}
