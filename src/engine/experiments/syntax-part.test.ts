import { describe, expect, it } from 'vitest';
import { DISTANCES, distancesOf } from '../../measures/neighbour-distances.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { TEXT, until } from '../testing/stopped-text.ts';
import { syntax } from './syntax.ts';

const WHITEN = { cut: [], where: 'after', remedy: { kind: 'whiten' } } as const;

describe('trees that were stopped', () => {
  const settings = { name: 'x', specials: 'include', seed: 3, columns: [0, 3] } as const;
  const nothing = { cut: [], where: 'after' } as const;
  const ask = { ...settings, treatment: nothing, sentences: TEXT.map((sentence) => sentence.split(' ')) };
  const cut = { ...ask, treatment: { cut: [3], where: 'after' } } as const;

  it('are those of a random part of the sentences, each as in the whole', async () => {
    const whole = await syntax(new FakeModel(), cut);
    const some = await syntax(new FakeModel(), cut, until(60));
    const count = some.measured.length;
    expect(whole.part).toBeUndefined();
    expect(some.part).toEqual({ counted: count, of: TEXT.length });
    expect(count).toBeGreaterThanOrEqual(60);
    expect(count).toBeLessThan(TEXT.length);
    expect([...some.measured]).toEqual([...some.measured].sort((a, b) => a - b));
    // the shortest alone would have at most 17 words
    expect(ask.sentences[some.measured.at(-1) ?? 0]?.length).toBeGreaterThan(30);
    expect(some.tokens).toBeLessThan(whole.tokens);
    const [all, own] = [whole, some].map(({ before }) =>
      DISTANCES.map((kind) => [distancesOf(kind, before, []), distancesOf(kind, before, [3])]),
    );
    const pairs = [whole, some].map(({ starts }) => starts.at(-1) ?? 0);
    for (const [place, sentence] of some.measured.entries())
      for (const layer of [0, 2]) {
        const rows = (distances: Float64Array, { starts }: typeof some, at: number, of = 0) =>
          distances.slice(layer * of + (starts[at] ?? 0), layer * of + (starts[at + 1] ?? 0));
        DISTANCES.forEach((kind, k) => {
          expect(rows(some.after[kind], some, place, pairs[1])).toEqual(
            rows(whole.after[kind], whole, sentence, pairs[0]),
          );
          own?.[k]?.forEach((distances, side) => {
            const same = all?.[k]?.[side] ?? new Float64Array();
            expect(rows(distances, some, place, pairs[1])).toEqual(rows(same, whole, sentence, pairs[0]));
          });
        });
      }
  });

  it('are measured again on the very same part, a remedy fitted on it alone', async () => {
    const some = await syntax(new FakeModel(), cut, until(60));
    expect(await syntax(new FakeModel(), { ...cut, stopAt: some.measured.length })).toEqual(some);
    const remedied = { ...ask, treatment: WHITEN, stopAt: some.measured.length };
    const model = new FakeModel();
    await syntax(model, remedied);
    expect(model.ran.reduce((sum, [sentences]) => sum + sentences, 0)).toBe(2 * some.measured.length);
  });

  it('are none where no sentence has come', async () => {
    const fitting = syntax(new FakeModel(), { ...ask, treatment: WHITEN }, until(1));
    await expect(fitting).rejects.toMatchObject({ code: 'nothing-counted' });
  });
});
