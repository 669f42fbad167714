import { describe, expect, it } from 'vitest';
import { alternate, ratios } from './alternate.ts';

/** Machines that do so much else in each round. */
const watching = (cores: readonly number[]) => {
  let round = 0;
  return () => {
    const during = cores[round++] ?? 0;
    return () => ({ cores: during, busy: during > 0.1 });
  };
};

describe('alternate', () => {
  it('warms every peer up, then measures each once a round, turning their order round', async () => {
    const order: string[] = [];
    const peer = (name: string, figure: number) => () => {
      order.push(name);
      return Promise.resolve(figure + order.length);
    };
    const peers = { a: peer('a', 10), b: peer('b', 20) };
    const { figures, otherWork } = await alternate(peers, 2, { watch: watching([0, 0]) });
    expect(order).toEqual(['a', 'b', 'a', 'b', 'b', 'a']);
    expect(figures.get('a')).toEqual([13, 16]);
    expect(figures.get('b')).toEqual([24, 25]);
    expect(otherWork).toEqual({ cores: 0, busy: false });
  });

  it('measures again beside other work, and counts the quiet rounds', async () => {
    let round = 0;
    const peers = { a: () => Promise.resolve(++round) };
    const { figures, otherWork } = await alternate(peers, 2, {
      warmUp: false,
      watch: watching([0.05, 1, 0.02, 2]),
    });
    expect(round).toBe(3);
    expect([...(figures.get('a') ?? [])].sort((a, b) => a - b)).toEqual([1, 3]);
    expect(otherWork.busy).toBe(false);
  });

  it('gives up on a machine that stays busy, and says so', async () => {
    let round = 0;
    const peers = { a: () => Promise.resolve(++round) };
    const { figures, otherWork } = await alternate(peers, 2, {
      warmUp: false,
      watch: watching([2, 1, 2, 1]),
    });
    expect(round).toBe(4);
    expect([...(figures.get('a') ?? [])].sort((a, b) => a - b)).toEqual([2, 4]);
    expect(otherWork).toEqual({ cores: 1, busy: true });
  });
});

describe('ratios', () => {
  it('are of the same round', () => {
    expect(ratios([4, 9], [2, 3])).toEqual([2, 3]);
  });
});
