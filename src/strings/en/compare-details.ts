import { many } from './plural.ts';

/** Words of the charts of Compare that stand side by side, A beside B on the same scales. */
export const compareDetails = {
  /** A finding of one side: "A: what moves 180 most...". */
  titled: (side: string, finding: string) => `${side}: ${finding}`,
  /** A side's name and what its chart shows. */
  named: (side: string, name: string, sentence: string) => `${side}: ${name}. ${sentence}`,
  origins: {
    title: 'Where each side’s tail comes from',
    hint: 'Each side’s strongest tail, or another of its tails, on one scale. It is followed through the network before anything is cut or remedied.',
    run: 'Follow the tails of both',
    runHint: 'These models are large enough for this to take a while.',
    same: 'A and B are the same network told the same positions, and differ in what is done to its vectors: their tails come from the same place, which Origins shows.',
    none: (side: string, dim: number) =>
      `${side} has no tail. Its dimension ${dim} is followed, whose mean lies furthest from the others’.`,
    noPositions: (side: string) =>
      `${side} has no position embeddings: they add nothing in its trace, and what its vectors know of positions comes from the words alone.`,
    life: 'Every bar begins where the last one ended; the bars add up to the value itself. Both sides have the same scale.',
    byPosition:
      'The mean of the dimension over the tokens at each place of their sentence. Both sides have the same scale.',
    byFrequency:
      'The mean over tokens whose like occurs so often in this text. Both sides have the same scale.',
    sharedWeights: 'A and B are one model, whose weights are these.',
    choose: (side: string) => `Tail of ${side}`,
    of: (name: string, dim: number) => `${name}, dimension ${dim}`,
    explained: {
      position: 'Explained by position',
      frequency: 'Explained by word frequency',
      both: 'Explained by both',
      hint: 'The share of the tail’s differences between tokens that a straight line in that quantity accounts for.',
    },
  },
  vectors: {
    spread:
      'The cosines of drawn pairs of tokens, layer by layer. Vectors that point every way have their cosines around 0. Both sides have the same scales.',
    components:
      'Tokens in the plane of the two directions along which the vectors vary most (principal components over all tokens); each side has its own. An arrow is its strongest tail’s own direction: a long one makes the plane.',
    columns: ['layer', 'cosine from', 'to', 'share'] as const,
    placeColumns: ['token', 'sentence', 'x', 'y'] as const,
  },
  tasks: {
    title: 'The tasks, pair by pair',
    hint: 'What the figures above are made of, each side by itself on the same scales.',
    run: 'Show the pairs and items of both',
    runHint: 'These models are large enough for this to take a while.',
    none: (side: string) => `${side}: nothing of the data could be measured.`,
    grid: 'Share of pairs told right where a cosine over the threshold means “same sense”; both sides have the same scale of colours. The best cell is framed.',
    pairs: (where: string, value: string) =>
      `Cosine against people’s score ${where}, Spearman\u00a0×\u00a0100: ${value}`,
    pairsSentence:
      'One point a pair: to the right what people find alike, to the top what the vectors find alike. Both sides have the same axes, and a pair that is chosen on one is chosen on the other.',
    senses: 'Which senses are told as which',
    word: (lemma: string, a: string, b: string) => `${lemma}, A ${a} %, B ${b} %`,
    confusion: (side: string, lemma: string, share: string) =>
      `${side}: senses of ${lemma}, ${share} % right`,
    trees: 'One sentence’s trees',
    sentence: 'Sentence',
    treesSentence:
      'Above the words the tree that cosine distances give, below them the one that people drew. A filled square marks a constituent that both have, and F1 counts these.',
    items: {
      title: {
        wic: (told: string, of: string, where: string) =>
          `${told} of ${of} pairs are told right by one side alone ${where}`,
        wsd: (told: string, of: string, where: string) =>
          `${told} of ${of} items are told differently ${where}`,
        sts: (where: string) => `Pairs of sentences that one side ranks better ${where}`,
        words: (where: string) => `Words whose self-similarity differs most ${where}`,
      },
      hint: {
        wic: 'Each side has the threshold that is best in its own layer. First what one side alone tells right, then what lies furthest apart. Open a pair to read it.',
        wsd: 'Each side gives a word the sense of its nearest labelled neighbour. First what one side alone tells right. Open one to read both neighbours.',
        sts: 'How far a pair’s rank among the cosines lies from its rank among people’s scores: first where one side is much further off than the other. Press one to find it among the points above.',
        words: 'Those that both sides have, the largest difference first. Open a word to read its sentences.',
      },
      choose: 'What is listed',
      kinds: { wic: 'Word in Context', sts: 'Sentences', wsd: 'Senses', words: 'Words' },
      none: 'Both sides measured nothing in common.',
      all: (count: string) => `Show all ${count}`,
      fewer: 'Show fewer',
      nearest: (side: string) => `Nearest for ${side}`,
    },
    noWord: (side: string, lemma: string) => `${side} has no measured item of ${lemma}.`,
  },
  values: {
    mean: (dim: number, mean: string, where: string) => `the mean of ${dim} is ${mean} ${where}`,
    zero: (dim: number, where: string) => `${dim} is zero in every vector ${where}`,
    histogram:
      'How the values of its tails are spread over the tokens, against the other dimensions. Both sides have the same axis.',
    cut: 'A line runs through the layers where a dimension is cut.',
    components: (side: string) =>
      `${side} has been whitened: its vectors have principal components in place of dimensions, whose values are not drawn.`,
  },
  own: {
    title: 'Your own text, word and sentence',
    hint: 'What is written in Explore, in the playground of Words and in Syntax, by the vectors of both. Change it there. The matrices of single tokens and of whole sentences are in Explore, of the first model.',
    dropped: (count: number) =>
      `${many(count, 'place', 'places')} left out: the word is none of its sentence’s, or a model cannot read it there.`,
    run: 'Run both on them',
    runHint: 'These models are large enough for this to take a moment.',
    text: {
      none: 'No word of the text in Explore comes back as a word of its own in another sentence.',
      title: (a: string, b: string, where: string) =>
        `One word’s vectors ${where}: mean cosine ${a} for A, ${b} for B`,
      sentence:
        'Cosines of the words of the text in Explore that come back in other sentences: upper right A, lower left B. Hold a word’s own pairs (numbered ¹ ² …) against pairs of different words.',
      means: (same: readonly [string, string], different: readonly [string, string]) =>
        `Same word: A ${same[0]}, B ${same[1]}. Different words: A ${different[0]}, B ${different[1]}.`,
    },
    play: {
      title: (word: string, a: string, b: string, where: string) =>
        `“${word}” within a sense ${where}: mean cosine ${a} for A, ${b} for B`,
      sentence:
        'Cosines of the word in each two sentences of the playground, heap after heap: upper right A, lower left B. Dark blocks along the diagonal would be senses that the vectors tell apart.',
      means: (same: readonly [string, string], different: readonly [string, string]) =>
        `Within a sense: A ${same[0]}, B ${same[1]}. Across senses: A ${different[0]}, B ${different[1]}.`,
    },
    tree: {
      title: (apart: number, where: string) =>
        apart === 0
          ? `Your sentence has the same tree for both ${where}`
          : `Your sentence’s tree for B has ${many(apart, 'constituent', 'constituents')} that A’s has not ${where}`,
      sentence:
        'The tree that cosine distances give, of A and below it of B. Bars between the words: how far apart they lie.',
    },
    pairs: (pairs: string, where: string) => `${many(pairs, 'pair', 'pairs')} · ${where}`,
  },
} as const;
