import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { createAppStore } from '../store.ts';
import { settled } from '../testing.ts';
import { followExamples } from '../trials/follow-examples.ts';
import { DATA_IDS, NO_DATA } from './experiment-data.ts';
import { EXAMPLE_FILES, EXAMPLE_LEMMAS } from './example-files.ts';
import { guessData } from './guess-data.ts';
import { keptData } from './kept-data.ts';
import { openData } from './open-data.ts';
import { readAs } from './read-as.ts';
import { READERS } from './read-data.ts';

const EXAMPLES = new URL('../../../public/examples/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, EXAMPLES), 'utf8');
const placed = (path: string) => ({ path, name: path.split('/').at(-1) ?? '', text: text(path) });
const given = (path: string, content: string) => ({
  path,
  file: new File([content], path.split('/').at(-1) ?? ''),
});
const now = () => Promise.resolve();

describe('the example data', () => {
  test('are where the page fetches them from, each lemma of them', async () => {
    for (const id of DATA_IDS) await readAs(id, EXAMPLE_FILES[id].map(placed), now);
    expect(readdirSync(new URL('wsd/', EXAMPLES)).sort()).toEqual([...EXAMPLE_LEMMAS]);
  });

  test('have the sizes that their description gives', async () => {
    const { data: pairs } = await READERS.wic(EXAMPLE_FILES.wic.map(placed), now);
    expect(pairs).toHaveLength(60);
    const { data: senses } = await READERS.wsd(EXAMPLE_FILES.wsd.map(placed), now);
    expect([senses.train.items.length, senses.test.items.length]).toEqual([72, 48]);
    const { data: labels } = await READERS.labels(EXAMPLE_FILES.labels.map(placed), now);
    expect([labels.train.length, labels.test.length]).toEqual([60, 20]);
  });
});

describe('opening data', () => {
  test('takes them under the name and the hash of their files', async () => {
    const store = createAppStore({ view: 'words' });
    await openData(store, 'wic', [
      given('dev/dev.gold.txt', 'T\n'),
      given('dev/dev.data.txt', 'bank\tN\t0-0\tbank one\tbank two\n'),
    ]);
    const { wic } = store.getState().dataFiles;
    expect(wic).toMatchObject({ name: 'dev.data.txt', data: [{ word: 'bank', same: true }] });
    expect(wic?.sha256).toMatch(/^[0-9a-f]{64}$/);
    store.actions.takeData('wic');
    expect(store.getState().dataFiles.wic).toBeUndefined();
  });

  test('says which line and column is wrong, and keeps what was there', async () => {
    const store = createAppStore({ view: 'sentences' });
    await openData(store, 'sts', [given('mine.tsv', 'g\tf\ty\t1\tmuch\tA one.\tA two.\n')]);
    expect(store.getState().dataFiles.sts).toBeUndefined();
    expect(store.getState().notices).toMatchObject([
      { tone: 'alert', text: expect.stringContaining('Line 1, column 5 of mine.tsv') as string },
    ]);
  });

  test('closes what was open of other data, and not what the link of these opened', async () => {
    const store = createAppStore({ view: 'syntax', opened: { tree: 3 } });
    const file = given('a.mrg', '(S (NP (DT The) (NN cat)) (VP (VBD sat)))');
    await openData(store, 'trees', [file]);
    expect(store.getState().opened.tree).toBeUndefined();
    const sha256 = store.getState().dataFiles.trees?.sha256 ?? '';
    store.setState({
      opened: { tree: 3 },
      dataFiles: { ...store.getState().dataFiles, trees: { name: 'a.mrg', sha256, data: undefined } },
    });
    await openData(store, 'trees', [file]);
    expect(store.getState().opened.tree).toBe(3);
  });
});

describe('sentences in a table', () => {
  const table = given('notes.csv', 'id,remark,note\n1,"It rains, again.",x\n2,The sun shines today.\n3,,y\n');
  const words = (store: ReturnType<typeof createAppStore>) => store.getState().dataFiles.words;

  test('are read from the likeliest column, whatever its name, and from any other that is chosen', async () => {
    const store = createAppStore({ view: 'words', opened: { word: 2 } });
    await openData(store, 'words', [table]);
    expect(words(store)).toMatchObject({
      column: 'remark',
      data: ['It rains, again.', 'The sun shines today.'],
    });
    store.setState({ opened: { word: 2 } });
    store.actions.chooseDataColumn('note');
    expect(words(store)).toMatchObject({ column: 'note', data: ['x', 'y'] });
    expect(store.getState().opened.word).toBeUndefined();
  });

  test('say on which lines they are, and which lines have none and why', async () => {
    const store = createAppStore({ view: 'words' });
    await openData(store, 'words', [given('notes.csv', 'id,remark,note\n1,It rains.,x\n\n2,Sun.\n3,,y\n')]);
    store.actions.chooseDataColumn('remark');
    expect(words(store)).toMatchObject({
      lines: [2, 4],
      leftOut: [
        { from: '3', why: 'no-sentence' },
        { from: '5', why: 'no-sentence' },
      ],
    });
    store.actions.chooseDataColumn('note');
    expect(words(store)).toMatchObject({
      data: ['x', 'y'],
      lines: [2, 5],
      leftOut: [
        { from: '4', why: 'no-column' },
        { from: '3', why: 'no-sentence' },
      ],
    });
    await openData(store, 'words', [given('notes.txt', 'It rains.\n\nSun.\n')]);
    expect(words(store)).toMatchObject({ lines: [1, 3], leftOut: [{ from: '2', why: 'no-sentence' }] });
  });

  test('are read from the column that a link names, and from the likeliest of a file that has no such', async () => {
    const first = createAppStore({ view: 'words' });
    await openData(first, 'words', [table]);
    const sha256 = words(first)?.sha256 ?? '';
    const asked = (column: string) =>
      createAppStore({
        view: 'words',
        dataFiles: { ...NO_DATA, words: { name: 'notes.csv', sha256, data: undefined, column } },
      });
    const [known, unknown] = [asked('note'), asked('none')];
    await openData(known, 'words', [table]);
    expect(words(known)?.data).toEqual(['x', 'y']);
    await openData(unknown, 'words', [table]);
    expect(words(unknown)?.column).toBe('remark');
  });

  test('follow the column when Back returns to another', async () => {
    const store = createAppStore({ view: 'words' });
    await openData(store, 'words', [table]);
    const now = store.getState().dataFiles;
    const link = { ...now, words: now.words && { ...now.words, data: undefined, column: 'note' } };
    expect(keptData(now, link).words).toMatchObject({ column: 'note', data: ['x', 'y'] });
    expect(keptData(now, now)).toBe(now);
  });
});

describe('data that are not whole', () => {
  test('a folder without lemmas says what to give in the page, not to the command', async () => {
    const file = { path: 'bank/test.data.txt', name: 'test.data.txt', text: '0\tbank\n' };
    const problem = await readAs('wsd', [file], now).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'no-lemmas' });
    expect(String(problem)).not.toContain('--');
  });

  test('two XML files are needed: one to tell, one to learn from', async () => {
    const xml = { path: 'a.data.xml', name: 'a.data.xml', text: '' };
    await expect(readAs('wsd', [xml], now)).rejects.toMatchObject({ code: 'no-training' });
  });

  test('an example that cannot be fetched is said once, and asked for again when the view is opened again', async () => {
    const asked: string[] = [];
    const store = createAppStore({ view: 'sentences' });
    followExamples(store, (path) => {
      asked.push(path);
      return Promise.resolve(undefined);
    });
    await settled();
    expect(store.getState().notices.map(({ text: words }) => words)).toContain(
      TailscopeError.of('no-example', { name: 'sst-like.tsv' }).message,
    );
    expect(asked).toEqual(['sts.tsv', 'sst-like.tsv']);
    store.actions.openView('explore');
    store.actions.openView('sentences');
    expect(asked).toHaveLength(4);
  });
});

describe('files dropped on a view', () => {
  test.each([
    ['words', ['dev/dev.data.txt', 'dev/dev.gold.txt'], 'wic'],
    ['words', ['train/train.data.txt', 'train/train.gold.txt'], 'wic'],
    ['words', ['c/bank/train.data.txt', 'c/bank/test.data.txt'], 'wsd'],
    ['words', ['a.data.xml', 'a.gold.key.txt'], 'wsd'],
    ['words', ['notes.txt'], 'words'],
    ['syntax', ['wsj_0001.mrg'], 'trees'],
    ['sentences', ['STS12/STS.input.MSRpar.txt', 'STS12/STS.gs.MSRpar.txt'], 'sts'],
    ['sentences', ['sts-dev.tsv'], 'sts'],
    ['explore', ['notes.txt'], undefined],
    ['paper', ['dev.data.txt', 'dev.gold.txt'], 'wic'],
    ['paper', ['c/bank/train.data.txt', 'c/bank/test.data.txt'], 'wsd'],
    ['compare', ['a.data.xml', 'a.gold.key.txt'], 'wsd'],
    ['compare', ['STS12/STS.input.MSRpar.txt', 'STS12/STS.gs.MSRpar.txt'], 'sts'],
    ['paper', ['wsj_0001.mrg'], 'trees'],
    ['paper', ['notes.txt'], undefined],
    ['compare', ['notes.txt'], 'words'],
    ['compare', ['m/config.json', 'm/vocab.txt'], undefined],
    ['words', ['m/config.json', 'm/vocab.txt'], undefined],
  ])('%s: %j are %s', async (view, paths, expected) => {
    expect(
      await guessData(
        view,
        paths.map((path) => given(path, 'a\tb\n')),
      ),
    ).toBe(expected);
  });

  test('are told by a table’s first line where their names do not say', async () => {
    const labelled = given('dev.tsv', 'sentence\tlabel\nfine\t1\n');
    for (const view of ['sentences', 'paper', 'compare'])
      expect(await guessData(view, [labelled])).toBe('labels');
    const sick = given('x.txt', 'pair_ID\tsentence_A\tsentence_B\trelatedness_score\n1\ta\tb\t3\n');
    const benchmark = given('x.csv', 'main\tfile\t2012\t0001\t5.000\tA one.\tA two.\n');
    for (const pairs of [sick, benchmark]) expect(await guessData('paper', [pairs])).toBe('sts');
    expect(await guessData('paper', [given('x.csv', 'id,text\n1,fine\n')])).toBeUndefined();
  });
});
