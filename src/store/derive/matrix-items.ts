import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { MatrixMode, State } from '../state.ts';

/** Items of one matrix: what the worker takes at once. */
export const MOST_ITEMS = 80;
/** Repeated words shown: beyond this a cell is too small for its number. */
const MOST_WORDS = 12;
/** Shorter words are nearly all function words, whose senses nobody compares. */
const SHORTEST_WORD = 3;

const NONE: readonly number[] = [];

/**
 * Tokens that are whole words standing in several sentences, the same word side by side: the words
 * whose senses can be compared. Words said least often come first, since they say most.
 */
export function repeatedWords(exploration: Exploration): readonly number[] {
  const { text, sentence, kind, continues } = exploration.tokens;
  const places = new Map<string, number[]>();
  text.forEach((word, i) => {
    const whole = kind[i] === 0 && continues[i] === 0 && continues[i + 1] !== 1;
    if (!whole || word.length < SHORTEST_WORD || !/^\p{L}+$/u.test(word)) return;
    const before = places.get(word.toLowerCase()) ?? [];
    if (!before.some((j) => sentence[j] === sentence[i])) places.set(word.toLowerCase(), [...before, i]);
  });
  const repeated = [...places.values()].filter((at) => at.length > 1);
  const rarest = repeated.sort((a, b) => a.length - b.length);
  const items: number[] = [];
  for (const at of rarest) if (items.length + at.length <= MOST_WORDS) items.push(...at);
  return items;
}

const matrixItems = memo((exploration: Exploration | undefined, mode: MatrixMode): readonly number[] => {
  if (!exploration) return NONE;
  if (mode === 'words') return repeatedWords(exploration);
  if (mode === 'tokens') return firstOf(exploration.tokens.text.length);
  return [...new Set(exploration.tokens.sentence)].slice(0, MOST_ITEMS);
});

/** Indices of the tokens or sentences that the similarity matrix compares. */
export function selectMatrixItems(state: State): readonly number[] {
  return matrixItems(state.before?.exploration, state.matrix);
}

function firstOf(count: number): readonly number[] {
  return Array.from({ length: Math.min(count, MOST_ITEMS) }, (_, i) => i);
}
