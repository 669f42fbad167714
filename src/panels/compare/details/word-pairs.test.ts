import { describe, expect, it } from 'vitest';
import { matricesOf, pairsOfPlaces } from './word-pairs.ts';

const place = (word: string, sentence: string) => ({ label: word, group: word, word, sentence });
const places = [
  place('Light', 'The light, at last.'),
  place('light', 'A light coat'),
  place('spring', 'It well-springs up.'),
  place('coat', 'A light coat'),
];

describe('the words of a text, two by two', () => {
  const pairs = pairsOfPlaces(places);
  it('are pairs of places in sentences, but for what is none of a sentence’s words', () => {
    expect(pairs.map(({ between }) => between)).toEqual([
      [0, 1],
      [0, 3],
      [1, 3],
    ]);
    expect(pairs[1]).toMatchObject({
      sentences: [
        ['The', 'light', 'at', 'last'],
        ['A', 'light', 'coat'],
      ],
      places: [1, 2],
    });
  });
  it('are a matrix of those that both sides measured', () => {
    const all = { measured: Uint32Array.of(0, 1, 2), cosines: Float64Array.of(0.1, 0.2, 0.3) };
    const both = matricesOf(pairs, all, { ...all, cosines: Float64Array.of(0.4, 0.5, 0.6) });
    expect(both.places).toEqual([0, 1, 3]);
    expect([...both.a]).toEqual([1, 0.1, 0.2, 0.1, 1, 0.3, 0.2, 0.3, 1]);
    expect([...both.b]).toEqual([1, 0.4, 0.5, 0.4, 1, 0.6, 0.5, 0.6, 1]);
    const one = { measured: Uint32Array.of(2), cosines: Float64Array.of(0.7) };
    expect(matricesOf(pairs, all, one)).toMatchObject({ places: [1, 3], a: { 1: 0.3 }, b: { 1: 0.7 } });
  });
});
