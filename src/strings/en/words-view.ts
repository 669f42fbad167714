import { many } from './plural.ts';

/** A phrase that begins a sentence, within one. */
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const fromTo = (before: string, after: string): string => (after === '' ? before : `${before} → ${after}`);

/** Words of the Words view. */
export const wordsView = {
  title: 'Words: does a word’s vector know its sense?',
  lead: 'The vector of a word is the mean of its tokens’, and differs from sentence to sentence. If it knows the sense, then a word is more like itself where it means the same. A tail is in all of these vectors alike, and so hides some of it.',
  play: {
    name: 'Playground',
    title: 'Your own word in your own sentences',
    hint: 'Write sentences with one word, and put those in one heap where it has one sense: drag a sentence, or choose its heap. The matrix shows what the vectors think.',
    word: 'Word',
    heap: (number: number) => `Sense ${number}`,
    emptyHeap: 'Drop a sentence here',
    line: (number: number) => `Sentence ${number}`,
    sense: (number: number) => `Heap of sentence ${number}`,
    drag: 'Drag to another heap',
    remove: (number: number) => `Remove sentence ${number}`,
    add: 'Add a sentence',
    full: (most: number) => `${most} sentences at most: their pairs must fit the picture.`,
    restore: 'Back to the example',
    lacks: (word: string) => `“${word}” is not in it`,
    tooFew: (word: string) =>
      word === ''
        ? 'Write a word, and at least two sentences that have it.'
        : `Write at least two sentences with “${word}”.`,
    waiting: 'Comparing the sentences…',
    noneRead: (word: string) =>
      `No two of these sentences can be compared by “${word}”: it lies beyond what the model can read of them, or its tokenizer does not keep it apart from the words around it. Shorten the sentences, or write them differently.`,
    truncated: 'Its end was cut off to fit the model: what lies beyond is not measured.',
    within: 'mean cosine within a sense',
    across: 'mean cosine across senses',
    noControl:
      'Random cuts stand beside a cut after the network alone: for any other the sentences would have to be run once for each.',
    titleWhole: (same: string, different: string, where: string) =>
      `${where}: ${same} within a sense, ${different} across`,
    titleOne: (word: string, where: string) => `How alike “${word}” is to itself ${where}`,
    titleApart: (done: string, by: string) => `${done} the senses lie ${by} further apart`,
    titleTogether: (done: string, by: string) => `${done} the senses lie ${by} closer together`,
    titleSame: (doing: string) => `${doing} brings the senses neither together nor apart`,
    sentence: (word: string) =>
      `Cosines of “${word}” in each two sentences, heap after heap: upper right before, lower left after. Dark blocks along the diagonal would be senses that the vectors tell apart.`,
    means: (same: string, different: string) =>
      `Mean cosine within a sense ${same}; across senses ${different}.`,
    of: fromTo,
    none: 'none',
    label: (number: number, sense: number) => `${number} (sense ${sense})`,
    pairs: (pairs: string) => many(pairs, 'pair', 'pairs'),
  },
  wic: {
    name: 'Same sense or not',
    data: 'Word in Context: the same word in two sentences, in one sense or two',
    title: (share: string, layer: string, threshold: string) =>
      `Best: ${share} of pairs told right, ${layer} at a cosine over ${threshold}`,
    titleCut: (done: string, before: string, after: string) =>
      before === after
        ? `${done} the best cell tells ${after} of pairs right, as before`
        : `${done} the best cell tells ${after} of pairs right, ${before} before`,
    sentence:
      'The rule says “same sense” where the cosine of the word’s two vectors is over the threshold. Share of pairs told right, for each layer and threshold: above before, below after. The best cell is chosen on these very pairs, as the paper does, and so flatters.',
    baseline: (share: string) => `Always saying the same would tell ${share} right.`,
    axis: 'threshold',
    bestOfLayer: 'accuracy at the layer’s best threshold',
    aucName: 'AUC',
    over: (threshold: string) => `>${threshold}`,
    columns: ['layer', 'threshold', 'accuracy', 'accuracy after', 'AUC', 'AUC after'],
    auc: (before: string, after: string, where: string) =>
      `Without any threshold: the area under the ROC curve ${where} is ${fromTo(before, after)} (.5 is guessing).`,
    noAuc: 'Without any threshold: there is no area under the ROC curve where all pairs are of one kind.',
    spoken: (layer: string, threshold: string, before: string, after: string) =>
      `${layer}, cosine over ${threshold}: ${before}${after === '' ? '' : `, after ${after}`}`,
    summary: (best: string, after: string) =>
      `Best ${best}.${after === '' ? '' : ` Best after: ${after}.`} The table has every cell.`,
    cell: (share: string, layer: string, threshold: string) => `${share} ${layer}, over ${threshold}`,
    pairs: (pairs: string) => many(pairs, 'pair', 'pairs'),
    listTitle: (layer: string, threshold: string) => `The pairs ${layer}, told by a cosine over ${threshold}`,
    show: 'Which pairs',
    shows: { all: 'All', wrong: 'Told wrong', changed: 'Changed' },
    none: {
      all: 'No pairs.',
      wrong: 'All are told right here.',
      changed: 'The cut changes no verdict here.',
    },
    same: 'same sense',
    different: 'two senses',
    right: 'right',
    wrong: 'wrong',
    verdict: fromTo,
    cosine: 'cosine',
    more: (count: string) => `Show ${count} more`,
  },
  wsd: {
    name: 'Which sense',
    data: 'Words with labelled senses: each is told by its nearest labelled neighbour',
    titleWhole: (share: string, where: string) => `The nearest neighbour tells ${share} % of senses ${where}`,
    titleMore: (done: string, by: string, where: string) =>
      `${done} the nearest neighbour tells ${by} points more ${where}`,
    titleLess: (done: string, by: string, where: string) =>
      `${done} the nearest neighbour tells ${by} points fewer ${where}`,
    titleSame: (doing: string, where: string) => `${doing} changes no share of senses told ${where}`,
    sentence:
      'A word in a sentence is given the sense of the labelled one whose vector has the largest cosine with its own. Share told right × 100, the mean over words (macro), by layer. Dotted: always the most frequent sense.',
    micro: (before: string, after: string, where: string) =>
      `Of all items alike (micro): ${fromTo(before, after)} ${where}.`,
    axis: 'accuracy × 100',
    macroName: 'macro',
    majority: 'always the most frequent sense',
    columns: {
      macroBefore: 'macro',
      macroAfter: 'macro after',
      microBefore: 'micro',
      microAfter: 'micro after',
    },
    sample: (words: string, items: string) => `${items} items of ${many(words, 'word', 'words')}`,
    choose: 'Word',
    wordFigures: (lemma: string, before: string, after: string) => `${lemma}, ${fromTo(before, after)} %`,
    confusionTitle: (lemma: string, where: string) => `${lemma} ${where}`,
    confusionHint: 'Down: the sense it has. Across: the sense of its nearest neighbour, and how often.',
    confusionCaption: (lemma: string) => `Senses of ${lemma}: had and told`,
    had: 'has',
    told: 'told',
    items: 'Each item and its neighbours',
    chooseHint: (where: string) =>
      `Of each word’s items, the share told right ${where}, in %. Choose a word to see its senses.`,
    itemsHint: 'Open one to see which labelled sentences are nearest, with their cosines, before and after.',
    toldAs: (sense: string) => `told as ${sense}`,
    toldThen: (before: string, after: string) =>
      before === after ? `told as ${after}` : `told as ${before}, afterwards as ${after}`,
    nearest: 'Nearest',
    nearestAfter: 'Nearest after',
    right: '✓',
    wrong: '✗',
    rightSpoken: 'right',
    wrongSpoken: 'wrong',
  },
  self: {
    name: 'Like itself',
    data: 'Sentences whose words come back',
    rawWhole: (value: string, where: string) => `A word is like itself at ${value} ${where}`,
    rawFalls: (done: string, by: string, where: string) =>
      `${done} words are less like themselves: −${by} ${where}`,
    rawRises: (done: string, by: string, where: string) =>
      `${done} words are more like themselves: +${by} ${where}`,
    rawSame: (doing: string, where: string) => `${doing} leaves words as like themselves ${where}`,
    lessWhole: (value: string, where: string) => `Less what any two tokens share, ${value} is left ${where}`,
    lessFalls: (doing: string, by: string, where: string) =>
      `Less what any two tokens share, ${lower(doing)} takes ${by} ${where}`,
    lessRises: (doing: string, by: string, where: string) =>
      `Less what any two tokens share, ${lower(doing)} gives ${by} ${where}`,
    lessSame: (doing: string, where: string) =>
      `Less what any two tokens share, ${lower(doing)} changes nothing ${where}`,
    raw: 'Mean cosine of a word’s own vectors in different sentences, averaged over words (self-similarity), by layer. 1 would be a word whose vector the sentence does not touch.',
    less: 'The same less the anisotropy, the mean cosine of any two tokens of these sentences: what of the likeness is the word’s own.',
    axis: { raw: 'self-similarity', less: 'self-similarity less anisotropy' },
    sample: (words: string, eligible: string, least: number, sentences: string) =>
      `${many(words, 'word', 'words')}${words === eligible ? '' : ` of ${eligible}`} in ${least} sentences or more, of ${sentences}`,
    list: 'The words, those most changed by their sentences first',
    listHint: (where: string) => `Self-similarity ${where}. Open a word to read its sentences.`,
    occurrences: (count: string) => `in ${count} sentences`,
    all: (count: string) => `Show all ${count} words`,
    fewer: 'Show fewer',
    measuring: 'Measuring the anisotropy…',
    noAnisotropy: 'One sentence alone has no two tokens of different sentences.',
  },
} as const;
