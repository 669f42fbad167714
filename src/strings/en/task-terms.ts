/** What the figures of tasks mean, with their formulas. */
export const taskTerms = {
  accuracy: {
    forms: ['told right', 'tells right', 'accuracy'],
    means: 'How many are told right, over how many are told.',
    see: 'Word in Context',
  },
  threshold: {
    forms: ['threshold'],
    means:
      'From which cosine on two uses of a word count as the same sense: those over it do. There are nine, from .1 to .9.',
    see: 'Word in Context',
  },
  bestCell: {
    forms: ['best cell', 'best threshold', 'best accuracy'],
    means:
      'The layer and the threshold with the largest accuracy of all; of several, the first. It is chosen on the pairs that it is reported for, so that new pairs would be told less well.',
    see: 'Word in Context',
  },
  baseline: {
    forms: ['Always saying the same'],
    means:
      'The share of the more frequent answer: max(pairs of one sense, pairs of two) / pairs. It is .5 where there are as many of both.',
    see: 'Word in Context',
  },
  roc: {
    forms: ['area under the ROC curve', 'area under the curve', 'AUC'],
    means:
      'How often a pair in one sense has a larger cosine than a pair in two, equal ones counting half: 1 is always, .5 is no better than guessing. It needs no threshold.',
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
      'Of the labelled uses of the same word, the one with the largest x · y / (|x| |y|); the first in the file where several have it.',
    see: 'Word senses',
  },
  macro: {
    forms: ['mean over words', 'macro'],
    means:
      '100 × the mean over words of (items of the word told right / items of the word): every word counts alike.',
    see: 'Word senses',
  },
  micro: {
    forms: ['Of all items alike', 'micro'],
    means: '100 × items told right / all items: a word with more items counts more.',
    see: 'Word senses',
  },
  majority: {
    forms: ['always the most frequent sense', 'always the most frequent label'],
    means:
      'What always giving the same answer would tell right: for each word the sense that most of its items to be told have, for sentences the label that most of those learned from have.',
    see: 'Word senses',
  },
  confusion: {
    forms: ['how often'],
    means:
      'How many items have the sense of the row and were told the sense of the column. Those on the diagonal are right.',
    see: 'Word senses',
  },
  selfSimilarity: {
    forms: ['self-similarity'],
    means:
      'The mean cosine of a word’s own vectors in different sentences. High: the vector is nearly the same wherever the word stands. With s the sum of n of them, each made 1 long: (|s|² − n) / (n (n − 1)).',
    see: 'Words',
  },
  adjusted: {
    forms: ['same less the anisotropy', 'less the anisotropy', 'less what any two tokens share'],
    means:
      'Self-similarity − anisotropy, both of the same text in the same layer: how much more alike a word’s vectors are than those of any two tokens.',
    see: 'Words',
  },
  spearman: {
    forms: ['Spearman’s correlation', 'Spearman', 'best layer’s correlation'],
    means:
      'How far two lists agree on the order, in hundredths: 100 is the same order, 0 no relation, −100 the opposite. It is Pearson’s correlation of the ranks; equal values share the mean of theirs.',
    see: 'Sentences',
  },
  pearson: {
    forms: ['Pearson’s correlation', 'Pearson'],
    means:
      'How nearly two lists lie on a straight line when drawn against each other, in hundredths: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²) × 100. 100 is exactly on a rising one, 0 not at all, −100 on a falling one.',
    see: 'Sentences',
  },
  allPairs: {
    forms: ['all pairs together'],
    means: 'One correlation over the pairs of every subset put in one list.',
    see: 'Sentences',
  },
  subsetMean: {
    forms: ['mean over subsets'],
    means: 'Σ r / k: the correlations r of the k subsets, each counting alike.',
    see: 'Sentences',
  },
  weightedMean: {
    forms: ['mean weighted by pairs'],
    means: 'Σ n r / Σ n: the correlation r of each subset counts as often as it has pairs n.',
    see: 'Sentences',
  },
  rankGap: {
    forms: ['their rank among the cosines', 'ranks off'],
    means:
      '(Rank among the cosines − rank among the scores) / (n − 1), over n pairs; equal values share the mean of their ranks.',
    see: 'Sentences',
  },
  f1: {
    forms: ['F1'],
    means:
      'The harmonic mean 2PR / (P + R) of two shares: P, how many of the constituents found are in the gold tree, and R, how many of the gold tree’s are found. × 100, of each sentence, then the mean over sentences.',
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
    see: 'Syntax',
  },
  distance: {
    forms: ['how far apart they lie', 'cosine distances', 'distances'],
    means:
      'Of two neighbouring words’ vectors. Cosine: 1 − x · y / (|x| |y|). L1: Σ |x_d − y_d|. L2: √(Σ (x_d − y_d)²).',
    see: 'Syntax',
  },
  goldConstituent: {
    forms: ['gold constituents', 'gold constituent', 'constituent', 'gold tree', 'gold ones'],
    means:
      'Two or more neighbouring words that people bracketed together. The whole sentence does not count, punctuation is left out, and of several brackets around the same words one counts.',
    see: 'Syntax',
  },
  baselines: {
    forms: ['trees that look at no vector'],
    means:
      'Right-branching splits after the first word, left-branching before the last, balanced in the middle, random at a place drawn uniformly (ten trees a sentence); then each part in the same way.',
    see: 'Syntax',
  },
  logistic: {
    forms: ['logistic regression', 'classifier trained on the vectors'],
    means:
      'A classifier that gives each dimension a weight and adds up: p = softmax(W x + b), with W and b where Σ −ln p of the right labels + |W|² / 2 is least. It learns which dimensions to look at, and so can pass over a tail.',
    see: 'Classifier',
  },
} as const;
