import type { HiddenStates } from '../../core/hidden-states.ts';
import type { ExperimentSettings } from '../../protocol/experiments/treatment.ts';
import { inOnePart } from '../corpus.ts';
import type { Model } from '../model.ts';
import { collectItems, type CorpusItems } from './collect-items.ts';
import { ITEM_MEMORY } from './item-chunks.ts';
import { ReadyTreatment } from './ready-treatment.ts';
import type { RunOptions } from './run-options.ts';

/** The vectors of all items in some layers. */
export interface LayerVectors {
  readonly firstLayer: number;
  /** [layers from the first, items, dims] */
  readonly before: HiddenStates;
  /** The very `before` when the treatment does nothing. */
  readonly after: HiddenStates;
}

/**
 * The vectors of items that are all needed at once, as many layers at a time as memory allows, one in any case; every
 * sentence runs once for each such part.
 * @throws TailscopeError("not-finite" | "run")
 */
export async function* itemLayers(
  { encoder, runtime }: Pick<Model, 'encoder' | 'runtime'>,
  plan: CorpusItems,
  { treatment, specials }: Pick<ExperimentSettings, 'treatment' | 'specials'>,
  options: RunOptions,
): AsyncGenerator<LayerVectors> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  const { onProgress, pause, memory = ITEM_MEMORY } = options;
  const ready = await ReadyTreatment.on(
    { encoder, runtime },
    inOnePart(plan.corpus),
    treatment,
    specials,
    options,
  );
  const conditions = treatment.cut.length > 0 || treatment.remedy ? 2 : 1;
  const perLayer = conditions * plan.items.length * dims * Float32Array.BYTES_PER_ELEMENT;
  const parts = Math.ceil(layers / Math.max(1, Math.floor(memory / perLayer)));
  // parts as equal as they can be hold the least at a time
  const size = Math.ceil(layers / parts);
  const whole = { stretches: [plan.corpus], items: plan.items };
  const of = Math.ceil(layers / size) * plan.corpus.sentences.length;
  try {
    let done = 0;
    for (let first = 0; first < layers; first += size) {
      const range = { first, count: Math.min(size, layers - first) };
      const { before, after } = await collectItems(encoder, whole, range, ready, {
        pause,
        onSentences: (more) => {
          done += more;
          onProgress?.({ sentences: done, of });
        },
      });
      yield { firstLayer: first, before, after };
    }
  } finally {
    await ready.release();
  }
}
