import { percent } from '../../charts/scale/format.ts';
import type { NamedNumber, Table } from '../../charts/table.ts';
import type { WordColumn } from '../../charts/words/WordColumns.tsx';
import type { GuessedMask, GuessedWord } from '../../protocol/experiments/guess.ts';
import type { Side } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';
import { whereCut } from './settings.ts';
import { probabilityText } from '../predict/guess-columns.ts';

const words = strings.compareView.guesses;

/** The words of one side for one mask. */
export interface SideWords {
  /** "A" or "B". */
  readonly letter: string;
  readonly name: string;
  readonly words: readonly GuessedWord[];
}

/** The likeliest words with the side's own cut made. */
export function wordsOfSide(mask: GuessedMask, side: Side): readonly GuessedWord[] {
  const where = whereCut(side);
  return (where === 'none' ? undefined : mask[where]) ?? mask.whole;
}

const called = ({ letter, name }: SideWords): string => `${letter}: ${name}`;

/** What each side guesses first. */
export function guessesTitle(sides: readonly SideWords[]): string {
  return sides
    .flatMap(({ letter, words: [first] }) =>
      first ? words.first(letter, first.word, percent(first.probability)) : [],
    )
    .join(', ');
}

/** What is drawn of one mask. */
export function sideColumns(sides: readonly SideWords[]): readonly WordColumn[] {
  return sides.map((side) => ({
    name: called(side),
    short: side.letter,
    words: side.words.map(({ word, probability }) => ({ text: word, share: probability })),
  }));
}

/** A row for each place, a word and its probability for each side. */
export function sideTable(sides: readonly SideWords[]): Table {
  const { place, table } = strings.predictView.guesses;
  const cells = (word: GuessedWord | undefined): readonly (string | NamedNumber)[] =>
    word ? [word.word, { text: probabilityText(word.probability), value: word.probability }] : ['', ''];
  const places = Math.max(0, ...sides.map((side) => side.words.length));
  return {
    columns: [place, ...sides.flatMap((side) => table(called(side)))],
    rows: Array.from({ length: places }, (_, row) => [
      row + 1,
      ...sides.flatMap((side) => cells(side.words[row])),
    ]),
  };
}

/** The columns in words. */
export function sideSummary(sides: readonly SideWords[]): string {
  const { summary, said } = strings.predictView.guesses;
  return sides
    .map((side) =>
      summary(
        called(side),
        side.words.map(({ word, probability }) => said(word, probabilityText(probability))),
      ),
    )
    .join(' ');
}
