import { describe, expect, it } from 'vitest';
import type { ProbeProgress } from '../../protocol/experiments/position-probe.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { positionProbe } from './position-probe.ts';

// the fake model's vector of token id at position p is [id, p, layer, -10]
const line = (i: number) => `${3 + (i % 5)} ${4 + (i % 3)} ${3 + (i % 4)}`;
const request = {
  name: 'numbers',
  train: Array.from({ length: 200 }, (_, i) => line(i)),
  test: [line(0), '8 8 8', '7 9 7 9 7'],
  specials: 'exclude',
  seed: 3,
  dims: [1],
} as const;

describe('a probe of positions', () => {
  it('learns from the positions that it has seen, and leaves out sentences that it has learned from', async () => {
    const found = await positionProbe(new FakeModel(), request);
    // three words, after [CLS] at position 0
    expect(found).toMatchObject({ classes: 4, duplicates: 1, trained: 600, sentences: 202 });
    // of the five words of the last sentence three stand at positions that were seen
    expect(found.tested).toBe(6);
    expect(found.layers).toHaveLength(3);
    expect(found.majority).toBeCloseTo(1 / 3, 12);
    for (const { accuracy, followed, meanContribution, top } of found.layers) {
      expect(accuracy).toBeGreaterThanOrEqual(0);
      expect(meanContribution).toBeGreaterThan(0);
      expect(followed[0]).toEqual(top.find(({ dim }) => dim === 1));
      expect(top.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    }
  });

  it('is the same for the same seed, another for another, and however little memory there is', async () => {
    const whole = await positionProbe(new FakeModel(), request);
    const model = new FakeModel();
    const layerwise = await positionProbe(model, request, { memory: 1 });
    expect(layerwise).toEqual(whole);
    const other = await positionProbe(new FakeModel(), { ...request, seed: 4 });
    expect(other.layers[0]?.meanContribution).not.toBe(whole.layers[0]?.meanContribution);
  });

  it('says how far it is, by layer', async () => {
    const said: ProbeProgress[] = [];
    await positionProbe(new FakeModel(), request, { onProgress: (progress) => said.push(progress) });
    const done = said.filter(({ doing }) => doing === 'training').map((one) => one.done);
    expect(done.filter(Number.isInteger)).toEqual(expect.arrayContaining([0, 1, 2, 3]));
    // and within each layer, without which nobody could tell how long the first takes
    expect(done.filter((one) => one > 0 && one < 1).length).toBeGreaterThan(1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('needs sentences to tell that it has not learned from', async () => {
    await expect(positionProbe(new FakeModel(), { ...request, test: [line(1)] })).rejects.toMatchObject({
      code: 'no-items',
    });
  });
});
