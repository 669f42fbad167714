import { describe, expect, it } from 'vitest';
import type { SenseItem, SenseText } from '../../datasets/index.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import { NONE, type WsdRequest } from '../../protocol/experiments/wsd.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { wsd } from './wsd.ts';

/** Sentences of which the word in brackets has a sense: `3 [8] 4|bank|river`. */
function text(...lines: readonly string[]): SenseText {
  const items = lines.map((line, sentence): SenseItem => {
    const [words = '', lemma = '', sense = ''] = line.split('|');
    const place = words.split(' ').findIndex((word) => word.startsWith('['));
    return { from: line, sentence, place, placeEnd: place + 1, lemma, senses: [sense] };
  });
  return {
    sentences: lines.map((line) => (line.split('|')[0] ?? '').replace(/[[\]]/g, '').split(' ')),
    items,
  };
}

const ask = (train: SenseText, test: SenseText, more: Partial<WsdRequest> = {}): WsdRequest => ({
  name: 'x',
  data: { train, test },
  specials: 'include',
  seed: 1,
  treatment: { cut: [], where: 'after' },
  columns: [],
  neighbours: 2,
  pairs: 100,
  ...more,
});

// the fake model's vectors are [id, position, layer, -10]: alike where ids and positions are
const TRAIN = text('[5] 3|a|low', '[500] 3|a|high', '4 [7]|b|x');
const TEST = text('[400] 3|a|high', '[6]|a|low', '[9] 4|b|x');

describe('word senses by the nearest neighbour', () => {
  it('finds the nearest labelled vectors of the same lemma', async () => {
    const { words, measured, word, before, after } = await wsd(new FakeModel(), ask(TRAIN, TEST));
    expect(words).toEqual([
      { lemma: 'a', labelled: 2, items: 2 },
      { lemma: 'b', labelled: 1, items: 1 },
    ]);
    expect([...measured]).toEqual([0, 1, 2]);
    expect([...word]).toEqual([0, 0, 1]);
    expect([...before.index.subarray(0, 6)]).toEqual([1, 0, 0, 1, 2, NONE]);
    expect(before.cosine[5]).toBeNaN();
    expect(after).toBe(before);
  });

  it('compares what the treatment leaves as well', async () => {
    const treatment = { cut: [0], where: 'after' } as const;
    const { before, after } = await wsd(new FakeModel(), ask(TRAIN, TEST, { treatment, neighbours: 1 }));
    expect([...before.index.subarray(0, 2)]).toEqual([1, 0]);
    // without its id a word at the start of a sentence is like any other there: the first is taken
    expect([...after.index.subarray(0, 2)]).toEqual([0, 0]);
  });

  it('holds every item with every labelled one where they are few, with the columns asked for', async () => {
    const { pairs, before } = await wsd(new FakeModel(), ask(TRAIN, TEST, { columns: [0] }));
    expect([...(pairs?.starts ?? [])]).toEqual([0, 2, 4, 5]);
    expect([...(pairs?.labelled ?? [])]).toEqual([0, 1, 0, 1, 2]);
    if (!pairs) return;
    const cosines = cosinesOf(pairs.sample, pairs.columns, []);
    expect(cosines[1]).toBeCloseTo(before.cosine[0] ?? NaN, 6);
    expect(pairs.columns.get(0)?.[pairs.sample.left[0] ?? NaN]).toBe(400);
    const { pairs: none } = await wsd(new FakeModel(), ask(TRAIN, TEST, { pairs: 4 }));
    expect(none).toBeUndefined();
  });

  it('gives the same in however many parts memory allows', async () => {
    const whole = await wsd(new FakeModel(), ask(TRAIN, TEST, { pairs: 0 }));
    const model = new FakeModel();
    expect(await wsd(model, ask(TRAIN, TEST, { pairs: 0 }), { memory: 1 })).toEqual(whole);
    expect(model.ran.length).toBeGreaterThan(1);
  });

  it('names the sentences that lost their end, of the words that it measures', async () => {
    const train = text('[5] 3 4 6|a|low', '[7] 3 4 6|c|x', '[5]|a|low');
    const test = text('[4]|a|low', '[4] 3 4 6|a|low', '3 4 6 [8]|a|low');
    const { truncated } = await wsd(new FakeModel(5), ask(train, test));
    expect(truncated).toEqual([0, 4]);
  });

  it('counts and lists what it cannot measure', async () => {
    const train = text('[5] 3|a|low', '5|a|low');
    const test = text('[400] 3|a|high', '[6]|c|low');
    const { missing, measured } = await wsd(new FakeModel(), ask(train, test));
    expect([...measured]).toEqual([0]);
    expect(missing).toEqual([
      { from: '5|a|low', why: 'no-place' },
      { from: '[6]|c|low', why: 'no-label' },
    ]);
    await expect(wsd(new FakeModel(), ask(train, text('[6]|c|low')))).rejects.toMatchObject({
      code: 'no-items',
    });
  });
});
