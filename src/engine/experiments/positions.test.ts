import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { at } from '../../core/at.ts';
import { loadModel } from '../node/index.ts';
import { movePositions } from '../move-positions.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { positions } from './positions.ts';

// the fake model's vector of token id at position p is [id, p, layer, -10]
const POSITION = 1;
const request = {
  sentences: ['3 4 5', '6 4', '4 7 8 6 5'],
  specials: 'include',
  dims: [0, POSITION],
  move: { kind: 'as-they-are' },
} as const;

describe('a dimension that is the position', () => {
  it('is explained by positions wholly, and known at each', async () => {
    const { followed, positionCounts, tokens } = await positions(new FakeModel(), request);
    const [, position] = followed;
    expect(position?.dim).toBe(POSITION);
    expect(at(position?.byPosition ?? [], 0)).toBeCloseTo(1, 12);
    expect(at(position?.byBoth ?? [], 0)).toBeCloseTo(1, 12);
    expect(at(position?.byFrequency ?? [], 0)).toBeLessThan(0.9);
    expect([...(position?.atPosition ?? [])].slice(0, positionCounts.length)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...positionCounts]).toEqual([3, 3, 3, 3, 2, 1, 1]);
    expect(tokens).toBe(16);
  });

  it('shows what the network was told: shifted by five, it is five more everywhere', async () => {
    const shifted = await positions(new FakeModel(), { ...request, move: { kind: 'shifted', by: 5 } });
    expect([...(shifted.followed[1]?.atPosition ?? [])].slice(0, 7)).toEqual([5, 6, 7, 8, 9, 10, 11]);
  });

  it('has the same mean when positions are shuffled, since each sentence keeps its own places', async () => {
    const whole = await positions(new FakeModel(), request);
    const move = { kind: 'shuffled', seed: 2 } as const;
    const shuffled = await positions(new FakeModel(), { ...request, move });
    expect(at(shuffled.followed[1]?.mean ?? [], 0)).toBeCloseTo(at(whole.followed[1]?.mean ?? [], 0), 6);
    expect(at(shuffled.followed[1]?.byPosition ?? [], 0)).toBeLessThan(0.9);
    const again = await positions(new FakeModel(), { ...request, move });
    expect(again.followed).toEqual(shuffled.followed);
  });

  it('counts frequencies on the text itself, in bins of powers of two', async () => {
    const { frequencyCounts, followed } = await positions(new FakeModel(), {
      ...request,
      specials: 'exclude',
    });
    // 3, 7 and 8 once; 5 and 6 twice, 4 three times
    expect([...frequencyCounts]).toEqual([3, 7]);
    expect([...(followed[0]?.atFrequency ?? [])].slice(0, 2)).toEqual([6, (2 * 5 + 2 * 6 + 3 * 4) / 7]);
  });

  it('cannot be shifted beyond the model’s positions', async () => {
    const move = { kind: 'shifted', by: 60 } as const;
    await expect(positions(new FakeModel(), { ...request, move })).rejects.toMatchObject({
      code: 'shift-too-far',
    });
  });
});

it('a shuffled sentence has each of its places once, another order for another seed', () => {
  const ids = Uint32Array.from({ length: 30 }, (_, i) => i * 7);
  const order = (seed: number) => {
    const { places } = movePositions({ kind: 'shuffled', seed }, { longest: 30, most: 64 });
    return Array.from(places?.(ids) ?? []);
  };
  expect(order(1).toSorted((a, b) => a - b)).toEqual([...ids.keys()]);
  expect(order(1)).not.toEqual(order(2));
  expect(order(1)).not.toEqual([...ids.keys()]);
});

it('in a real network position embeddings times zero are what every place the same would be', async () => {
  const folder = fileURLToPath(new URL('../../graph/fixtures/bert-f32/', import.meta.url));
  const model = await loadModel(folder, { threads: 1 });
  const text = { ...request, sentences: ['The dog barked.', 'Cats sleep here.'], dims: [3] };
  const whole = await positions(model, text);
  const zero = await positions(model, { ...text, move: { kind: 'zero' } });
  expect(zero.followed[0]?.mean).not.toEqual(whole.followed[0]?.mean);
  await model.encoder.release();
});
