import { describe, expect, it } from 'vitest';
import { comparedItems, toldApart, type Told } from './compared-items.ts';

const side = (told: Readonly<Record<string, Told>>) => ({
  keys: Object.keys(told),
  told: (place: number) => Object.values(told)[place] ?? { value: NaN },
});

describe('items that both sides measured', () => {
  it('begin with those that one side alone tells right, then by how far they are apart', () => {
    const a = side({
      near: { value: 0.5, right: true },
      far: { value: 0.1, right: true },
      apart: { value: 0.5, right: false },
      alone: { value: 0.9, right: true },
    });
    const b = side({
      apart: { value: 0.5, right: true },
      far: { value: 0.9, right: true },
      near: { value: 0.6, right: true },
    });
    const items = comparedItems(a, b);
    expect(items.map(({ key }) => key)).toEqual(['apart', 'far', 'near']);
    expect(items.map(({ place }) => place)).toEqual([2, 1, 0]);
    expect(items.map(toldApart)).toEqual([true, false, false]);
    expect(items[1]?.b.value).toBe(0.9);
  });
  it('that are called differently, and both wrong, come before those that lie far apart', () => {
    const a = side({
      far: { value: 0, right: false, as: 'x' },
      called: { value: 0.5, right: false, as: 'x' },
    });
    const b = side({
      far: { value: 1, right: false, as: 'x' },
      called: { value: 0.5, right: false, as: 'y' },
    });
    expect(comparedItems(a, b).map(({ key }) => key)).toEqual(['called', 'far']);
  });
  it('without a value, which a vector of zeros has not, come last and in their order', () => {
    const a = side({ none: { value: NaN }, other: { value: NaN }, some: { value: 0.1 } });
    expect(
      comparedItems(a, side({ some: { value: 0.2 }, none: { value: 0 }, other: { value: 0 } })).map(
        ({ key }) => key,
      ),
    ).toEqual(['some', 'none', 'other']);
  });
});
