import { bracketTrees, sentenceOf } from './bracket-tree.ts';
import { exampleRows, exampleText, wsdWords } from './example-file.ts';

const column = (path: string, from: number): string[] => exampleRows(path).flatMap((row) => row.slice(from));

/** Every sentence of public/examples/, under the name of its set. */
export const allSentences = (): Record<string, string[]> => ({
  wic: column('wic.data.txt', 3),
  wsd: wsdWords().flatMap((word) => [
    ...column(`wsd/${word}/train.data.txt`, 1),
    ...column(`wsd/${word}/test.data.txt`, 1),
  ]),
  sts: column('sts.tsv', 5),
  trees: bracketTrees(exampleText('trees.mrg')).map(sentenceOf),
  sentences: column('sentences.txt', 0),
  sst: exampleRows('sst-like.tsv').flatMap(([sentence], i) => (i === 0 || !sentence ? [] : [sentence])),
});
