import { many } from './plural.ts';

/** Words of the Syntax view. */
export const syntaxView = {
  title: 'Syntax: do vectors know which words belong together?',
  lead: 'A tree grows out of distances: the sentence is split where two neighbouring words’ vectors lie furthest apart, then each part in the same way. Nothing is learned. Such a tree is held against one that people drew.',
  trees: {
    name: 'Trees',
    data: 'Sentences with trees in Penn brackets',
    distance: 'Distance',
    distances: { cosine: 'Cosine', l1: 'L1', l2: 'L2' },
    hint: {
      cosine: '1 − the cosine of the two vectors',
      l1: 'The sum of absolute differences',
      l2: 'Euclid’s distance',
    },
    titleWhole: (f1: string, where: string) => `Trees from distances match people’s at F1 ${f1} ${where}`,
    titleBetter: (done: string, by: string, where: string) =>
      `${done} the trees match people’s better by ${by} ${where}`,
    titleWorse: (done: string, by: string, where: string) =>
      `${done} the trees match people’s worse by ${by} ${where}`,
    titleSame: (doing: string, where: string) => `${doing} changes no score of the trees ${where}`,
    sentence:
      'Unlabelled F1 × 100 of the induced trees against the gold ones, the mean over sentences, by layer. Dotted: trees that look at no vector.',
    axis: 'F1 × 100',
    levels: { right: 'right-branching', left: 'left-branching', balanced: 'balanced', random: 'random' },
    sample: (trees: string, most: number) => `${many(trees, 'tree', 'trees')} of 2 to ${most} words`,
    list: 'Every sentence',
    listHint: (where: string) =>
      `F1 × 100 of each sentence ${where}. Words are as the model reads them, without punctuation.`,
    previous: 'Previous sentence',
    next: 'Next sentence',
    place: (number: string, of: string) => `${number} of ${of}`,
    more: (count: string) => `Show ${count} more`,
  },
  drawing: {
    title: (f1: string, matched: number, of: number) =>
      `F1 ${f1}: ${matched} of ${many(of, 'gold constituent', 'gold constituents')} found`,
    titleCut: (before: string, after: string) => `F1 ${before} → ${after}`,
    titleOwn: (where: string) => `The tree that distances give ${where}`,
    titleOwnCut: (moved: number, doing: string) =>
      moved === 0
        ? `${doing} leaves the tree as it was`
        : `${doing} changes ${many(moved, 'constituent', 'constituents')}`,
    sentence: (gold: boolean) =>
      gold
        ? 'Above the words the tree that the distances give, below them the one that people drew. A filled square marks a constituent that both have, and F1 counts these. Bars between the words: how far apart they lie.'
        : 'Above the words the tree that their distances give. Bars between the words: how far apart they lie; the longest is split first.',
    before: 'before',
    after: 'after',
    induced: 'from distances',
    gold: 'gold',
    summary: (before: string, after: string, gold: string) =>
      `Constituents from distances: ${before}.${after === '' ? '' : ` After: ${after}.`}${gold === '' ? '' : ` Gold: ${gold}.`}`,
    columns: ['constituent', 'before', 'after', 'gold'],
    yes: 'yes',
    no: '',
  },
  own: {
    name: 'Your own sentence',
    title: 'Your own sentence',
    hint: 'It needs no gold tree. Punctuation around words is left out, as it is for the trees below.',
    field: 'A sentence of your own',
    tooFew: 'Write two words or more.',
    sample: (words: string) => many(words, 'word', 'words'),
  },
} as const;
