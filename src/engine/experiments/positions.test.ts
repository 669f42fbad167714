import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../core/at.ts';
import { loadModel, type NodeModel } from '../node/index.ts';
import { movePositions } from '../move-positions.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { positions } from './positions.ts';

/** Both round at every step. */
const CLOSE = 1e-4;

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

  it('measures a text that is held in parts as it would in one piece', async () => {
    // more sentences than are tokenized at a time
    const sentences = Array.from({ length: 4200 }, (_, i) => (i % 3 === 0 ? '3 4' : '5 6 7'));
    const { positionCounts, frequencyCounts, tokens, followed } = await positions(new FakeModel(), {
      ...request,
      specials: 'exclude',
      sentences,
    });
    expect(tokens).toBe(1400 * 2 + 2800 * 3);
    // the first place is [CLS]'s
    expect([...positionCounts]).toEqual([0, 4200, 4200, 2800]);
    // 1,400 times each of two, 2,800 times each of three
    expect([...frequencyCounts].slice(10)).toEqual([2800, 8400]);
    expect([...(followed[1]?.atPosition ?? [])].slice(1, 4)).toEqual([1, 2, 3]);
  }, 30_000);

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

const Means = v.array(v.array(v.number()));
const Fixture = v.object({
  text: v.array(v.string()),
  dims: v.array(v.number()),
  seed: v.number(),
  shift: v.number(),
  models: v.array(
    v.object({
      name: v.string(),
      tokens: v.number(),
      moves: v.object({ 'as-they-are': Means, shuffled: Means, shifted: Means, zero: Means }),
      explained: v.array(v.array(v.tuple([v.number(), v.number(), v.number()]))),
    }),
  ),
});
// Remade by `python -m models.position_oracle`
const fixture = v.parse(
  Fixture,
  JSON.parse(readFileSync(new URL('./fixtures/positions.json', import.meta.url), 'utf8')),
);

describe.each(fixture.models)('$name told other positions, as PyTorch has it', (expected) => {
  const { text: sentences, dims, seed, shift } = fixture;
  const folder = fileURLToPath(new URL(`../../graph/fixtures/${expected.name}/`, import.meta.url));
  let model: NodeModel;
  beforeAll(async () => {
    model = await loadModel(folder, { threads: 1 });
  });
  afterAll(() => model.encoder.release());

  it.each([
    { kind: 'as-they-are' },
    { kind: 'shuffled', seed },
    { kind: 'shifted', by: shift },
    { kind: 'zero' },
  ] as const)('$kind', async (move) => {
    const found = await positions(model, { sentences, specials: 'include', dims, move });
    expect(found.tokens).toBe(expected.tokens);
    const means = expected.moves[move.kind];
    for (const [d, { mean }] of found.followed.entries())
      for (const [layer, value] of (means[d] ?? []).entries())
        expect(Math.abs(at(mean, layer) - value), `${dims[d]}, layer ${layer}`).toBeLessThan(CLOSE);
    // what is the same told otherwise would show nothing
    if (move.kind !== 'as-they-are') expect(means).not.toEqual(expected.moves['as-they-are']);
  });

  it('and what positions and frequencies explain of a dimension', async () => {
    const move = { kind: 'as-they-are' } as const;
    const { followed } = await positions(model, { sentences, specials: 'include', dims, move });
    for (const [d, { byPosition, byFrequency, byBoth }] of followed.entries())
      for (const [layer, shares] of (expected.explained[d] ?? []).entries())
        for (const [i, of] of [byPosition, byFrequency, byBoth].entries())
          expect(Math.abs(at(of, layer) - (shares[i] ?? NaN))).toBeLessThan(CLOSE);
  });
});
