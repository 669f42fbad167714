import { expect, it } from 'vitest';
import { maskToken, spellMasks } from './mask-token.ts';

const vocabulary = (tokens: Readonly<Record<string, number>>) => (token: string) => tokens[token];

it('is the one that the config names, as a name or with its settings', () => {
  const idOf = vocabulary({ '[MASK]': 4, '<hole>': 9 });
  expect(maskToken({ mask_token: '<hole>' }, idOf)).toEqual({ id: 9, text: '<hole>' });
  expect(maskToken({ mask_token: { content: '<hole>', lstrip: true } }, idOf)).toEqual({
    id: 9,
    text: '<hole>',
  });
});

it('is found by its usual spellings where no config names it, or one that the vocabulary lacks', () => {
  expect(maskToken(undefined, vocabulary({ '<mask>': 7 }))).toEqual({ id: 7, text: '<mask>' });
  expect(maskToken({ mask_token: '<gone>' }, vocabulary({ '[MASK]': 4 }))).toEqual({ id: 4, text: '[MASK]' });
  expect(maskToken({ mask_token: null }, vocabulary({ '[MASK]': 4 }))?.id).toBe(4);
});

it('is not there in a vocabulary without one', () => {
  expect(maskToken({}, vocabulary({}))).toBeUndefined();
});

it('may be typed either way', () => {
  expect(spellMasks('A [MASK] and <mask>.', { id: 0, text: '<mask>' })).toBe('A <mask> and <mask>.');
  expect(spellMasks('A [MASK] and <mask>.', { id: 0, text: '$&' })).toBe('A $& and $&.');
});
