import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { haveRealData } from '../../../scripts/real-input.ts';
import { measureReal } from '../testing/measure-real.ts';
import { expectNear } from '../testing/near.ts';

const F1 = 0.1;

const figures = { before: v.number(), after: v.number() };
const report = v.object({
  layers: v.array(v.object({ ...figures, l1: v.object(figures), l2: v.object(figures) })),
  baselines: v.object({ right: v.number(), left: v.number(), balanced: v.number(), random: v.number() }),
  trees: v.number(),
  scored: v.number(),
});

describe.skipIf(!haveRealData)('trees of GUM, of all-MiniLM-L6-v2 with 223 cut', () => {
  let found: v.InferOutput<typeof report>;
  beforeAll(() => {
    found = v.parse(report, measureReal('syntax', 'trees', '--cut', '223'));
  });

  it('are 3,091 of 4,636', () => {
    expect(found).toMatchObject({ trees: 4636, scored: 3091 });
  });

  it('are found by the cosine as with PyTorch, and better after the cut', () => {
    const of = (when: 'before' | 'after') => found.layers.map((layer) => layer[when]);
    expectNear(of('before'), [20.63, 21.91, 23.11, 24.94, 23.01, 20.94, 22.32], F1);
    expectNear(of('after'), [20.72, 21.89, 24.27, 26.22, 24.25, 22.33, 22.32], F1);
  });

  it('are found by L2 as with PyTorch', () => {
    const of = (when: 'before' | 'after') => found.layers.map((layer) => layer.l2[when]);
    expectNear(of('before'), [16.66, 21.76, 21.46, 20.9, 19.32, 16.74, 19.47], F1);
    expectNear(of('after'), [16.64, 21.64, 21.32, 20.77, 19.16, 16.55, 19.47], F1);
  });

  it('are found better without vectors, branching to the right', () => {
    const { right, left, balanced, random } = found.baselines;
    expectNear([right, left, balanced], [47.56, 7.45, 28.58], F1);
    expectNear([random], [20.55], 3 * 0.21);
  });
});
