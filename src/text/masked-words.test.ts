import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, maskableWords, replaceWord } from './masked-words.ts';

const texts = (sentence: string) => maskableWords(sentence).map(({ text }) => text);

describe('the words of a sentence that can be masked', () => {
  it('are letters and digits with what joins them; masks are words, too', () => {
    expect(texts('The old-timer’s 2 dogs [MASK], he <mask>!')).toEqual([
      'The',
      'old-timer’s',
      '2',
      'dogs',
      '[MASK]',
      'he',
      '<mask>',
    ]);
    expect(maskableWords('A [MASK].').map(({ masked }) => masked)).toEqual([false, true]);
    expect(texts('')).toEqual([]);
  });

  it('keep their number and order when one is masked, and come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (sentence, pick) => {
        const words = maskableWords(sentence);
        const place = words.length === 0 ? 0 : pick % words.length;
        const word = words[place];
        if (!word) return;
        const masked = replaceWord(sentence, word, MASK);
        const found = maskableWords(masked)[place];
        expect(found).toMatchObject({ text: MASK, masked: true, start: word.start });
        expect(found && replaceWord(masked, found, word.text)).toBe(sentence);
      }),
    );
  });
});
