import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureModel } from '../testing/measure-model.ts';
import { expectNear } from '../testing/near.ts';

const standing = v.object({
  dim: v.number(),
  value: v.number(),
  rank: v.number(),
  fromLargest: v.number(),
  fromSmallest: v.number(),
});
const end = v.object({ dim: v.number(), z: v.number() });
const report = v.object({
  data: v.null(),
  positionEmbeddings: v.object({
    positions: v.number(),
    tails: v.array(v.object({ dim: v.number(), ranks: v.array(v.number()) })),
    first: v.array(v.object({ largest: end, smallest: end })),
  }),
  layerNorms: v.array(
    v.object({ layer: v.number(), after: v.string(), gamma: v.array(standing), beta: v.array(standing) }),
  ),
  feedForwardBiases: v.array(v.object({ layer: v.number(), bias: v.array(standing) })),
});

describe('the origins of 223 and 99 in all-MiniLM-L6-v2', () => {
  let found: v.InferOutput<typeof report>;
  beforeAll(async () => {
    const printed = await measureModel('origins', ['--dims', '223,99', '--json']);
    found = v.parse(report, JSON.parse(printed));
  });
  const norms = (after: string) => found.layerNorms.filter((norm) => norm.after === after);

  it('99 is the largest dimension of the first position embedding', () => {
    const [first] = found.positionEmbeddings.first;
    expect(first?.largest.dim).toBe(99);
    expectNear([first?.largest.z], [15.5], 0.05);
    expect(found.positionEmbeddings.positions).toBe(512);
  });

  it('223 is among the larger dimensions of the first six', () => {
    const [tail] = found.positionEmbeddings.tails;
    expect(tail?.dim).toBe(223);
    expect(tail?.ranks.slice(0, 6)).toEqual([22, 12, 12, 8, 8, 5]);
  });

  it('223 has the smallest shift of the LayerNorms after attention in layers 2 to 6', () => {
    const after = norms('attention').map(({ beta }) => beta[0]);
    expect(after).toHaveLength(6);
    expect(after.slice(1).map((one) => one?.fromSmallest)).toEqual([1, 1, 1, 1, 1]);
    expectNear(
      after.slice(1).map((one) => one?.value),
      [-1.16, -1.64, -1.04, -0.53, -0.55],
      0.005,
    );
  });

  it('223 has one of the largest scales there, but in the first layer', () => {
    expect(norms('attention').map(({ gamma }) => gamma[0]?.fromLargest)).toEqual([139, 3, 2, 2, 2, 9]);
  });

  it('223 has the smallest bias of the feed-forward blocks in layers 2 to 5', () => {
    const smallest = found.feedForwardBiases.filter(({ bias }) => bias[0]?.fromSmallest === 1);
    expect(smallest.map(({ layer }) => layer)).toEqual([2, 3, 4, 5]);
  });

  it('223 is dead after the last layer: scale and shift are next to zero', () => {
    const last = norms('feed-forward').at(-1);
    expectNear([last?.gamma[0]?.value, last?.beta[0]?.value], [0, 0], 1e-30);
  });
});
