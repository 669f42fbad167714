import { expectation, type DataExpectation } from './data-problems.ts';
import { list } from './list.ts';
import { many } from './plural.ts';

const NO_ITEMS = {
  pairs: 'pairs of sentences that can be measured',
  words: 'words that can be measured',
  trees: 'trees that can be measured',
  labels: 'sentences with at least two different labels',
  sentences: 'sentences to learn from and others to be told',
} as const;

/** Errors of texts and data sets: a part of the catalogue of errors. */
const SHARD_DIFFERS = {
  experiment: 'they are of different experiments',
  model: 'their models have different weights',
  data: 'their data differs',
  settings: 'their settings differ',
  shards: 'they count different numbers of shards',
  version: 'they are of different versions of Tailscope',
};

export const dataErrors = {
  'not-text': (d: { name: string; at: number }) => ({
    sentence: `${d.name} is no text file: its byte ${d.at + 1} is NUL, which no text has.`,
    remedy: 'Give a text file with one sentence a line.',
  }),
  'not-utf8': (d: { name: string; found: 'utf-16' | { line: number; column: number } }) => ({
    sentence: `${d.name} is not UTF-8: ${d.found === 'utf-16' ? 'it begins as UTF-16 does' : `at line ${d.found.line}, column ${d.found.column} it has bytes that are no character`}.`,
    remedy: 'Save it as UTF-8 if it is text.',
  }),
  'no-sentences': (d: { name: string; table: boolean }) => ({
    sentence: `${d.name} has no sentences.`,
    remedy: d.table
      ? 'Name a column “sentence” in its first line and give one sentence in each line after it; the columns of a .tsv are parted by tabs, those of a .csv by commas.'
      : 'Give a text file with one sentence a line.',
  }),
  'no-sentence-column': (d: { name: string; column: string; columns: readonly string[] }) => ({
    sentence: `The first line of ${d.name} names no column “${d.column}”; its columns are: ${list(d.columns)}.`,
    remedy:
      'Say which holds the sentences with --column, name it in the first line, or give a .txt file with one sentence a line.',
  }),
  'shard-invalid': (d: { file: string }) => ({
    sentence: `${d.file} is not what measure --shard prints.`,
    remedy: 'Give the JSON files that measure --shard 1/N to N/N wrote to standard output.',
  }),
  'shard-differs': (d: {
    files: readonly string[];
    what: 'experiment' | 'model' | 'data' | 'settings' | 'shards' | 'version';
  }) => ({
    sentence: `${d.files.join(' and ')} are not parts of one run: ${SHARD_DIFFERS[d.what]}.`,
    remedy: 'Measure all shards with the same command but for --shard.',
  }),
  'shard-missing': (d: { part: number; of: number }) => ({
    sentence: `Shard ${d.part}/${d.of} is missing.`,
    remedy: 'Give every shard, once.',
  }),
  'shard-twice': (d: { part: number; of: number; files: readonly string[] }) => ({
    sentence: `Shard ${d.part}/${d.of} was given more than once: ${list(d.files)}.`,
    remedy: 'Give every shard, once.',
  }),
  'no-data-found': (d: { path: string }) => ({
    sentence: `Nothing in ${d.path} is data that an experiment reads.`,
    remedy:
      'Give a text of sentences, or a folder that holds one, x.data.txt with x.gold.txt, Penn brackets or the like; see --help.',
  }),
  'line-too-long': (d: { name: string; line: number; most: number }) => ({
    sentence: `Line ${d.line} of ${d.name} is longer than ${d.most / 1e6} MB: too long for a sentence.`,
    remedy: 'Write one sentence a line.',
  }),
  'csv-quotes': (d: { name: string; line: number; column: number }) => ({
    sentence: `Line ${d.line}, column ${d.column} of ${d.name}: the quotation mark that opens a cell here is not closed, or text follows its end.`,
    remedy: 'Write a quotation mark inside a quoted cell twice ("").',
  }),
  'no-column': (d: { name: string; line: number; column: string; columns: readonly string[] }) => ({
    sentence: `Line ${d.line} of ${d.name} names no column “${d.column}”; its columns are: ${list(d.columns)}.`,
    remedy: 'Name the columns in the first line, with tabs between them.',
  }),
  'row-short': (d: { name: string; line: number; expected: number; found: number }) => ({
    sentence: `Line ${d.line}, column ${d.expected} of ${d.name}: a sentence should be here, but the line has no more than ${many(d.found, 'column', 'columns')}.`,
    remedy: 'Give every line as many columns as the first has.',
  }),
  'data-format': (d: {
    name: string;
    line: number;
    column: number;
    expected: DataExpectation;
    found: string;
  }) => ({
    sentence: `Line ${d.line}, column ${d.column} of ${d.name}: ${expectation(d.expected)} should be here, not ${d.found === '' ? 'nothing' : `“${d.found}”`}.`,
    remedy: 'Correct that line, or check that the file has the format this experiment reads.',
  }),
  'no-subsets': (d: { folder: string }) => ({
    sentence: `The folder ${d.folder} has no file STS.input.*.txt.`,
    remedy: 'Give a folder of one of SentEval’s sets, STS12 to STS16, or a file of another set.',
  }),
  'no-lemmas': (d: { folder: string; flag: string | undefined }) => ({
    sentence: `No folder within ${d.folder} has a train.data.txt and a test.data.txt.`,
    remedy: `Give the folder that has one folder for each word, or ${d.flag === undefined ? 'two XML files of the unified format with their keys, one of them to learn from' : `an XML file and ${d.flag}`}.`,
  }),
  'no-tree-files': (d: { folder: string }) => ({
    sentence: `The folder ${d.folder} has no file of trees (.ptb, .mrg or .brackets).`,
    remedy: 'Give a file of Penn brackets, or a folder of such files.',
  }),
  'no-gold': (d: { data: string; gold: string; ending: string | undefined }) => ({
    sentence:
      d.ending === undefined
        ? `There is no ${d.gold} beside ${d.data}.`
        : `${d.data} does not end in ${d.ending}, so its answers cannot be found.`,
    remedy: `Keep the answers in the same folder, under the same name with ${d.ending === undefined ? 'that ending' : d.gold}.`,
  }),
  'no-example': (d: { name: string }) => ({
    sentence: `The example data ${d.name} could not be fetched.`,
    remedy: 'Reload the page, or open data of your own.',
  }),
  'no-training': (d: { name: string }) => ({
    sentence: `Beside ${d.name} there is no second XML file with words to learn from.`,
    remedy: 'Give both together with their keys; the one to learn from has “train” or “semcor” in its name.',
  }),
  'gold-length': (d: {
    gold: string;
    found: number;
    data: string;
    expected: number;
    /** The first line that has no other beside it. */
    alone: { name: string; line: number };
  }) => ({
    sentence: `${d.gold} has ${many(d.found, 'line', 'lines')} where ${d.data} has ${d.expected}: line ${d.alone.line} of ${d.alone.name} has none beside it.`,
    remedy: 'Each line of the one belongs to the same line of the other: get both again.',
  }),
  'no-items': (d: { name: string; what: keyof typeof NO_ITEMS }) => ({
    sentence: `${d.name} has no ${NO_ITEMS[d.what]}.`,
    remedy: 'Check that it is the file you mean, and that it is not empty.',
  }),
};
