import type { ReactNode } from 'react';
import { unit } from '../../charts/scale/format.ts';
import type { SenseText } from '../../datasets/index.ts';
import type { Answer } from '../../store/trials/trial.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from '../lab/lab.module.css';
import { MarkedSentence } from '../lab/MarkedSentence.tsx';
import type { Near, ToldItem } from './sense-items.ts';
import own from './words.module.css';

const words = strings.wordsView.wsd;

/** An item with the sense it has and is told; opened, its nearest labelled sentences before and after the cut. */
export function SenseItem(props: { readonly item: ToldItem; readonly answer: Answer<'wsd'> }): ReactNode {
  const { item, answer } = props;
  const open = useApp((state) => state.opened.wsd) === item.item;
  const { open: openItem } = useActions();
  const { test, train } = answer.asked.data;
  const told = (near: readonly Near[]): string => near[0]?.sense ?? '';
  const now = told(item.after ?? item.before);
  const right = item.senses.includes(now);
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={open}
        onClick={() => {
          openItem('wsd', open ? undefined : item.item);
        }}
      >
        <SenseSentence text={test} item={answer.result.measured[item.item] ?? -1} />
        <span className={own['verdict']}>
          <b>{item.senses[0]}</b>
          <span className={styles[right ? 'good' : 'bad']}>
            {right ? words.right : words.wrong}{' '}
            {item.after ? words.toldThen(told(item.before), now) : words.toldAs(now)}
          </span>
        </span>
      </button>
      {open && (
        <div className={own['neighbours']}>
          <NearList title={words.nearest} near={item.before} train={train} senses={item.senses} />
          {item.after && (
            <NearList title={words.nearestAfter} near={item.after} train={train} senses={item.senses} />
          )}
        </div>
      )}
    </li>
  );
}

function NearList(props: {
  readonly title: string;
  readonly near: readonly Near[];
  readonly train: SenseText;
  readonly senses: readonly string[];
}): ReactNode {
  const { title, near, train, senses } = props;
  return (
    <div>
      <p className={styles['faint']}>{title}</p>
      <ol className={own['near']}>
        {near.map(({ labelled, sense, cosine }) => {
          const right = senses.includes(sense);
          return (
            <li key={labelled}>
              <span className={styles['figures']}>
                <b>{unit(cosine, 3)}</b>{' '}
                <span className={styles[right ? 'good' : 'bad']}>
                  <span aria-label={right ? words.rightSpoken : words.wrongSpoken} role="img">
                    {right ? words.right : words.wrong}
                  </span>{' '}
                  {sense}
                </span>
              </span>{' '}
              <SenseSentence text={train} item={labelled} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The sentence of an item, its word marked. */
export function SenseSentence({
  text,
  item,
}: {
  readonly text: SenseText;
  readonly item: number;
}): ReactNode {
  const one = text.items[item];
  if (!one) return null;
  return <MarkedSentence words={text.sentences[one.sentence] ?? []} from={one.place} to={one.placeEnd} />;
}
