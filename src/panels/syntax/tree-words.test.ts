import { expect, test } from 'vitest';
import { newBrackets, treeTable } from './tree-words.ts';

const sentence = ['the', 'old', 'man', 'sat'];

test('the table has each constituent once, and says which trees have it', () => {
  expect(
    treeTable(
      sentence,
      [
        [0, 3],
        [0, 2],
      ],
      undefined,
      [[0, 3]],
    ),
  ).toEqual({
    columns: ['constituent', 'before', 'gold'],
    rows: [
      ['the old man', 'yes', 'yes'],
      ['the old', 'yes', ''],
    ],
  });
});

test('a constituent that only the tree after the cut has is new', () => {
  expect(newBrackets([[0, 3]], [[0, 3]])).toBe(0);
  expect(
    newBrackets(
      [
        [0, 3],
        [0, 2],
      ],
      [
        [0, 3],
        [1, 3],
      ],
    ),
  ).toBe(1);
});
