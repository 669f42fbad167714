import { describe, expect, it } from 'vitest';
import type { SenseItem, SenseText } from '../../datasets/index.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { TEXT, until } from '../testing/stopped-text.ts';
import { geometry } from './geometry.ts';
import { selfSimilarity } from './self-similarity.ts';
import { sts } from './sts.ts';
import { wic } from './wic.ts';
import { wsd } from './wsd.ts';

const settings = {
  name: 'x',
  specials: 'include',
  seed: 3,
  treatment: { cut: [], where: 'after' } as Treatment,
  columns: [0, 3],
} as const;
const WHITEN = { cut: [], where: 'after', remedy: { kind: 'whiten' } } as const;

describe('the geometry of a text that was stopped', () => {
  const ask = { ...settings, sentences: TEXT, pairs: 400, points: 60 };

  it('is that of a random part of the text, and says of how much', async () => {
    const result = await geometry(new FakeModel(), ask, until(60));
    const { part, before, pairs, points, layers } = result;
    expect(part).toEqual({ counted: result.sentences, of: TEXT.length });
    expect(result.sentences).toBeGreaterThanOrEqual(60);
    expect(result.sentences).toBeLessThan(TEXT.length);
    // the shortest alone would have at most 17 words
    const mean = result.tokens / result.sentences;
    expect(mean).toBeGreaterThan(15);
    // as many as of the whole: a picture of a handful would show nothing
    expect(points).toHaveLength(60);
    expect(pairs.sample.left).toHaveLength(400);
    expect(before.points).toHaveLength(layers * points.length * result.dims);
    expect([...before.points].every(Number.isFinite)).toBe(true);
    expect(result.pairsComplete).toBe(false);
    expect(before.cosines).toHaveLength(layers * pairs.sample.left.length);
    expect(pairs.sample.squares.every((square) => square > 0)).toBe(true);
    expect(before.cosines).toEqual(cosinesOf(pairs.sample, new Map(), []));
    // every point is a token of a sentence that came, and no other
    for (const { text, sentence, position } of points)
      if (position > 0 && text !== '[SEP]') expect(TEXT[sentence]?.split(' ')[position - 1]).toBe(text);
  });

  it('is measured again on the very same part', async () => {
    const { part } = await geometry(new FakeModel(), ask, until(60));
    const first = await geometry(new FakeModel(), ask, until(60));
    const again = await geometry(new FakeModel(), { ...ask, stopAt: part?.counted });
    expect(again.part).toEqual(first.part);
    expect(again.points).toEqual(first.points);
    expect(again.tokens).toBe(first.tokens);
    expect(again.pairs.sample.dots).toEqual(first.pairs.sample.dots);
    again.before.anisotropy?.forEach((value, layer) => {
      expect(value).toBeCloseTo(first.before.anisotropy?.[layer] ?? NaN, 12);
    });
  });

  it('fits a remedy on the part alone when that is measured again', async () => {
    const model = new FakeModel();
    const { part } = await geometry(model, ask, until(60));
    const ran = model.ran.reduce((sum, [sentences]) => sum + sentences, 0);
    const again = new FakeModel();
    const { after } = await geometry(again, { ...ask, treatment: WHITEN, stopAt: part?.counted });
    expect(again.ran.reduce((sum, [sentences]) => sum + sentences, 0)).toBe(2 * ran);
    expect(after?.mean.every((value) => Math.abs(value) < 1e-3)).toBe(true);
  });

  it('is none while a remedy is still being fitted, or of too little', async () => {
    const code = { code: 'nothing-counted' };
    const fitting = geometry(new FakeModel(), { ...ask, treatment: WHITEN }, until(1));
    await expect(fitting).rejects.toMatchObject(code);
    const few = geometry(new FakeModel(), { ...ask, pairs: 1, points: 1 }, until(1));
    await expect(few).rejects.toMatchObject(code);
  });

  it('is whole where it is enough only at the end', async () => {
    const whole = await geometry(new FakeModel(), ask);
    expect(whole.part).toBeUndefined();
    expect(await geometry(new FakeModel(), ask, until(TEXT.length))).toEqual(whole);
  });
});

describe('the self-similarity of words in a text that was stopped', () => {
  const ask = { ...settings, sentences: TEXT, least: 10, most: 100, pairs: 300 };

  it('is that of the words in enough of the sentences that came', async () => {
    const whole = (await selfSimilarity(new FakeModel(), ask)).result;
    const { result, held } = await selfSimilarity(new FakeModel(), ask, until(60));
    const { words, part, pairs, starts, before } = result;
    expect(part).toEqual({ counted: result.sentences, of: TEXT.length });
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(whole.words.length);
    expect(words.every(({ occurrences }) => occurrences >= 10)).toBe(true);
    const all = new Map(whole.words.map(({ form, occurrences }) => [form, occurrences]));
    for (const { form, occurrences } of words) expect(occurrences).toBeLessThan(all.get(form) ?? 0);
    expect(result.eligible).toBeGreaterThanOrEqual(words.length);
    expect(before).toHaveLength(3 * words.length);
    expect([...before].every(Number.isFinite)).toBe(true);
    expect(starts).toHaveLength(words.length + 1);
    expect(starts.at(-1)).toBe(pairs.sample.left.length);
    expect(pairs.sample.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    // a vector that has not come would be zero
    expect(pairs.sample.squares.every((square) => square > 0)).toBe(true);
    expect(held.tokens).toBe(pairs.sample.items);
  });

  it('is exactly what that part gives as a text of its own', async () => {
    const one = { ...ask, least: 2, pairs: 1e6 };
    const { result } = await selfSimilarity(new FakeModel(), one, until(60));
    const again = (await selfSimilarity(new FakeModel(), { ...one, stopAt: result.sentences })).result;
    expect(again.words).toEqual(result.words);
    again.before.forEach((value, i) => {
      expect(value).toBeCloseTo(result.before[i] ?? NaN, 12);
    });
    // all pairs of all occurrences are held: their means are those of the sums
    const { sample } = result.pairs;
    const cosines = cosinesOf(sample, new Map(), []);
    result.words.forEach((_, word) => {
      const own = cosines.subarray(result.starts[word], result.starts[word + 1]);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      expect(mean).toBeCloseTo(result.before[word] ?? NaN, 9);
    });
    expect(result.pairsComplete).toBe(true);
  });

  it('is none where no word has come often enough', async () => {
    const few = selfSimilarity(new FakeModel(), { ...ask, least: 25 }, until(1));
    await expect(few).rejects.toMatchObject({ code: 'nothing-counted' });
  });
});

describe('pairs that were stopped', () => {
  const pairs = Array.from({ length: 150 }, (_, i) => ({
    line: i + 1,
    sentences: [TEXT[i] ?? '', TEXT[149 - i] ?? ''] as const,
    score: i / 30,
  }));
  const subsets = [
    { name: 'a', pairs: pairs.slice(0, 50) },
    { name: 'b', pairs: pairs.slice(50) },
  ];
  const ask = { ...settings, subsets };

  it('are a random part of every subset, each with both of its sentences', async () => {
    const whole = await sts(new FakeModel(), ask);
    const some = await sts(new FakeModel(), ask, until(100));
    const count = some.measured.length;
    expect(some.part).toEqual({ counted: count, of: 150 });
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(100);
    expect(some.sentences).toBe(2 * count);
    expect([...some.measured]).toEqual([...some.measured].sort((a, b) => a - b));
    expect(some.measured[0]).toBeLessThan(50);
    expect(some.measured.at(-1)).toBeGreaterThan(100);
    expect([...some.starts]).toEqual([0, some.measured.filter((p) => p < 50).length, count]);
    const [all, own] = [whole, some].map(({ before }) => cosinesOf(before.sample, before.columns, [3]));
    for (const [place, p] of some.measured.entries()) {
      expect(some.scores[place]).toBe(pairs[p]?.score);
      for (let layer = 0; layer < 3; layer++)
        expect(own?.[layer * count + place]).toBe(all?.[layer * 150 + p]);
    }
  });

  it('are measured again as the very same, whatever is done to them', async () => {
    const some = await sts(new FakeModel(), ask, until(100));
    const stopAt = some.measured.length;
    const again = await sts(new FakeModel(), { ...ask, stopAt });
    expect(again).toEqual(some);
    const treatment = { cut: [3], where: 'inside' } as const;
    const inside = await sts(new FakeModel(), { ...ask, treatment, stopAt });
    expect(inside.measured).toEqual(some.measured);
    expect(inside.part).toEqual(some.part);
    expect(inside.after).not.toEqual(some.after);
  });

  it('are none before the first few have come', async () => {
    await expect(sts(new FakeModel(), ask, until(1))).rejects.toMatchObject({ code: 'nothing-counted' });
  });

  it('hold for Word in Context, too, in however many parts memory allows', async () => {
    const asked = {
      ...settings,
      pairs: pairs.map(({ line, sentences: [one, other] }) => ({
        line,
        word: 'w',
        kind: 'N' as const,
        sentences: [one.split(' '), other.split(' ')] as const,
        places: [0, 0] as const,
        same: line % 2 === 0,
      })),
    };
    const whole = await wic(new FakeModel(), asked);
    const some = await wic(new FakeModel(), asked, until(100));
    expect(some.part?.of).toBe(150);
    const memory = 2 * 3 * 4 * 4 * 40;
    const inParts = await wic(new FakeModel(), asked, { ...until(100), memory });
    expect(inParts.part?.counted).toBeGreaterThan(20);
    for (const one of [some, inParts]) {
      const cosines = cosinesOf(one.before.sample, new Map(), []);
      const all = cosinesOf(whole.before.sample, new Map(), []);
      for (const [place, p] of one.measured.entries()) {
        expect(one.same[place]).toBe(p % 2);
        expect(cosines[place]).toBe(all[p]);
      }
    }
  });
});

describe('word senses that were stopped', () => {
  const text = (copies: number, first: number): SenseText => {
    const lines = Array.from({ length: 40 * copies }, (_, i) => ({ lemma: `l${i % 40}`, id: first + i }));
    return {
      sentences: lines.map(({ id }) => [`${10 + (id % 300)}`, '5', ...Array<string>(id % 9).fill('7')]),
      items: lines.map(({ lemma, id }, sentence): SenseItem => ({
        from: String(sentence),
        sentence,
        place: 0,
        placeEnd: 1,
        lemma,
        senses: [id % 2 === 0 ? 'even' : 'odd'],
      })),
    };
  };
  const ask = { ...settings, data: { train: text(3, 0), test: text(2, 151) }, neighbours: 2, pairs: 1000 };

  it('are those of whole words, told by all that is labelled of them', async () => {
    const whole = await wsd(new FakeModel(), ask);
    const some = await wsd(new FakeModel(), ask, until(90));
    expect(some.part).toEqual({ counted: some.words.length, of: 40 });
    expect(some.words.length).toBeGreaterThan(5);
    expect(some.words.length).toBeLessThan(30);
    expect(some.words.every(({ labelled, items }) => labelled === 3 && items === 2)).toBe(true);
    expect(some.measured).toHaveLength(2 * some.words.length);
    expect([...some.word]).toEqual(some.words.flatMap((_, w) => [w, w]));
    for (let layer = 0; layer < 3; layer++)
      for (const [place, item] of some.measured.entries()) {
        const cell = (layer * some.measured.length + place) * 2;
        const inWhole = (layer * whole.measured.length + whole.measured.indexOf(item)) * 2;
        for (const n of [0, 1]) {
          expect(some.before.index[cell + n]).toBe(whole.before.index[inWhole + n]);
          expect(some.before.cosine[cell + n]).toBeCloseTo(whole.before.cosine[inWhole + n] ?? NaN, 6);
        }
      }
    expect(some.pairs?.starts).toHaveLength(some.measured.length + 1);
    expect(some.sentences).toBe(5 * some.words.length);
    expect(await wsd(new FakeModel(), { ...ask, stopAt: some.words.length })).toEqual(some);
  });
});
