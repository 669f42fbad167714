import type { HiddenStates } from '../../core/hidden-states.ts';
import { partOf, type Corpus } from '../corpus.ts';
import { corpusPass } from '../corpus-pass.ts';
import type { Encoder } from '../encoder.ts';
import { ItemIndex, ItemVectors, type Item } from '../item-vectors.ts';
import type { ReadyTreatment } from './ready-treatment.ts';

/** Words or sentences, and the sentences that they are of or in. */
export interface CorpusItems {
  readonly corpus: Corpus;
  readonly items: readonly Item[];
}

/** The sentences that some of the items are in, by their numbers. */
export function corpusOfItems({ corpus, items }: CorpusItems, chosen: readonly number[]): Corpus {
  const wanted = new Set(chosen.map((item) => items[item]?.sentence));
  return partOf(corpus, (sentence) => wanted.has(sentence));
}

/** Items, and the sentences that they are of or in as they are to run: one stretch after the other. */
export interface StretchedItems {
  readonly stretches: readonly Corpus[];
  readonly items: readonly Item[];
}

/** Some layers one after another. */
export interface LayerRange {
  readonly first: number;
  readonly count: number;
}

export interface CollectOptions {
  readonly pause?: (() => Promise<void>) | undefined;
  /** Told how many more sentences have run. */
  readonly onSentences: (more: number) => void;
  /** Asked after every session call: whether to leave out the rest. */
  readonly enough?: (() => boolean) | undefined;
}

export interface CollectedItems {
  /** The vectors of the items as they are; zeros for those that have not come. */
  readonly before: HiddenStates;
  /** As the treatment leaves them; the very `before` where it does nothing. */
  readonly after: HiddenStates;
  /** Stretches that have run to their end. */
  readonly stretches: number;
}

/** The vectors of items in some layers, as they are and as the treatment leaves them. */
export async function collectItems(
  encoder: Encoder,
  { stretches, items }: StretchedItems,
  layers: LayerRange,
  treatment: ReadyTreatment,
  { pause, onSentences, enough }: CollectOptions,
): Promise<CollectedItems> {
  const second = treatment.pass;
  const collector = () => new ItemVectors(items.length, layers.count, encoder.shape.dims, layers.first);
  const index = new ItemIndex(items);
  const whole = collector();
  const inside = second.beside && collector();
  /** @returns whether all of them ran */
  const run = async (corpus: Corpus): Promise<boolean> => {
    let left = corpus.sentences.length;
    for await (const batch of corpusPass(encoder, corpus, { ...second, ...(pause && { pause }) })) {
      for (const one of index.in(batch)) {
        whole.add(batch.states, one);
        if (inside && batch.beside) inside.add(batch.beside, one);
      }
      onSentences(batch.sentences.length);
      left -= batch.sentences.length;
      if (left > 0 && enough?.()) return false;
    }
    return true;
  };
  let ended = 0;
  for (const corpus of stretches) {
    if (ended > 0) await pause?.();
    if (ended > 0 && enough?.()) break;
    if (!(await run(corpus))) break;
    ended++;
  }
  const after = await treatment.apply((inside ?? whole).vectors, layers.first);
  return { before: whole.vectors, after, stretches: ended };
}
