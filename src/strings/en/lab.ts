import { someOf } from './cli.ts';
import { many } from './plural.ts';

const TASKS = {
  wic: 'Word in Context',
  wsd: 'telling word senses',
  words: 'the self-similarity of words',
  sts: 'the similarity of sentences',
  trees: 'the inducing of trees',
  labels: 'the classifier',
} as const;

/** Words that the views of words, trees and sentences share: their data, and how far a run is. */
export const lab = {
  data: {
    examples: 'our examples',
    /** What is measured, and where it comes from. */
    from: (counts: string, name: string) => `${counts} · ${name}`,
    open: 'Open your own…',
    openFolder: 'Open a folder…',
    back: 'Back to the examples',
    waiting: (what: string) => `Loading ${what}…`,
    asked: (name: string) =>
      `The link is about your file ${name}, which it does not contain. Open it to go on, or take the examples.`,
    tooLarge: (megabytes: number) => `These files have more than ${megabytes} MB in all. Give fewer of them.`,
    drop: {
      words:
        'Drop Word in Context (x.data.txt with x.gold.txt), a CoarseWSD-20 folder, XML with its keys, or a .txt of sentences here',
      geometry: 'Drop a .txt of sentences, or a .tsv or .csv with a column of them, here',
      syntax: 'Drop files of Penn brackets (.mrg, .ptb, .brackets) here',
      sentences: 'Drop a table of sentence pairs, a SentEval folder, or a table of labelled sentences here',
      compare: 'Drop sentences, or the data of any task in its official format, here',
      paper: 'Drop a text for Explore, or the data of any task in its official format, here',
    },
    formats: {
      wic: 'Word in Context: x.data.txt and x.gold.txt, chosen together.',
      wsd: 'CoarseWSD-20: a folder with one folder for each word. Or two XML files of the unified format, each with its .gold.key.txt.',
      words: 'A .txt with one sentence a line, or a .tsv or .csv with a column of them.',
      sts: 'STS Benchmark, SICK, or a table with the columns sentence1, sentence2 and score; SentEval’s STS12 to STS16 as a folder.',
      trees: 'Trees in Penn brackets: .mrg, .ptb or .brackets.',
      labels:
        'SST-2: a table with the columns sentence and label; with a second file named train, that is learned from.',
    },
    what: {
      wic: 'the pairs',
      wsd: 'the labelled words',
      words: 'the sentences',
      sts: 'the pairs',
      trees: 'the trees',
      labels: 'the labelled sentences',
    },
    /** Where a view has no place that names its data. */
    taken: (name: string, task: keyof typeof TASKS) =>
      `${name}: ${TASKS[task]} is measured on this from now on.`,
    hash: (sha256: string) => `SHA-256 ${sha256}`,
  },
  counts: {
    wic: (pairs: string) => many(pairs, 'pair', 'pairs'),
    wsd: (words: string, items: string, labelled: string) =>
      `${many(words, 'word', 'words')}, ${items} to tell by ${labelled} labelled`,
    words: (sentences: string) => many(sentences, 'sentence', 'sentences'),
    sts: (pairs: string, subsets: number) =>
      subsets > 1 ? `${pairs} pairs in ${subsets} subsets` : many(pairs, 'pair', 'pairs'),
    trees: (scored: string, all: string) =>
      scored === all ? many(all, 'tree', 'trees') : `${scored} of ${all} trees`,
    labels: (train: string, test: string) =>
      `${many(train, 'sentence', 'sentences')} to learn from, ${test} to tell`,
  },
  run: {
    under: (done: string, of: string) => `${done} of ${of} sentences`,
    label: (what: string) => `Measuring ${what}`,
    stopped: 'Stopped before it was done.',
    older: 'What is shown answers what was asked before.',
    again: 'Measure again',
    /** Where a person stopped, by what is counted. */
    part: {
      sentences: (counted: string, of: string, share: string, tokens: string) =>
        `You stopped: the charts show ${counted} of ${of} sentences (${share}; ${tokens} tokens), drawn at random.`,
      pairs: (counted: string, of: string, share: string) =>
        `You stopped: the charts show ${counted} of ${of} pairs (${share}), drawn at random.`,
      words: (counted: string, of: string, share: string) =>
        `You stopped: the charts show ${counted} of ${of} words (${share}), drawn at random.`,
    },
    noModel: 'No model runs yet, and nothing can be measured without one.',
  },
  format: 'Which files',
  truncated: (lines: readonly string[], all = false) =>
    `${many(lines.length, 'sentence was', 'sentences were')} cut short to fit the model (${lines.length === 1 ? 'line' : 'lines'} ${all ? lines.join(', ') : someOf(lines)}): what lies beyond is not measured.`,
  sample: (model: string, measured: string, name: string, specials: boolean, seed: number) =>
    `${model} · ${measured} · ${name} · specials ${specials ? 'in' : 'out'} · seed ${seed}`,
  /** In the sample line. */
  ofAll: {
    sentences: (measured: string, counted: string, of: string) =>
      `${measured} · a random ${counted} of ${of} sentences`,
    pairs: (measured: string, counted: string, of: string) =>
      `${measured} · a random ${counted} of ${of} pairs`,
    words: (measured: string, counted: string, of: string) =>
      `${measured} · a random ${counted} of ${of} words`,
  },
  series: {
    before: 'before',
    after: 'after',
  },
  byLayer: (row: string, before: string, after: string) =>
    `${row} ${before}${after === '' ? '' : `, after ${after}`}.`,
  /** The control: cuts of random dimensions. */
  random: {
    title: 'Would any dimension do as much?',
    choice: (draws: number, dims: number) =>
      `beside ${draws} cuts of ${many(dims, 'random dimension', 'random dimensions')} instead`,
    hint: (where: string) => `The cut ${where} beside the random ones, which are drawn by the seed:`,
    caption: (figure: string) => `The cut beside cuts of random dimensions: ${figure}`,
    columns: ['figure', 'whole', 'cut', 'random: mean', 'lowest', 'highest'],
    draw: (draws: number) => `Draw ${draws} times`,
    drawHint: (draws: number) => `Runs the experiment ${draws} times more, in the background`,
    wholeOnly: 'Random cuts are measured on all the data, not beside a part of them: measure all first.',
    drawing: (draws: number) => `Measuring ${draws} random cuts…`,
    line: (draws: number) => `${draws} random cuts`,
    table: { mean: 'random cuts: mean', low: 'random cuts: lowest', high: 'random cuts: highest' },
  },
  play: { name: 'your own sentences' },
  own: {
    name: 'your own sentence',
    example: 'The old man on the hill watched the small boat near the shore.',
  },
} as const;
