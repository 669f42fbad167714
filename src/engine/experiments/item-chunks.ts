import type { HiddenStates } from '../../core/hidden-states.ts';
import type { ExperimentSettings } from '../../protocol/experiments/treatment.ts';
import { inOnePart, type Corpus, type Sentence } from '../corpus.ts';
import { pickRows } from '../corpus-pass.ts';
import type { Item } from '../item-vectors.ts';
import type { Model } from '../model.ts';
import { collectItems, corpusOfItems, type CollectedItems } from './collect-items.ts';
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
 * chunk that has an item of theirs, those of the first groups first. Ends with the groups that came whole where that is enough.
 */
export async function* itemChunks(
  { encoder, runtime }: Pick<Model, 'encoder' | 'runtime'>,
  all: ItemPlan,
  { treatment, specials, stopAt }: Pick<ExperimentSettings, 'treatment' | 'specials' | 'stopAt'>,
  options: RunOptions,
): AsyncGenerator<ItemChunk> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  const { onProgress, pause, enough, memory = ITEM_MEMORY } = options;
  const plan = firstGroups(all, stopAt);
  const ready = await ReadyTreatment.on(
    { encoder, runtime },
    inOnePart(plan.corpus),
    treatment,
    specials,
    options,
  );
  const perItem = 2 * layers * dims * Float32Array.BYTES_PER_ELEMENT;
  const parts = split(plan, Math.floor(memory / perItem)).map((part) => ({
    ...part,
    // what nobody can break off runs in one, whose batches are the fullest
    stretches: enough
      ? stretchesOf(plan, part)
      : [{ corpus: corpusOfItems(plan, part.chosen), groups: part.groups }],
  }));
  const of = parts.reduce((sum, { stretches }) => sum + sentencesIn(stretches), 0);
  try {
    let done = 0;
    for (const { firstGroup, chosen, stretches, ...part } of parts) {
      const came = await collectItems(
        encoder,
        {
          stretches: stretches.map(({ corpus }) => corpus),
          items: chosen.flatMap((i) => plan.items[i] ?? []),
        },
        { first: 0, count: layers },
        ready,
        {
          pause,
          enough,
          onSentences: (more) => {
            done += more;
            onProgress?.({ sentences: done, of });
          },
        },
      );
      const groups = stretches.slice(0, came.stretches).reduce((sum, each) => sum + each.groups, 0);
      const items = groups === part.groups ? chosen : itemsOf(plan.groups, firstGroup, groups);
      const places = new Map(items.map((item, place) => [item, place]));
      if (groups > 0) yield { firstGroup, groups, places, ...firstItems(came, items.length) };
      if (groups < part.groups || enough?.()) return;
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

/** As much of a plan as its first groups need. */
function firstGroups(plan: ItemPlan, stopAt = Infinity): ItemPlan {
  if (stopAt >= plan.groups.length) return plan;
  const groups = plan.groups.slice(0, stopAt);
  return { ...plan, groups, corpus: corpusOfItems(plan, groups.flat()) };
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

/**
 * Sentences that run before the next are begun: from few to many, each stretch as long as all before it, so that a pass that is
 * broken off loses no more than it keeps, and a long one is not slowed by short batches.
 */
const STRETCH = { least: 64, most: 1024 };

/** Some sentences of a part, and how many more of its groups are whole when they have run. */
interface Stretch {
  readonly corpus: Corpus;
  readonly groups: number;
}

function stretchesOf({ corpus, items, groups }: ItemPlan, { firstGroup, groups: count }: Part): Stretch[] {
  const byNumber = new Map(corpus.sentences.map((sentence) => [sentence.index, sentence]));
  const stretches: Stretch[] = [];
  let sentences = new Set<Sentence>();
  let whole = 0;
  let ran = 0;
  const end = (): void => {
    // in the order of the text, so that nothing else depends on the groups'
    const own = [...sentences].sort((a, b) => a.index - b.index);
    stretches.push({ corpus: { ...corpus, sentences: own }, groups: whole });
    ran += own.length;
    for (const { index } of own) byNumber.delete(index);
    sentences = new Set();
    whole = 0;
  };
  for (const group of groups.slice(firstGroup, firstGroup + count)) {
    for (const item of group) {
      const sentence = byNumber.get(items[item]?.sentence ?? -1);
      if (sentence) sentences.add(sentence);
    }
    whole++;
    if (sentences.size >= Math.min(STRETCH.most, Math.max(STRETCH.least, ran))) end();
  }
  if (whole > 0) end();
  return stretches;
}

const itemsOf = (groups: ItemPlan['groups'], first: number, count: number): readonly number[] => [
  ...new Set(groups.slice(first, first + count).flat()),
];

/** Items are in the order of their groups: those of the groups that came whole are the first. */
function firstItems({ before, after }: CollectedItems, count: number): Pick<ItemChunk, 'before' | 'after'> {
  if (count === before.tokens) return { before, after };
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  const first = pickRows(before, rows);
  return { before: first, after: after === before ? first : pickRows(after, rows) };
}

const sentencesIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { corpus }) => sum + corpus.sentences.length, 0);
