import { SOME, someOf } from './cli.ts';
import { many } from './plural.ts';

const WHY_MISSING = {
  'no-place': 'the sentence has no word at that place',
  'cut-off': 'the word lies beyond what the model can read of its sentence',
  unread: 'the tokenizer does not keep the words of the sentence apart',
  'no-tokens': 'the tokenizer leaves the word out',
  'no-label': 'nothing is labelled that it could be compared with',
  'no-sentence': 'there is no sentence there',
  'no-column': 'the row has no such column',
  'no-measured': 'none of its tokens is measured',
} as const;

/** What is left out of these is a line, and never an item with a name. */
const OF_LINES: ReadonlySet<keyof typeof WHY_MISSING> = new Set(['no-sentence', 'no-column', 'no-measured']);

function placesOf(d: { from: readonly string[]; why: keyof typeof WHY_MISSING; all?: boolean }): string {
  const places = d.all ? d.from.join(', ') : someOf(d.from);
  if (!OF_LINES.has(d.why)) return places;
  return `${d.from.length === 1 ? 'line' : 'lines'} ${places}`;
}

export interface BestCell {
  readonly layer: number;
  readonly threshold: number;
  readonly accuracy: number;
}

const bestOf = ({ layer, threshold, accuracy }: BestCell): string =>
  `${accuracy.toFixed(4)} (layer ${layer}, > ${threshold.toFixed(1)})`;

/** What the experiments say of what they found. */
export const experiments = {
  words: (d: { words: number; eligible: number; least: number }) =>
    `${many(d.words, 'word', 'words')}${d.eligible > d.words ? ` drawn of the ${d.eligible}` : ''} in ${many(d.least, 'sentence', 'sentences')} or more`,
  unread: (d: { sentences: readonly number[] }) =>
    `${d.sentences.length === 1 ? 'sentence' : 'sentences'} ${someOf(d.sentences)} left out: the tokenizer does not keep their words apart`,
  missing: (d: { from: readonly string[]; why: keyof typeof WHY_MISSING; all?: boolean }) =>
    `${d.from.length} left out (${placesOf(d)}): ${WHY_MISSING[d.why]}`,
  /** Of one thing, where it stands. */
  leftOut: (why: keyof typeof WHY_MISSING) => `Left out: ${WHY_MISSING[why]}.`,
  /** @param from lines of pairs that are measured as they are given */
  elsewhere: (d: { from: readonly string[]; all?: boolean }) =>
    `${d.from.length} measured at a place where the sentence seems to have another word than the target (${d.all ? d.from.join(', ') : someOf(d.from)})`,
  /** @param from places of words in sentences that lost their end */
  truncated: (d: { from: readonly string[]; most: number }) =>
    `${many(d.from.length, 'sentence was', 'sentences were')} cut to the model’s ${d.most} tokens (${someOf(d.from)})`,
  /** More than this are named only when they are asked for. */
  some: SOME,
  all: 'Show all',
  fewer: 'Show fewer',
  wic: (d: { pairs: number; before: BestCell; after: BestCell; baseline: number }) =>
    `Best of all on ${d.pairs === 1 ? 'this pair, chosen on it' : `these ${d.pairs} pairs, chosen on them`}: ${bestOf(d.before)} before, ${bestOf(d.after)} after; always the same answer: ${d.baseline.toFixed(4)}`,
  sts: (d: { pairs: number; subsets: number }) =>
    d.subsets === 1
      ? `${many(d.pairs, 'pair', 'pairs')}; Spearman and Pearson x 100`
      : `${d.pairs} pairs in ${d.subsets} subsets; x 100: Spearman of all pairs together, its mean over subsets, that weighted by their pairs, and Pearson of all`,
  wsd: (d: { words: number; items: number; labelled: number; macro: number; micro: number }) =>
    `${many(d.items, 'item', 'items')} of ${many(d.words, 'word', 'words')}, ${d.labelled} labelled; macro is the mean over words, micro over items; always the sense that is most frequent among them: ${d.macro.toFixed(2)} macro, ${d.micro.toFixed(2)} micro`,
  syntax: (d: { trees: number; scored: number; most: number }) =>
    `${d.scored} of ${many(d.trees, 'tree', 'trees')} (2 to ${d.most} words without punctuation, with a constituent to find); mean unlabelled F1 x 100, by the distance that splits`,
  classifier: (d: { classes: number; majority: number; trained: number; tested: number }) =>
    `${many(d.tested, 'sentence', 'sentences')} told by a classifier of ${many(d.trained, 'other', 'others')}; ${d.classes} classes, always the most frequent: ${d.majority.toFixed(4)}`,
  distances: { cosine: 'cosine', l1: 'L1', l2: 'L2' },
  baselines: {
    right: 'Without vectors: right-branching',
    left: 'left-branching',
    balanced: 'balanced',
    random: 'random',
  },
  /** Why cells of a table are blank. */
  blank: {
    auc: 'Blank: there is no AUC where all pairs are of one kind.',
    correlation: 'Blank: there is no correlation where all scores, or all cosines, are the same.',
    anisotropy: 'Blank: one sentence has no two tokens of different sentences, and so no anisotropy.',
    interval: 'Blank: with fewer than three sentences there is no interval.',
  },
  columns: {
    macro: 'macro',
    micro: 'micro',
    spearman: 'Spearman',
    pearson: 'Pearson',
    mean: 'mean',
    weighted: 'weighted',
    adjustedBefore: 'less anisotropy, before',
    adjustedAfter: 'after',
    threshold: 'cosine',
    auc: 'AUC',
  },
};
