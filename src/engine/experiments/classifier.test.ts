import { describe, expect, it } from 'vitest';
import type { LabelledSentence } from '../../datasets/index.ts';
import type { ClassifierRequest } from '../../protocol/experiments/classifier.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { classifier } from './classifier.ts';

/** Small numbers are of one class and large ones of the other; the fake model's first dimension is the number. */
const labelled = (...sentences: readonly string[]): LabelledSentence[] =>
  sentences.map((sentence, i) => ({
    line: i + 1,
    sentence,
    label: Number(sentence.split(' ')[0]) > 50 ? 'large' : 'small',
  }));

const ask = (more: Partial<ClassifierRequest> = {}): ClassifierRequest => ({
  name: 'x',
  train: labelled('90 80', '3', '5 8', '70', '4', '95', '7'),
  test: labelled('60 99', '6', '8 4 3'),
  specials: 'exclude',
  seed: 1,
  treatment: { cut: [], where: 'after' },
  columns: [],
  ...more,
});

describe('the classifier', () => {
  it('tells sentences by what it learned from others', async () => {
    const result = await classifier(new FakeModel(), ask());
    expect(result).toMatchObject({ classes: ['large', 'small'], trained: 7, tested: 3, majority: 2 / 3 });
    expect([...result.before]).toEqual([1, 1, 1]);
    expect(result.after).toEqual(result.before);
  });

  it('is trained anew on what the treatment leaves', async () => {
    const { after } = await classifier(new FakeModel(), ask({ treatment: { cut: [0], where: 'after' } }));
    expect([...after]).toEqual([2 / 3, 2 / 3, 2 / 3]);
    const inside = { cut: [0], where: 'inside' } as const;
    const { after: within } = await classifier(new FakeModel(), ask({ treatment: inside }));
    expect([...within]).toEqual([1, 2 / 3, 2 / 3]);
  });

  it('gives the same however few layers fit in memory at a time', async () => {
    const model = new FakeModel();
    expect(await classifier(model, ask(), { memory: 1 })).toEqual(await classifier(new FakeModel(), ask()));
    const once = new FakeModel();
    await classifier(once, ask());
    expect(model.ran).toHaveLength(3 * once.ran.length);
  });

  it('leaves out sentences without a token, and counts labels it never learned as wrong', async () => {
    const test = [
      ...ask().test,
      { line: 4, sentence: ' ', label: 'small' },
      { line: 5, sentence: '9', label: 'odd' },
    ];
    const { tested, before } = await classifier(new FakeModel(), ask({ test }));
    expect(tested).toBe(4);
    expect(before[1]).toBe(3 / 4);
  });

  it('learns from classes of one example, as from any other', async () => {
    const two = await classifier(new FakeModel(), ask({ train: labelled('90', '4') }));
    expect(two).toMatchObject({ classes: ['large', 'small'], trained: 2, majority: 1 / 3 });
    expect([...two.before]).toEqual([1, 1, 1]);
    const odd = { line: 9, sentence: '20', label: 'odd' };
    const three = await classifier(new FakeModel(), ask({ train: [...ask().train, odd] }));
    expect(three.classes).toEqual(['large', 'small', 'odd']);
    for (const share of three.before) expect([0, 1 / 3, 2 / 3, 1]).toContain(share);
  });

  it('tells vectors that are all the same as the most frequent class', async () => {
    const constant = { cut: [0, 1, 2, 3], where: 'after' } as const;
    const { after, majority } = await classifier(new FakeModel(), ask({ treatment: constant }));
    expect([...after]).toEqual([majority, majority, majority]);
  });

  it('says so when there is nothing to tell apart, or nothing to tell', async () => {
    const none = { code: 'no-items' };
    await expect(classifier(new FakeModel(), ask({ train: labelled('3', '4') }))).rejects.toMatchObject(none);
    await expect(classifier(new FakeModel(), ask({ test: [] }))).rejects.toMatchObject(none);
  });
});
