import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../core/random.ts';
import { chooseWords } from './choose-words.ts';

const choose = (sentences: readonly string[], least: number, most = 1000, seed = 1) =>
  chooseWords(
    sentences.map((sentence) => sentence.split(' ')),
    { least, most },
    seeded(seed),
  );

describe('chooseWords', () => {
  it('takes a word’s first place in each sentence, whatever its case', () => {
    expect(choose(['The cat saw the dog', 'no dog', 'a DOG'], 3).words).toEqual([
      {
        form: 'dog',
        places: [
          { sentence: 0, word: 4 },
          { sentence: 1, word: 1 },
          { sentence: 2, word: 1 },
        ],
      },
    ]);
  });

  it('leaves out what has no letter, and what is in too few sentences', () => {
    const { words } = choose([', 3 é3', ', 3 é3 b'], 2);
    expect(words.map(({ form }) => form)).toEqual(['é3']);
  });

  it('has none when there is none', () => {
    expect(choose(['a', 'b'], 2)).toEqual({ words: [], eligible: 0 });
    expect(choose([], 2)).toEqual({ words: [], eligible: 0 });
  });

  it('draws as many as are wanted, the same for the same seed, each as likely', () => {
    const sentences = Array.from({ length: 2 }, () => 'a b c d e f g h');
    const draw = (seed: number) => choose(sentences, 2, 3, seed).words.map(({ form }) => form);
    expect(draw(1)).toEqual(draw(1));
    expect(choose(sentences, 2, 3).eligible).toBe(8);
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 800; seed++)
      for (const form of draw(seed)) counts.set(form, (counts.get(form) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 300)).toBeLessThan(60);
  });

  it('is each time a place where the word stands', () => {
    const text = fc.array(fc.array(fc.constantFrom('a', 'B', 'b', 'c', '1'), { maxLength: 6 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (sentences) => {
        for (const { form, places } of chooseWords(sentences, { least: 1, most: 9 }, seeded(1)).words) {
          expect(places.length).toBe(
            sentences.filter((all) => all.some((word) => word.toLowerCase() === form)).length,
          );
          for (const { sentence, word } of places)
            expect(sentences[sentence]?.findIndex((one) => one.toLowerCase() === form)).toBe(word);
        }
      }),
    );
  });
});
