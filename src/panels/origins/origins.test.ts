import { describe, expect, it } from 'vitest';
import { endOf } from '../../charts/life/life-layout.ts';
import { TERMS } from '../../measures/life.ts';
import type { FollowedDimension } from '../../protocol/experiments/positions.ts';
import type { LifeResult } from '../../protocol/experiments/life.ts';
import { explainedTitle, firstAndRest } from './explained-title.ts';
import { lifeStages, stepAt, strongestStep } from './life-stages.ts';

/** Two dimensions in two layers; of dimension 7 the embeddings' terms are 1..6, the layer's 10, .1, .2, ... */
function result(parts: Partial<LifeResult> = {}): LifeResult {
  const mean = new Float64Array(2 * 2 * TERMS);
  for (let t = 0; t < 6; t++) mean[2 * TERMS + t] = t + 1;
  for (let t = 0; t < TERMS; t++) mean[3 * TERMS + t] = t === 0 ? 21 : t / 10;
  return {
    dims: [3, 7],
    layers: 2,
    embeddings: true,
    segments: true,
    mean,
    averaged: 1,
    tokens: {
      text: ['[CLS]'],
      id: Uint32Array.of(1),
      sentence: new Uint32Array(1),
      position: new Uint16Array(1),
      kind: new Uint8Array(1),
      continues: new Uint8Array(1),
    },
    each: new Float32Array(2 * 2 * TERMS).fill(1),
    largestError: 1e-6,
    truncated: [],
    sentences: 1,
    measured: 1,
    ...parts,
  };
}

describe('the stages of a life', () => {
  it('begin with nothing, and each later one with what the last came to', () => {
    const [first, second] = lifeStages(result(), 7, undefined);
    expect(first).toMatchObject({ from: 0 });
    expect(first && endOf(first)).toBe(21);
    expect(second?.from).toBe(21);
    expect(second?.steps).toHaveLength(TERMS - 1);
  });

  it('leave out a table of segments that there is none of, and are one step where embeddings are projected', () => {
    expect(lifeStages(result({ segments: false }), 7, undefined)[0]?.steps).toHaveLength(5);
    expect(lifeStages(result({ embeddings: false }), 7, undefined)[0]?.steps).toEqual([
      { kind: 'embedding', name: 'embeddings, projected', value: 1 },
    ]);
  });

  it('are a token’s own where one is chosen, and none of a dimension that was not followed', () => {
    expect(lifeStages(result(), 7, 0)[0]?.steps.map(({ value }) => value)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(lifeStages(result(), 8, undefined)).toEqual([]);
  });

  it('name the step that adds most of its own, which no normalization or scale does', () => {
    const strongest = strongestStep(lifeStages(result(), 7, undefined));
    expect(strongest).toMatchObject({ layer: 0, step: { kind: 'shift', value: 6 } });
  });

  it('can be read step by step, with what the value is after each', () => {
    const stages = lifeStages(result(), 7, undefined);
    expect(stepAt(stages, 2)).toMatchObject({ layer: 0, to: 6 });
    expect(stepAt(stages, 6)).toMatchObject({ layer: 1, to: 21.1 });
    expect(stepAt(stages, 14)).toBeUndefined();
  });
});

describe('the title of position or frequency', () => {
  const found = (byPosition: number, byFrequency: number): FollowedDimension => ({
    dim: 7,
    mean: new Float64Array(1),
    z: new Float64Array(1),
    smallest: new Float64Array(1),
    largest: new Float64Array(1),
    byPosition: Float64Array.of(byPosition),
    byFrequency: Float64Array.of(byFrequency),
    byBoth: new Float64Array(1),
    atPosition: new Float64Array(1),
    atFrequency: new Float64Array(1),
  });
  it.each([
    [0.4, 0.2, /^Position explains more of 7 in embeddings: position 40 %, word frequency 20 %/],
    [0.1, 0.3, /^Word frequency explains more/],
    [0.01, 0.02, /^Neither explains much/],
    [NaN, NaN, /needs values that differ/],
  ])('says of %f and %f which accounts for more', (position, frequency, title) => {
    expect(explainedTitle(found(position, frequency), 0)).toMatch(title);
  });
  it('weighs the other positions by their tokens, and passes over those without any', () => {
    const values = Float64Array.of(5, 1, NaN, 4);
    expect(firstAndRest(values, Uint32Array.of(9, 2, 0, 1))).toEqual({ first: '5.00', rest: '2.00' });
  });
});
