import { describe, expect, it } from 'vitest';
import type { GuessedMask, GuessedWord } from '../../protocol/experiments/guess.ts';
import type { PassageLossResult } from '../../protocol/experiments/passage-loss.ts';
import { guessTable } from './guess-columns.ts';
import { guessTitle } from './guess-title.ts';
import { lossRows, lossTable, lossTitle } from './loss-rows.ts';

const word = (id: number, probability: number): GuessedWord => ({
  id,
  token: `t${id}`,
  word: `w${id}`,
  logit: 0,
  probability,
});
const mask = (after?: number, inside?: number): GuessedMask => ({
  sentence: 0,
  position: 2,
  whole: [word(1, 0.5), word(2, 0.25)],
  after: after === undefined ? undefined : [word(after, 0.4)],
  inside: inside === undefined ? undefined : [word(inside, 0.125)],
});

describe('the title of guesses', () => {
  it('says which word is likeliest, and who takes its place', () => {
    expect(guessTitle(mask())).toBe('The model guesses “w1”, at 50 %');
    expect(guessTitle(mask(1, 1))).toBe('“w1” stays first: 50 % whole, 40 % cut after, 13 % cut inside');
    expect(guessTitle(mask(1, 7))).toMatch(/^Cut after, “w1” stays first; cut inside, “w7”/);
    expect(guessTitle(mask(7, 1))).toMatch(/^Cut after the network, “w7” takes .* cut inside, “w1” keeps/);
    expect(guessTitle(mask(7, 8))).toBe('“w1” loses the first place: to “w7” cut after, to “w8” cut inside');
    expect(guessTitle(mask(7, 7))).toBe('With either cut “w7” takes the first place of “w1”');
  });

  it('goes with a table of every column that there is', () => {
    expect(guessTable(mask()).rows[0]).toEqual([1, 'w1', { text: '0.5000', value: 0.5 }]);
    expect(guessTable(mask(1, 7)).rows[1]).toEqual([
      2,
      'w2',
      { text: '0.2500', value: 0.25 },
      '',
      '',
      '',
      '',
    ]);
  });
});

const result = (after: number, inside: number): PassageLossResult => ({
  masking: 'each',
  whole: 3,
  after,
  inside,
  randomAfter: undefined,
  randomInside: { mean: 3.01, low: 3, high: 3.02 },
  hidden: 10,
  truncated: [],
  sentences: 2,
  tokens: 14,
});

describe('the title of losses', () => {
  it('names the cut that costs more, and says when neither costs anything', () => {
    expect(lossTitle(result(3.1, 4), [5], '5')).toBe(
      'Cutting 5 inside raises the loss from 3.00 to 4.00; after the network it is 3.10',
    );
    expect(lossTitle(result(4, 3.1), [5], '5')).toMatch(/^Cutting 5 after the network raises .* to 4.00/);
    expect(lossTitle(result(3.01, 2.9), [5], '5')).toMatch(/^Cutting 5 hardly moves the loss/);
    expect(lossTitle(result(3, 3), [], '')).toBe('Hidden words of this text cost 3.00 each');
  });

  it('goes with rows that have the range of random cuts where there is one', () => {
    expect(lossRows(result(3.1, 4), [5]).map(({ said }) => said)).toEqual([
      ['3.0000 · pseudo-perplexity 20.09'],
      ['3.1000 · pseudo-perplexity 22.20'],
      ['4.0000 · pseudo-perplexity 54.60', 'random: 3.0100 (3.0000 to 3.0200)'],
    ]);
    expect(lossTable(result(3.1, 4), []).rows).toHaveLength(1);
  });
});
