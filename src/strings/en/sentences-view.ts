import { many } from './plural.ts';

/** Words of the Sentences view. */
export const sentencesView = {
  title: 'Sentences: do their vectors know what they mean?',
  lead: 'A sentence’s vector is the mean of its tokens’. First: how well the cosine of two sentences follows how alike people find them. Then: whether a classifier that learns from labelled sentences misses what is cut. A tail can spoil the first and leave the second as it was.',
  sts: {
    name: 'Similarity',
    pairs: (pairs: string, subsets = 1) =>
      `${many(pairs, 'pair', 'pairs')}${subsets > 1 ? ` of ${subsets} subsets, all pairs together` : ''}`,
    data: 'Pairs of sentences with people’s scores',
    choose: 'Which correlation',
    measures: { spearman: 'Spearman', pearson: 'Pearson' },
    hint: { spearman: 'Of the ranks: the order alone counts', pearson: 'Of the values themselves' },
    titleWhole: (measure: string, value: string, layer: string) =>
      `${measure}’s correlation with people is ${value} ${layer}`,
    titleBetter: (done: string, by: string, layer: string) =>
      `${done} sentences follow people better by ${by} ${layer}`,
    titleWorse: (done: string, by: string, layer: string) =>
      `${done} sentences follow people worse by ${by} ${layer}`,
    titleSame: (doing: string, layer: string) => `${doing} changes nothing for sentences ${layer}`,
    sentence: (measure: string) =>
      `${measure}’s correlation × 100 of the cosine of two sentences with the score that people gave them, by layer. 100 would be the same order, 0 no relation.`,
    /** Which of the three ways to put subsets together the lines are. */
    ofSubsets: (subsets: number) => `Of ${subsets} subsets: all pairs together.`,
    axis: 'correlation × 100',
    best: (before: string, layer: string, after: string, afterLayer: string) =>
      after === '' ? `Best: ${before} ${layer}.` : `Best: ${before} ${layer}; after: ${after} ${afterLayer}.`,
    columns: {
      spearmanBefore: 'Spearman',
      spearmanAfter: 'Spearman after',
      pearsonBefore: 'Pearson',
      pearsonAfter: 'Pearson after',
    },
    none: 'There is no correlation where all scores, or all cosines, are the same.',
  },
  scatter: {
    title: (layer: string) => `Cosine against people’s score ${layer}`,
    titleOpen: (score: string, before: string, after: string) =>
      `People gave ${score}, the cosine is ${before}${after === '' ? '' : ` → ${after}`}`,
    sentence:
      'One point a pair: to the right what people find alike, to the top what the vectors find alike. Grey before, blue after. The nearer to a rising line, the better.',
    x: 'people’s score',
    y: 'cosine',
    control: 'Pair',
    spoken: (pair: string, score: string, before: string, after: string) =>
      `${pair}, score ${score}, cosine ${before}${after === '' ? '' : `, after ${after}`}`,
    columns: ['line', 'sentence 1', 'sentence 2', 'score', 'cosine', 'cosine after', 'ranks off'],
    summary: (pairs: string, layer: string) => `${pairs} pairs ${layer}; the table has each.`,
  },
  worst: {
    title: 'Where vectors and people part most',
    hint: (layer: string, cut: boolean) =>
      `Pairs by how far their rank among the cosines lies from their rank among the scores, ${layer}${cut ? ', afterwards' : ''}. 100 % would be from the first to the last.`,
    pair: (line: number) => `line ${line}`,
    score: 'score',
    cosine: 'cosine',
    off: (share: string, tooAlike: boolean) => `${share} too ${tooAlike ? 'alike' : 'far apart'}`,
    all: (pairs: string) => `Show all ${pairs}`,
    fewer: 'Show fewer',
  },
  subsets: {
    title: 'Three ways of putting subsets together',
    hint: 'They can differ, even in sign: a quoted figure must name its own.',
    caption: (layer: string) => `Correlations × 100 of each subset and of the set ${layer}`,
    subset: 'subset',
    pairs: 'pairs',
    all: 'all pairs together',
    mean: 'mean over subsets',
    weighted: 'mean weighted by pairs',
  },
  classifier: {
    name: 'Classifier',
    data: 'Sentences with a label',
    titleWhole: (share: string, layer: string) => `A linear classifier tells ${share} of sentences ${layer}`,
    titleSame: (doing: string) => `${doing} costs a classifier nothing: as accurate in every layer`,
    titleNear: (doing: string, most: string) =>
      `${doing} changes little for a classifier: at most ${most} of sentences more or fewer`,
    titleMuch: (done: string, most: string) =>
      `${done} a classifier tells up to ${most} of sentences differently`,
    sentence:
      'The supervised control: logistic regression on the sentences’ vectors, trained on whole ones and anew on cut ones, and the share of other sentences that each tells right. What a cut takes from cosines it need not take from something that learns which dimensions to look at. Dotted: always the most frequent label.',
    axis: 'accuracy',
    majority: 'always the most frequent label',
    tested: (tested: string, trained: string) => `${tested} told by a classifier of ${trained} others`,
    one: (share: string) => `One sentence is ${share} of them.`,
  },
} as const;
