import { expect, test } from 'vitest';
import { MODEL } from '../../store/testing.ts';
import { measuredOf } from './measured-of.ts';

const asked = {
  name: 'mine.tsv',
  specials: 'include',
  seed: 1,
  model: MODEL,
  treatment: { cut: [], where: 'after' },
  columns: [],
} as const;
const sentence = { line: 1, sentence: 'one', label: 'a' };

test('counts what was measured, not what was asked for, and names the rest', () => {
  const labels = measuredOf('labels', {
    asked: { ...asked, data: { train: [sentence, sentence, sentence], test: [sentence, sentence] } },
    result: {
      classes: ['a', 'b'],
      before: Float64Array.of(1),
      after: Float64Array.of(1),
      majority: 1,
      trained: 2,
      tested: 1,
      truncated: [0],
      unmeasured: [1],
      sentences: 3,
      tokens: 9,
    },
  });
  expect(labels).toEqual({
    counts: '2 sentences to learn from, 1 to tell',
    missing: [{ from: 'train 1', why: 'no-measured' }],
    truncated: ['train 1'],
  });
});

test('names sentences by the lines that they are on', () => {
  const held = {
    sample: {
      layers: 1,
      items: 0,
      squares: new Float64Array(),
      dots: new Float64Array(),
      left: new Uint32Array(),
      right: new Uint32Array(),
      weights: new Float64Array(),
    },
    columns: new Map(),
  };
  const words = measuredOf('words', {
    asked: { ...asked, data: ['one', 'two', 'three'], lines: [1, 4, 9] },
    result: {
      words: [],
      eligible: 0,
      before: new Float64Array(),
      after: new Float64Array(),
      anisotropyBefore: undefined,
      anisotropyAfter: undefined,
      pairs: held,
      starts: Uint32Array.of(0),
      pairsComplete: true,
      unread: [1],
      truncated: [0, 2],
      unmeasured: [],
      sentences: 2,
      tokens: 4,
    },
  });
  expect(words).toEqual({
    counts: '2 sentences',
    missing: [{ from: '4', why: 'unread' }],
    truncated: ['1', '9'],
  });
});
