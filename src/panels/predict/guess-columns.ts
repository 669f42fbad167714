import { decimal } from '../../charts/scale/format.ts';
import type { NamedNumber, Table } from '../../charts/table.ts';
import type { WordColumn } from '../../charts/words/WordColumns.tsx';
import type { GuessedMask, GuessedWord } from '../../protocol/experiments/guess.ts';
import { strings } from '../../strings/index.ts';

const words = strings.predictView;

/** A probability as the command prints it. */
export const probabilityText = (probability: number): string => decimal(probability, 4);

interface Named {
  readonly name: string;
  readonly short?: string;
  readonly words: readonly GuessedWord[];
}

function columnsOf({ whole, after, inside, random }: GuessedMask): readonly Named[] {
  const { columns } = words;
  return [
    { name: columns.whole, words: whole },
    ...(after ? [{ name: columns.after, short: columns.shortAfter, words: after }] : []),
    ...(inside ? [{ name: columns.inside, short: columns.shortInside, words: inside }] : []),
    ...(random ? [{ name: columns.random, short: columns.shortRandom, words: random }] : []),
  ];
}

/** What is drawn of a mask. */
export function guessColumns(mask: GuessedMask): readonly WordColumn[] {
  return columnsOf(mask).map(({ words: guessed, ...named }) => ({
    ...named,
    words: guessed.map(({ word, probability }) => ({ text: word, share: probability })),
  }));
}

/** A row for each place, a word and its probability for each column. */
export function guessTable(mask: GuessedMask): Table {
  const columns = columnsOf(mask);
  const cells = (word: GuessedWord | undefined): readonly (string | NamedNumber)[] =>
    word ? [word.word, { text: probabilityText(word.probability), value: word.probability }] : ['', ''];
  return {
    columns: [words.guesses.place, ...columns.flatMap(({ name }) => words.guesses.table(name))],
    rows: mask.whole.map((_, row) => [row + 1, ...columns.flatMap((column) => cells(column.words[row]))]),
  };
}

/** The columns in words. */
export function guessSummary(mask: GuessedMask): string {
  const { summary, said } = words.guesses;
  return columnsOf(mask)
    .map((column) =>
      summary(
        column.name,
        column.words.map(({ word, probability }) => said(word, probabilityText(probability))),
      ),
    )
    .join(' ');
}
