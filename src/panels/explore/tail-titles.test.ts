import { describe, expect, test } from 'vitest';
import type { Tail } from '../../measures/detect-tails.ts';
import { deedOf } from '../comparison/deed.ts';
import { anisotropyTitle } from './anisotropy-title.ts';
import { drawnTails } from './drawn-tails.ts';
import {
  dimNames,
  heatTitle,
  histogramTitle,
  multiplesTitle,
  sharesTitle,
  spikeTitle,
} from './tail-titles.ts';

const LAYERS = 3;
const each = (value: number): Float64Array => new Float64Array(LAYERS).fill(value);

function tail(dim: number, more: Partial<Tail> = {}): Tail {
  return {
    dim,
    side: 'min',
    scope: 'all',
    layers: [1, 2],
    share: each(0.7),
    shareByKind: [each(0.7), each(0.95), each(0.1)],
    z: each(-9),
    carriers: ['word'],
    strength: 2,
    ...more,
  };
}

const special = (dim: number): Tail =>
  tail(dim, { scope: 'special', side: 'max', carriers: ['first'], z: each(-1) });
const closest = { dim: 81, side: 'min', share: each(0.45), z: each(-6.1) } as const;
const none = { tails: [], closest, vectors: 9 };
const found = (...tails: Tail[]) => ({ tails, closest, vectors: 90 });

describe('the spike plot’s title', () => {
  test('counts tails over all tokens and names apart those of special tokens', () => {
    expect(spikeTitle(found(tail(81)), 1)).toBe('One dimension stands out in layer 1');
    expect(spikeTitle(found(tail(81), special(30)), 1)).toBe(
      'One dimension stands out in layer 1, and 30 at [CLS]',
    );
    expect(spikeTitle(found(tail(81), ...[1, 2, 3, 4].map(special)), 2)).toBe(
      'One dimension stands out in layer 2, and 4 more at [CLS]',
    );
    expect(spikeTitle(found(special(30)), 1)).toBe(
      'No dimension stands out over all tokens in layer 1; 30 at [CLS]',
    );
  });
  test('says where a tail is one, in a layer where it is none', () => {
    expect(spikeTitle(found(tail(81)), 0)).toBe('No tail in the embeddings: 81 is one in layers 1–2');
  });
  test('says what comes closest, or that there are too few tokens', () => {
    expect(spikeTitle(none, 1)).toBe('No tail by our rule yet: 81 comes closest (minimum of 45 %, z −6.1)');
    expect(spikeTitle({ ...none, vectors: 7 }, 1)).toBe('Too few tokens to call anything a tail (8 needed)');
  });
});

test('the small plots’ title is of the strongest tail, or of what comes closest', () => {
  expect(multiplesTitle(found(tail(81)))).toBe('81 is a spike in layers 1–2');
  expect(multiplesTitle(found(tail(81, { layers: [0, 1, 2] })))).toBe('81 is a spike in every layer');
  expect(multiplesTitle(found(special(30)))).toBe('30 is the largest of [CLS] in layers 1–2');
  expect(multiplesTitle(none)).toBe('No tail by our rule yet: 81 comes closest');
});

test('the heat map’s title names what is farthest out where there is no tail', () => {
  const far = { dim: 81, layer: 2, z: -6.12 };
  expect(heatTitle(none, far)).toBe('81 lies farthest out: z −6.1 in layer 2');
  expect(heatTitle(found(tail(81)), far)).toBe('81 keeps its place through layers 1–2');
});

test('the histogram’s title calls no spike one of the others', () => {
  expect(histogramTitle(found(tail(81)), 81, 1, -9)).toBe('81 lives apart in layer 1');
  expect(histogramTitle(found(special(30)), 30, 1, 0)).toBe('30 lives apart at [CLS] in layer 1');
  expect(histogramTitle(none, 81, 1, -6.1)).toBe(
    '81 lies apart in layer 1, but is no tail by our rule (z −6.1)',
  );
  expect(histogramTitle(none, 5, 1, 0.3)).toBe('5 is among the others in layer 1');
  expect(histogramTitle({ ...none, vectors: 3 }, 5, 1, 0.3)).toBe('5 in 3 tokens, one by one, in layer 1');
});

test('the shares’ title names all that are the extreme equally often', () => {
  expect(sharesTitle([0, 3, 1], 4, 'min', 1)).toBe('1 is the smallest of 75 % of vectors in layer 1');
  expect(sharesTitle([2, 1, 2], 5, 'max', 0)).toBe(
    '0 and 2 are each the largest of 40 % of vectors in the embeddings',
  );
  expect(sharesTitle([1, 1, 1, 1], 4, 'min', 1)).toBe(
    '4 dimensions are each the smallest of 25 % of vectors in layer 1',
  );
});

test('more than three dimensions are counted, not listed', () => {
  expect([[], [7], [7, 8], [7, 8, 9], [6, 7, 8, 9]].map(dimNames)).toEqual([
    '',
    '7',
    '7 and 8',
    '7, 8 and 9',
    '4 dimensions',
  ]);
});

test('a tail is drawn faint where it is none, and by its share where its mean is no spike', () => {
  const drawn = drawnTails([tail(81), tail(7, { z: each(0.4) }), special(30)], 1);
  expect(drawn).toEqual([
    { dim: 81, side: 'min' },
    { dim: 7, side: 'min', label: 'minimum of 70 %' },
    { dim: 30, side: 'max', faint: true, label: 'maximum of 95 % of [CLS]' },
  ]);
  expect(drawnTails([tail(81)], 0)).toEqual([{ dim: 81, side: 'min', faint: true, label: '' }]);
});

describe('the anisotropy’s title', () => {
  const of = (cut: readonly number[], control = false) =>
    deedOf({ base: { cut: [], where: 'after' }, treatment: { cut, where: 'after' }, control });
  const whole = { before: 0.3, after: undefined, cut: [], dims: 256, layer: 1, control: false, deed: of([]) };
  test('is the cosine itself, or what the cut does to it', () => {
    expect(anisotropyTitle(whole)).toBe('Two random tokens have cosine .30 in layer 1');
    expect(anisotropyTitle({ ...whole, cut: [81], deed: of([81]), after: 0.2 })).toBe(
      'Cutting 81 opens the cone',
    );
    expect(anisotropyTitle({ ...whole, cut: [81], deed: of([81]), after: 0.4 })).toBe(
      'Cutting 81 narrows the cone',
    );
    expect(anisotropyTitle({ ...whole, cut: [81], deed: of([81]), after: 0.301 })).toBe(
      'Cutting 81 changes little',
    );
    expect(anisotropyTitle({ ...whole, cut: [5], deed: of([5], true), after: 0.3, control: true })).toBe(
      'Cutting 5 at random changes little',
    );
  });
  test('counts many dimensions, and says when none is left', () => {
    const cut = Array.from({ length: 25 }, (_, i) => i);
    expect(anisotropyTitle({ ...whole, cut, deed: of(cut), after: 0.1 })).toBe(
      'Cutting 25 dimensions opens the cone',
    );
    expect(anisotropyTitle({ ...whole, cut, dims: 25, after: 0 })).toBe(
      'With every dimension cut, nothing is left of the vectors',
    );
  });
});
