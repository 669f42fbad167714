import type { MeasureEntry } from './glossary-entry.ts';

/** What the figures of tasks mean, with their formulas. */
export const taskTerms = {
  accuracy: {
    forms: ['told right', 'tells right', 'accuracy'],
    means: 'How many are told right, of all that are told.',
    formula: 'told right / told',
    from: 'a common measure',
    see: 'Word in Context',
  },
  threshold: {
    forms: ['threshold'],
    means:
      'From which cosine on two uses of a word count as the same sense: those over it do. There are nine.',
    formula: 'same if cosine > t, t = .1, .2, … .9',
    from: 'Pilehvar and Camacho-Collados (2019); Luo et al. (2021, section 4)',
    see: 'Word in Context',
  },
  bestCell: {
    forms: ['best cell', 'best threshold', 'best accuracy'],
    means:
      'The layer and the threshold with the largest accuracy of all; of several, the first. It is chosen on the pairs that it is reported for, so that new pairs would be told less well.',
    formula: 'max over layers and t of accuracy',
    from: 'Luo et al. (2021, section 4)',
    see: 'Word in Context',
  },
  baseline: {
    forms: ['Always saying the same'],
    means:
      'What always giving the more frequent answer would tell right. It is .5 where there are as many pairs of one sense as of two.',
    formula: 'max(pairs of one sense, pairs of two) / pairs',
    from: 'a common measure',
    see: 'Word in Context',
  },
  roc: {
    forms: ['area under the ROC curve', 'area under the curve', 'AUC'],
    means:
      'How often a pair in one sense has a larger cosine than a pair in two, equal ones counting half: 1 is always, .5 is no better than guessing. It needs no threshold.',
    formula: '(larger + equal / 2) / (pairs of one sense × pairs of two)',
    from: 'Hanley and McNeil (1982)',
    see: 'Word in Context',
  },
  nearest: {
    forms: [
      'nearest labelled neighbour',
      'nearest labelled vector',
      'nearest neighbour',
      'the largest cosine',
    ],
    means:
      'Of the labelled uses of the same word, the one with the largest cosine; the first in the file where several have it.',
    formula: 'argmax x · y / (|x| |y|)',
    from: 'Luo et al. (2020, arXiv version 2)',
    see: 'Word senses',
  },
  macro: {
    forms: ['mean over words', 'macro'],
    means: 'Share told right as the mean over words: every word counts alike, however many items it has.',
    formula: '100 × mean over words of right / items',
    from: 'Loureiro et al. (2021)',
    see: 'Word senses',
  },
  micro: {
    forms: ['Of all items alike', 'micro'],
    means: 'Share told right of all items: a word with more items counts more.',
    formula: '100 × items told right / items',
    from: 'Loureiro et al. (2021)',
    see: 'Word senses',
  },
  majority: {
    forms: ['always the most frequent sense', 'always the most frequent label'],
    means:
      'What always giving the same answer would tell right: for each word the sense that most of its items to be told have, for sentences the label that most of those learned from have.',
    formula: 'items of the most frequent sense / items',
    from: 'a common measure',
    see: 'Word senses',
  },
  confusion: {
    forms: ['how often'],
    means:
      'How many items have the sense of the row and were told the sense of the column. Those on the diagonal are right.',
    formula: 'items that have r and are told c',
    from: 'a common measure',
    see: 'Word senses',
  },
  selfSimilarity: {
    forms: ['self-similarity'],
    means:
      'The mean cosine of a word’s own vectors in different sentences. High: the vector is nearly the same wherever the word stands. s is the sum of n of them, each made 1 long. A word counts in 10 sentences or more.',
    formula: '(|s|² − n) / (n (n − 1))',
    from: 'Ethayarajh (2019); Luo et al. (2021, section 4)',
    see: 'Words',
    at: 'Self-similarity',
  },
  adjusted: {
    forms: ['same less the anisotropy', 'less the anisotropy', 'less what any two tokens share'],
    means:
      'How much more alike a word’s vectors are than those of any two tokens: both of the same text in the same layer.',
    formula: 'self-similarity − anisotropy',
    from: 'Ethayarajh (2019); Luo et al. (2021, section 4)',
    see: 'Words',
    at: 'Self-similarity',
  },
  spearman: {
    forms: ['Spearman’s correlation', 'Spearman', 'best layer’s correlation'],
    means:
      'How far two lists agree on the order, in hundredths: 100 is the same order, 0 no relation, −100 the opposite. It is Pearson’s correlation of the ranks; equal values share the mean of theirs.',
    formula: '100 × r of the ranks',
    from: 'Spearman (1904)',
    see: 'Sentences',
  },
  pearson: {
    forms: ['Pearson’s correlation', 'Pearson'],
    means:
      'How nearly two lists lie on a straight line when drawn against each other, in hundredths. 100 is exactly on a rising one, 0 not at all, −100 on a falling one.',
    formula: '100 × Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)',
    from: 'Pearson (1895)',
    see: 'Sentences',
  },
  allPairs: {
    forms: ['all pairs together'],
    means: 'One correlation over the pairs of every subset put in one list.',
    formula: 'r of all pairs',
    from: 'Conneau and Kiela (2018)',
    see: 'Sentences',
  },
  subsetMean: {
    forms: ['mean over subsets'],
    means: 'The correlations r of the k subsets, each counting alike.',
    formula: 'Σ r / k',
    from: 'Conneau and Kiela (2018)',
    see: 'Sentences',
  },
  weightedMean: {
    forms: ['mean weighted by pairs'],
    means: 'The correlation r of each subset counts as often as it has pairs n.',
    formula: 'Σ n r / Σ n',
    from: 'Conneau and Kiela (2018)',
    see: 'Sentences',
  },
  rankGap: {
    forms: ['their rank among the cosines', 'ranks off'],
    means:
      'How far a pair’s rank among the cosines is from that among the scores, over n pairs; equal values share the mean of their ranks.',
    formula: '(rank of cosine − rank of score) / (n − 1)',
    from: 'our own',
    see: 'Sentences',
  },
  f1: {
    forms: ['F1'],
    means:
      'The harmonic mean of two shares: P, how many of the constituents found are in the gold tree, and R, how many of the gold tree’s are found. Of each sentence, × 100, then the mean over sentences.',
    formula: '2PR / (P + R)',
    from: 'Black et al. (1991); by sentence, Kim et al. (2020)',
    see: 'Syntax',
  },
  induced: {
    forms: [
      'tree that the distances give',
      'tree that their distances give',
      'induced trees',
      'furthest apart',
    ],
    means:
      'The sentence is split where neighbouring words’ vectors are furthest apart, then each part in the same way; of equal distances the first splits.',
    formula: 'split after argmax distance(w_i, w_i+1)',
    from: 'Kim et al. (2020); Luo et al. (2020, arXiv version 2)',
    see: 'Syntax',
  },
  distance: {
    forms: ['how far apart they lie', 'cosine distances', 'distances'],
    means:
      'How far apart the vectors of two neighbouring words are: by cosine, by the sum of differences (L1), or as with a ruler (L2).',
    formula: '1 − x · y / (|x| |y|); Σ |x_d − y_d|; √(Σ (x_d − y_d)²)',
    from: 'Kim et al. (2020)',
    see: 'Syntax',
  },
  goldConstituent: {
    forms: ['gold constituents', 'gold constituent', 'constituent', 'gold tree', 'gold ones'],
    means:
      'Two or more neighbouring words that people bracketed together. The whole sentence does not count, punctuation is left out, and of several brackets around the same words one counts.',
    formula: 'spans of 2 to n − 1 of n words',
    from: 'Black et al. (1991)',
    see: 'Syntax',
  },
  baselines: {
    forms: ['trees that look at no vector'],
    means:
      'Right-branching splits after the first word, left-branching before the last, balanced in the middle, random at a place drawn uniformly (ten trees a sentence); then each part in the same way.',
    formula: 'of n words, the first split: 1, n − 1, ⌊n / 2⌋, or any',
    from: 'Kim et al. (2020)',
    see: 'Syntax',
  },
  logistic: {
    forms: ['logistic regression', 'classifier trained on the vectors'],
    means:
      'A classifier that gives each dimension a weight and adds up, trained until the loss of the right labels and the squared weights is least. It learns which dimensions to look at, and so can pass over a tail.',
    formula: 'p = softmax(W x + b); min Σ −ln p + |W|² / 2',
    from: 'Luo et al. (2021, section 4) have a linear one; the penalty is scikit-learn’s',
    see: 'Classifier',
  },
} as const satisfies Record<string, MeasureEntry>;
