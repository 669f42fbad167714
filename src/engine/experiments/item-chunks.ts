import type { HiddenStates } from '../../core/hidden-states.ts';
import type { ExperimentSettings } from '../../protocol/experiments/treatment.ts';
import { inOnePart, type Corpus } from '../corpus.ts';
import type { Item } from '../item-vectors.ts';
import type { Model } from '../model.ts';
import { collectItems } from './collect-items.ts';
import { ReadyTreatment } from './ready-treatment.ts';
import type { RunOptions } from './run-options.ts';

/** Bytes of vectors at a time, unless told otherwise. */
export const ITEM_MEMORY = 256e6;

/** Words or sentences, and which of them are compared with each other. */
export interface ItemPlan {
  readonly corpus: Corpus;
  readonly items: readonly Item[];
  /** Items that must be at hand together. */
  readonly groups: readonly (readonly number[])[];
}

/** The vectors of some whole groups. */
export interface ItemChunk {
  /** Index into the plan's groups of the first of this chunk, and how many there are. */
  readonly firstGroup: number;
  readonly groups: number;
  /** Where each item's vectors are: index by item of the plan. */
  readonly places: ReadonlyMap<number, number>;
  /** [layers, items, dims] */
  readonly before: HiddenStates;
  /** The very `before` when the treatment does nothing. */
  readonly after: HiddenStates;
}

/**
 * The vectors of items, as many groups at a time as memory allows, a group whole in any case; sentences run once for each
 * chunk that has an item of theirs.
 */
export async function* itemChunks(
  { encoder, runtime }: Pick<Model, 'encoder' | 'runtime'>,
  plan: ItemPlan,
  { treatment, specials }: Pick<ExperimentSettings, 'treatment' | 'specials'>,
  options: RunOptions,
): AsyncGenerator<ItemChunk> {
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
  const perItem = 2 * layers * dims * Float32Array.BYTES_PER_ELEMENT;
  const parts = split(plan, Math.floor(memory / perItem)).map((part) => ({ ...part, ...wanted(plan, part) }));
  const of = parts.reduce((sum, { corpus }) => sum + corpus.sentences.length, 0);
  try {
    let done = 0;
    for (const { firstGroup, groups, chosen, corpus } of parts) {
      const { before, after } = await collectItems(
        encoder,
        { corpus, items: chosen.flatMap((i) => plan.items[i] ?? []) },
        { first: 0, count: layers },
        ready,
        {
          ...(pause && { pause }),
          onSentences: (more) => {
            done += more;
            onProgress?.({ sentences: done, of });
          },
        },
      );
      const places = new Map(chosen.map((item, place) => [item, place]));
      yield { firstGroup, groups, places, before, after };
    }
  } finally {
    await ready.release();
  }
}

interface Part {
  readonly firstGroup: number;
  readonly groups: number;
  /** Items, each once. */
  readonly chosen: readonly number[];
}

function split({ groups }: ItemPlan, most: number): Part[] {
  const parts: Part[] = [];
  let firstGroup = 0;
  let chosen = new Set<number>();
  for (const [g, group] of groups.entries()) {
    const more = group.filter((item) => !chosen.has(item)).length;
    if (g > firstGroup && chosen.size + more > most) {
      parts.push({ firstGroup, groups: g - firstGroup, chosen: [...chosen] });
      firstGroup = g;
      chosen = new Set();
    }
    for (const item of group) chosen.add(item);
  }
  if (groups.length > firstGroup)
    parts.push({ firstGroup, groups: groups.length - firstGroup, chosen: [...chosen] });
  return parts;
}

/** The sentences that the items of a part are in. */
function wanted({ corpus, items }: ItemPlan, { chosen }: Part): { readonly corpus: Corpus } {
  const numbers = new Set(chosen.map((item) => items[item]?.sentence));
  return {
    corpus: { ...corpus, sentences: corpus.sentences.filter(({ index }) => numbers.has(index)) },
  };
}
