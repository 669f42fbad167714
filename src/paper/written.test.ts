import { expect, it } from 'vitest';
import { inWords } from '../strings/en/list.ts';
import { figure, layerList, meanOfLayers, percent } from './written.ts';

it('writes figures with a true minus sign, none before nothing, and a dash for what has no value', () => {
  expect([figure(-1.25, 1), figure(-0.001, 2), figure(NaN, 1), figure(undefined, 1)]).toEqual([
    '−1.3',
    '0.00',
    '–',
    '–',
  ]);
  expect(percent(0.9664)).toBe('96.6 %');
});

it('names layers in runs, and dimensions one by one', () => {
  expect([layerList([1, 2, 3, 4]), layerList([1, 2]), layerList([0, 1, 2, 5, 7]), layerList([])]).toEqual([
    '1 to 4',
    '1 and 2',
    '0 to 2, 5 and 7',
    '',
  ]);
  expect([inWords([557]), inWords([588, 77]), inWords([896, 678, 122])]).toEqual([
    '557',
    '588 and 77',
    '896, 678 and 122',
  ]);
});

it('leaves the embeddings out of a mean over layers', () => {
  expect(meanOfLayers([100, 1, 3])).toBe(2);
});
