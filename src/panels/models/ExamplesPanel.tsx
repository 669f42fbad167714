import { useId, useState, type ReactNode } from 'react';
import { count, percent } from '../../charts/scale/format.ts';
import type { MaskedExample } from '../../checkpoint/index.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { ShowAll } from '../../ui/button/ShowAll.tsx';
import styles from './ExamplesPanel.module.css';
import type { ModelRecord } from './record.ts';

const words = strings.models.examples;
/** Sentences shown before all are asked for. */
const FEW = 6;
/** Guesses shown of each. */
const GUESSES = 3;

/** Sentences with a hidden word, and what each model guesses: side by side, a sentence a row. */
export function ExamplesPanel({ records }: { readonly records: readonly ModelRecord[] }): ReactNode {
  const [all, setAll] = useState(false);
  const id = useId();
  const asked = records.filter(({ card }) => card.examples.length > 0);
  const sentences = sentencesOf(asked);
  if (sentences.length === 0) return null;
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <h3 id={id} className={styles['title']}>
        {words.title}
      </h3>
      <p className={styles['found']}>
        <WithTerms text={words.hint} terms={['maskedWord', 'guessRank', 'probability']} />{' '}
        {asked.map(found).join(' ')}
      </p>
      <table className={styles['table']}>
        <caption className={styles['spoken']}>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.sentence}</th>
            {asked.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? sentences : sentences.slice(0, FEW)).map(({ text, expected }) => (
            <tr key={`${text} ${expected}`}>
              <th scope="row">
                <Sentence text={text} />
                <small>{words.expected(expected)}</small>
              </th>
              {asked.map(({ key, card }) => (
                <td key={key}>
                  <Guess
                    example={card.examples.find((one) => one.text === text && one.expected === expected)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sentences.length > FEW && (
        <ShowAll all={all} onChange={setAll} more={words.all(sentences.length)} fewer={words.fewer} />
      )}
    </section>
  );
}

function sentencesOf(records: readonly ModelRecord[]): readonly MaskedExample[] {
  const known = new Map<string, MaskedExample>();
  for (const { card } of records)
    for (const example of card.examples) {
      const key = JSON.stringify([example.text, example.expected]);
      if (!known.has(key)) known.set(key, example);
    }
  return [...known.values()];
}

function found({ name, card: { examples } }: ModelRecord): string {
  const within = (rank: number): number =>
    examples.filter((example) => example.rank !== null && example.rank <= rank).length;
  return words.found(name, within(1), within(5), examples.length);
}

/** The hidden word as a box. */
function Sentence({ text }: { readonly text: string }): ReactNode {
  const [before = '', ...rest] = text.split(words.mask);
  return (
    <span className={styles['sentence']} dir="auto">
      {before}
      {rest.length > 0 && (
        <>
          <mark className={styles['mask']}>{words.mask}</mark>
          {rest.join(words.mask)}
        </>
      )}
    </span>
  );
}

function Guess({ example }: { readonly example: MaskedExample | undefined }): ReactNode {
  if (!example) return words.notAsked;
  const { rank, top, expected } = example;
  return (
    <>
      <b className={rank === 1 ? styles['first'] : undefined}>
        {rank === null ? words.noPiece : words.rank(count(rank))}
      </b>
      <small>
        {top.slice(0, GUESSES).map(({ word, probability }, i) => (
          <span key={i} className={word === expected ? styles['right'] : undefined}>
            {words.guess(named(word), percent(probability))}
          </span>
        ))}
      </small>
    </>
  );
}

/** A guess that is a mark, as a comma, in quotes: beside others it would be read as theirs. */
function named(word: string): string {
  return /[\p{L}\p{N}]/u.test(word) ? word : strings.explore.anisotropy.token(word);
}
