import { describe, expect, it } from 'vitest';
import { alternate, ratios } from './alternate.ts';

describe('alternate', () => {
  it('warms every peer up, then measures each once a round, turning their order round', async () => {
    const order: string[] = [];
    const peer = (name: string, figure: number) => () => {
      order.push(name);
      return Promise.resolve(figure + order.length);
    };
    const found = await alternate({ a: peer('a', 10), b: peer('b', 20) }, 2);
    expect(order).toEqual(['a', 'b', 'a', 'b', 'b', 'a']);
    expect(found.get('a')).toEqual([13, 16]);
    expect(found.get('b')).toEqual([24, 25]);
  });
});

describe('ratios', () => {
  it('are of the same round', () => {
    expect(ratios([4, 9], [2, 3])).toEqual([2, 3]);
  });
});
