import { type Exploration, MOST_ITEMS } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { MatrixMode, State } from '../state.ts';
import { FUNCTION_WORDS } from './function-words.ts';

/** Repeated words shown: beyond this a cell is too small for its number. */
const MOST_WORDS = 8;
/** Places of one word: enough to see whether its senses part. */
const MOST_PLACES = 4;
/** Shorter words are nearly all function words, whose senses nobody compares. */
const SHORTEST_WORD = 3;

const NONE: readonly number[] = [];

export interface RepeatedWords {
  /** Token indices, the same word side by side. */
  readonly items: readonly number[];
  /** Places of repeated words that are not among them. */
  readonly leftOut: number;
}

/**
 * Tokens that are whole words standing in several sentences, the same word side by side: the words
 * whose senses can be compared. Words of grammar are taken only where no other word comes back. Words said
 * least often come first, since they say most; every word gets two places before one gets a third.
 */
export function repeatedWords(exploration: Exploration): RepeatedWords {
  const repeated = [...placesOf(exploration)].filter(([, at]) => at.length > 1);
  const telling = repeated.filter(([word]) => !FUNCTION_WORDS.has(word));
  const words = (telling.length > 0 ? telling : repeated)
    .map(([, at]) => at)
    .sort((a, b) => a.length - b.length);
  const chosen = words.slice(0, Math.floor(MOST_WORDS / 2));
  const shares = chosen.map(() => 2);
  let room = MOST_WORDS - 2 * chosen.length;
  for (let places = 2; places < MOST_PLACES; places++) {
    chosen.forEach((at, i) => {
      if (room === 0 || at.length <= places) return;
      shares[i] = places + 1;
      room -= 1;
    });
  }
  const items = chosen.flatMap((at, i) => spreadOver(at, shares[i] ?? 2));
  return { items, leftOut: words.reduce((sum, at) => sum + at.length, 0) - items.length };
}

/** Where each whole word stands, once a sentence. */
function placesOf(exploration: Exploration): ReadonlyMap<string, readonly number[]> {
  const { text, sentence, kind, continues } = exploration.tokens;
  const places = new Map<string, number[]>();
  text.forEach((token, i) => {
    const whole = kind[i] === 0 && continues[i] === 0 && continues[i + 1] !== 1;
    if (!whole || token.length < SHORTEST_WORD || !/^\p{L}+$/u.test(token)) return;
    const word = token.toLowerCase();
    const at = places.get(word);
    if (at === undefined) places.set(word, [i]);
    else if (sentence[at.at(-1) ?? -1] !== sentence[i]) at.push(i);
  });
  return places;
}

/** `count` of the places, from the first to the last. */
function spreadOver(at: readonly number[], count: number): readonly number[] {
  const step = (at.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, i) => at[Math.round(i * step)] ?? 0);
}

const repeatedIn = memo(repeatedWords);

const matrixItems = memo((exploration: Exploration | undefined, mode: MatrixMode): readonly number[] => {
  if (!exploration) return NONE;
  if (mode === 'words') return repeatedIn(exploration).items;
  if (mode === 'tokens') return firstOf(exploration.tokens.text.length);
  return [...new Set(exploration.tokens.sentence)].slice(0, MOST_ITEMS);
});

/** A word that comes back, and a sentence that has it. */
export interface RepeatedPlace {
  readonly word: string;
  readonly sentence: string;
}

const repeatedPlaces = memo((exploration: Exploration | undefined): readonly RepeatedPlace[] => {
  if (!exploration) return [];
  const { tokens, request } = exploration;
  return repeatedIn(exploration).items.map((token) => ({
    word: tokens.text[token] ?? '',
    sentence: request.sentences[tokens.sentence[token] ?? -1] ?? '',
  }));
});

/** The words that the matrix of words compares, each with its sentence. */
export function selectMatrixWords(state: State): readonly RepeatedPlace[] {
  return repeatedPlaces(state.before?.exploration);
}

/** Indices of the tokens or sentences that the similarity matrix compares. */
export function selectMatrixItems(state: State): readonly number[] {
  return matrixItems(state.before?.exploration, state.matrix);
}

/** Places of repeated words that the matrix of words leaves out. */
export function selectPlacesLeftOut(state: State): number {
  const exploration = state.before?.exploration;
  return exploration && state.matrix === 'words' ? repeatedIn(exploration).leftOut : 0;
}

function firstOf(count: number): readonly number[] {
  return Array.from({ length: Math.min(count, MOST_ITEMS) }, (_, i) => i);
}
