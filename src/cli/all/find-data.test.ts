import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findData } from './find-data.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** A folder of small files, and what is found in it: experiment, data and what it learns from, by their places in the folder. */
async function foundIn(files: Readonly<Record<string, string>>, train?: string, column?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const found = await findData({
    data: { kind: 'file', path: folder },
    train: train === undefined ? undefined : join(folder, train),
    column,
  });
  return found.map((one) =>
    [one.experiment, ...[one.path, one.train].flatMap((path) => (path ? [relative(folder, path)] : []))].join(
      ' ',
    ),
  );
}

const ON_TEXT = ['tails', 'anisotropy', 'contribution', 'self-similarity', 'geometry', 'origins'];
const onText = (path: string) => [...ON_TEXT, 'position-probe'].map((experiment) => `${experiment} ${path}`);

it('finds the data of every experiment in a folder', async () => {
  const found = await findData({
    data: { kind: 'file', path: at('public/examples') },
    train: undefined,
    column: undefined,
  });
  expect(found.map(({ experiment, path }) => `${experiment} ${path.split('/').at(-1) ?? ''}`)).toEqual([
    ...onText('sentences.txt'),
    'wic wic.data.txt',
    'wsd wsd',
    'sts sts.tsv',
    'syntax trees.mrg',
    'classifier sst-like.tsv',
  ]);
});

describe('word senses in the unified format', () => {
  const XML = { 'Evaluation/ALL/ALL.data.xml': '<corpus/>', 'Evaluation/ALL/ALL.gold.key.txt': 'd0 a' };
  const SEMCOR = {
    'Training/SemCor/semcor.data.xml': '<corpus/>',
    'Training/SemCor/semcor.gold.key.txt': 'd0 a',
  };

  it('are told by the training corpus that lies in the same folder', async () => {
    expect(await foundIn({ ...XML, ...SEMCOR })).toEqual([
      'wsd Evaluation/ALL/ALL.data.xml Training/SemCor/semcor.data.xml',
    ]);
  });

  it('are there without one too, so that it is said what is missing; a key is no text of sentences', async () => {
    expect(await foundIn(XML)).toEqual(['wsd Evaluation/ALL/ALL.data.xml']);
    expect(await foundIn({ 'a.data.xml': '<corpus/>' })).toEqual([]);
  });
});

describe('a table', () => {
  it('of labelled sentences is learned from where it is named train, as in the page', async () => {
    const labelled = 'sentence\tlabel\nfine\t1\n';
    expect(await foundIn({ 'dev.tsv': labelled, 'train.tsv': labelled })).toContain(
      'classifier dev.tsv train.tsv',
    );
    expect(await foundIn({ 'train.tsv': labelled })).toContain('classifier train.tsv');
    // another set's training sentences are not this one's
    expect(await foundIn({ 'a/dev.tsv': labelled, 'b/train.tsv': labelled })).toContain(
      'classifier a/dev.tsv',
    );
  });

  it('with commas is read for its sentences, in the column that was named', async () => {
    expect(await foundIn({ 'notes.csv': 'id,sentence\n1,"One, two."\n' })).toEqual(onText('notes.csv'));
    expect(await foundIn({ 'notes.csv': 'id,text\n1,One.\n' })).toEqual([]);
    expect(await foundIn({ 'notes.csv': 'id,text\n1,One.\n' }, undefined, 'text')).toEqual(
      onText('notes.csv'),
    );
  });
});

it('takes brackets by any of their endings', async () => {
  expect(await foundIn({ 'a.brackets': '(S (NP a) (VP b))' })).toEqual(['syntax a.brackets']);
});

it('gives what was asked to be learned from to the experiment whose format it has, and to no other', async () => {
  const files = {
    'some.txt': 'One.\n',
    'dev.tsv': 'sentence\tlabel\nfine\t1\n',
    'other/x.data.xml': '<corpus/>',
    'other/x.gold.key.txt': 'd0 a',
    'more.tsv': 'label\tsentence\n1\tfine\n',
  };
  const learning = async (train: string) =>
    (await foundIn(files, train)).filter((one) => one.endsWith(` ${train}`) && one.split(' ').length === 3);
  expect(await learning('more.tsv')).toEqual(['classifier dev.tsv more.tsv']);
  expect(await learning('other/x.data.xml')).toEqual(['wsd other/x.data.xml other/x.data.xml']);
  expect(await learning('some.txt')).toEqual(['position-probe some.txt some.txt']);
});
