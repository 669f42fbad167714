import { describe, expect, it } from 'vitest';
import { NONE } from '../../../protocol/experiments/wsd.ts';
import type { SideItems } from './compared-items.ts';
import { senseItems, stsItems, wicItems, wordItems } from './side-items.ts';

const tellings = ({ keys, told }: SideItems) => keys.map((_, place) => told(place));

describe('what one side tells', () => {
  it('of pairs of one word follows from the threshold that is best in the layer looked at', () => {
    const evidence = {
      kind: 'wic',
      // by layer: one told apart at a low cosine, the other at a high one
      cosines: Float64Array.of(0.1, 0.35, 0.75, 0.95),
      same: Uint8Array.of(0, 1),
      measured: Uint32Array.of(4, 7),
    } as const;
    for (const layer of [0, 1])
      expect(tellings(wicItems(evidence, { layer, layers: 2 })).map(({ right }) => right)).toEqual([
        true,
        true,
      ]);
    expect(wicItems(evidence, { layer: 1, layers: 2 }).keys).toEqual([4, 7]);
  });

  it('of pairs of sentences is how far their ranks lie from people’s, the other way round from one end to the other', () => {
    const evidence = {
      kind: 'sts',
      cosines: Float64Array.of(0.1, 0.2, 0.3, 0.3, 0.2, 0.1),
      people: Float64Array.of(1, 2, 3),
      measured: Uint32Array.of(0, 1, 5),
    } as const;
    expect(tellings(stsItems(evidence, { layer: 0, layers: 2 })).map(({ gap }) => gap)).toEqual([0, 0, 0]);
    const turned = stsItems(evidence, { layer: 1, layers: 2 });
    expect(turned.keys).toEqual([0, 1, 5]);
    expect(tellings(turned)).toEqual([
      { value: 1, gap: 1, cosine: 0.3 },
      { value: 0, gap: 0, cosine: 0.2 },
      { value: 1, gap: -1, cosine: 0.1 },
    ]);
  });

  it('of an item is the sense of its nearest labelled neighbour, right where it is one of the item’s own', () => {
    const item = (...senses: [string, ...string[]]) => ({
      from: '',
      sentence: 0,
      place: 0,
      placeEnd: 1,
      lemma: 'bank',
      senses,
    });
    const data = {
      test: { sentences: [['bank']], items: [item('river'), item('money', 'river')] },
      train: { sentences: [['bank']], items: [item('money'), item('river')] },
    };
    const evidence = {
      kind: 'wsd',
      words: [{ lemma: 'bank', labelled: 2, items: 2 }],
      word: Uint32Array.of(0, 0),
      measured: Uint32Array.of(0, 1),
      nearest: {
        count: 1,
        index: Uint32Array.of(0, 1, 1, NONE),
        cosine: Float32Array.of(0.5, 0.25, 0.75, 0),
      },
    } as const;
    const at = (layer: number) => tellings(senseItems(evidence, { layer, layers: 2 }, data));
    expect(at(0)).toMatchObject([
      { as: 'money', labelled: 0, value: 0.5, right: false },
      { as: 'river', labelled: 1, value: 0.25, right: true },
    ]);
    expect(at(1)).toMatchObject([
      { as: 'river', right: true },
      { as: '', right: false },
    ]);
  });

  it('of words is their self-similarity in the layer looked at', () => {
    const evidence = {
      kind: 'words',
      forms: ['bank', 'river'],
      similarities: Float64Array.of(0.1, 0.2, 0.3, 0.4),
    } as const;
    const items = wordItems(evidence, { layer: 1, layers: 2 });
    expect(items.keys).toEqual(['bank', 'river']);
    expect(tellings(items)).toEqual([{ value: 0.3 }, { value: 0.4 }]);
  });
});
