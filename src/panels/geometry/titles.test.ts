import { describe, expect, test } from 'vitest';
import { cosineSpread } from '../../measures/cosine-spread.ts';
import { evennessTitle, spreadTitle } from './titles.ts';

const deed = { doing: 'Cutting 81', done: 'Without 81' };
const where = 'in layer 3';
const at = (...cosines: number[]) =>
  cosineSpread(
    Float64Array.from(cosines),
    cosines.map(() => 1),
  );

describe('a title states what is done to the geometry', () => {
  test('to the cosines: where they lie, and where their middle goes', () => {
    expect(spreadTitle(at(0.1, 0.4, 0.9), undefined, deed, where)).toContain('from .10 to .90 in layer 3');
    expect(spreadTitle(at(0.1, 0.4, 0.9), at(0, 0.1, 0.2), deed, where)).toBe(
      'Cutting 81 moves the middle cosine from .40 to .10 in layer 3',
    );
    expect(spreadTitle(at(0.4), at(0.402), deed, where)).toContain('where they are');
  });

  test('to how evenly dimensions are used', () => {
    expect(evennessTitle('isoScore', 0.05, undefined, deed, where)).toContain('IsoScore .050');
    expect(evennessTitle('isoScore', 0.05, 0.16, deed, where)).toBe(
      'Cutting 81 lifts IsoScore from .050 to .160 in layer 3',
    );
    expect(evennessTitle('kurtosis', 45.84, 2.73, deed, where)).toBe(
      'Cutting 81 lowers kurtosis from 45.8 to 2.73 in layer 3',
    );
    expect(evennessTitle('kurtosis', 2, 2.001, deed, where)).toContain('leaves kurtosis at 2.00');
  });
});
