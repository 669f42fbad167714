import { decimal, percent, signed, unit } from '../../charts/scale/format.ts';
import type { TaskKind } from '../../protocol/experiments/compare.ts';
import { strings } from '../../strings/index.ts';
import type { Terms } from '../../ui/term/Term.tsx';
import type { Writing } from './LayerCompare.tsx';

const words = strings.compareView.measures;

export interface Measure extends Writing {
  readonly what: string;
  readonly hint: string;
  /** What it cannot be above. */
  readonly most?: number;
  readonly terms: Terms;
}

const withSign = (change: number, text: string): string =>
  /[1-9]/.test(text) && change > 0 ? `+${text}` : text;

/** Within ±1, as the views of cosines and accuracies write it. */
const unitWriting = (digits: number): Writing => ({
  value: (value) => unit(value, digits),
  change: (change) => withSign(change, unit(change, digits)),
});
const hundredths: Writing = { value: (value) => decimal(value, 2), change: (change) => signed(change, 2) };

/** What the tasks' scores are, and how their own views write them. */
export const TASKS: Readonly<Record<TaskKind, Measure>> = {
  words: { what: words.words, hint: words.wordsHint, terms: ['selfSimilarity', 'cosine'], ...unitWriting(3) },
  wic: { what: words.wic, hint: words.wicHint, terms: ['accuracy', 'bestCell', 'cosine'], ...unitWriting(4) },
  wsd: {
    what: words.wsd,
    hint: words.wsdHint,
    terms: ['accuracy', 'nearest', 'macro'],
    value: (value) => decimal(100 * value, 2),
    change: (change) => signed(100 * change, 2),
  },
  sts: { what: words.sts, hint: words.stsHint, terms: ['spearman', 'cosine'], ...hundredths },
  trees: { what: words.trees, hint: words.treesHint, terms: ['f1', 'distance'], ...hundredths },
};
export const TASK_KINDS = ['words', 'wic', 'wsd', 'sts', 'trees'] as const satisfies readonly TaskKind[];

/** What follows from the vectors of plain sentences. */
export const PLAIN: Readonly<Record<'anisotropy' | 'share', Measure>> = {
  anisotropy: {
    what: words.anisotropy,
    hint: words.anisotropyHint,
    terms: ['anisotropy', 'cosine', 'token'],
    ...unitWriting(3),
  },
  share: {
    what: words.share,
    hint: words.shareHint,
    most: 1,
    terms: ['extremeShare', 'vector', 'dimension'],
    value: percent,
    change: (change) => withSign(change, percent(change)),
  },
};
