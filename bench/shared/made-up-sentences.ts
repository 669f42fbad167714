import { seeded } from '../../src/core/random.ts';

const WHO = [
  'the teacher',
  'my neighbour',
  'a tired nurse',
  'the old captain',
  'our cousin',
  'every child',
  'the baker',
  'a stranger',
];
const DOES = [
  'carried',
  'forgot',
  'painted',
  'found',
  'sold',
  'watched',
  'repaired',
  'wanted',
  'praised',
  'hid',
];
const WHAT = [
  'a wooden chair',
  'the last letter',
  'two red apples',
  'the broken clock',
  'a good story',
  'the small boat',
  'an empty house',
  'the first song',
];
const WHERE = [
  'near the river',
  'before the rain',
  'in a quiet street',
  'after the long war',
  'behind the station',
  'on a cold morning',
  'without a word',
  'in the market',
];

/** So many sentences of everyday words, different from one another far more often than not. */
export function madeUpSentences(count: number, seed = 1): readonly string[] {
  const random = seeded(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  return Array.from({ length: count }, () => {
    const sentence = `${pick(WHO)} ${pick(DOES)} ${pick(WHAT)} ${pick(WHERE)} and ${pick(WHO)} ${pick(DOES)} it.`;
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  });
}
