import { describe, expect, it } from 'vitest';
import { placeX, treeNodes, wordsLayout } from './tree-layout.ts';

describe('treeNodes', () => {
  it('stands every constituent on its parts, the whole sentence last', () => {
    const nodes = treeNodes(
      [
        [0, 2],
        [3, 5],
        [2, 5],
      ],
      5,
    );
    expect(nodes.map(({ from, to, height, middle }) => [from, to, height, middle])).toEqual([
      [0, 2, 1, 0.5],
      [3, 5, 1, 3.5],
      [2, 5, 2, 2.75],
      [0, 5, 3, 1.625],
    ]);
  });

  it('takes flat constituents of more than two parts', () => {
    expect(treeNodes([], 4).map(({ parts }) => parts.length)).toEqual([4]);
  });

  it('has no node over one word or none', () => {
    expect(treeNodes([], 1)).toEqual([]);
    expect(treeNodes([], 0)).toEqual([]);
  });
});

it('keeps words in order and within their width, and finds places between them', () => {
  const { middles, width } = wordsLayout(['the', 'longest', 'a'], 300);
  expect([...middles].sort((a, b) => a - b)).toEqual(middles);
  expect(width).toBeLessThanOrEqual(300);
  expect(placeX(middles, 0.5)).toBeCloseTo(((middles[0] ?? 0) + (middles[1] ?? 0)) / 2, 9);
  expect(placeX(middles, 2)).toBe(middles[2]);
});
