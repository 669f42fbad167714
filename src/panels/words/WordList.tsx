import { useMemo, useState, type ReactNode } from 'react';
import { count, unit } from '../../charts/scale/format.ts';
import { selectWordSimilarities } from '../../store/derive/lab/self-similarity.ts';
import { splitWords } from '../../store/trials/playground.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { ShowAll } from '../../ui/button/ShowAll.tsx';
import { FromTo } from '../lab/FromTo.tsx';
import styles from '../lab/lab.module.css';
import { LeftOut } from '../lab/LeftOut.tsx';
import { MarkedSentence } from '../lab/MarkedSentence.tsx';
import { measuredOf } from '../lab/measured-of.ts';
import { useTrial } from '../lab/use-trial.ts';
import own from './words.module.css';

const words = strings.wordsView.self;
/** Words listed at first, and at most. */
const FEW = 24;
const MOST = 1000;
/** Sentences shown of an opened word. */
const SENTENCES = 40;

/** Every word with how like itself it is; opened, the sentences that have it. */
export function WordList(): ReactNode {
  const shown = useTrial('words');
  const similarities = useApp(selectWordSimilarities);
  const opened = useApp((state) => state.opened.word);
  const { open } = useActions();
  const [all, setAll] = useState(false);
  const layer = shown?.layer ?? 0;
  const answer = shown?.answer;
  const order = useMemo(() => {
    const forms = answer?.result.words ?? [];
    const of = (w: number): number => similarities?.before[layer * forms.length + w] ?? 0;
    return Array.from(forms.keys()).sort((a, b) => of(a) - of(b));
  }, [answer, similarities?.before, layer]);
  if (!answer || !similarities) return null;
  const forms = answer.result.words;
  const at = (values: Float64Array | undefined, w: number): number | undefined =>
    values?.[layer * forms.length + w];
  const form = opened === undefined ? undefined : forms[opened]?.form;
  return (
    <div className={styles['column']}>
      <div>
        <h3 className={styles['small']}>{words.list}</h3>
        <p className={styles['hint']}>
          <WithTerms text={words.listHint(strings.explore.inLayer(layer))} terms={['selfSimilarity']} />
        </p>
      </div>
      <ul className={own['forms']}>
        {order.slice(0, all ? MOST : FEW).map((w) => {
          const after = at(similarities.after, w);
          const word = forms[w];
          return (
            word && (
              <li key={w}>
                <button
                  type="button"
                  className={styles['row']}
                  aria-expanded={opened === w}
                  onClick={() => {
                    open('word', opened === w ? undefined : w);
                  }}
                >
                  <span>
                    <b>{word.form}</b>{' '}
                    <small className={styles['faint']}>{words.occurrences(count(word.occurrences))}</small>
                  </span>
                  <span className={styles['figures']}>
                    <FromTo
                      before={unit(at(similarities.before, w) ?? NaN, 3)}
                      after={after === undefined ? undefined : unit(after, 3)}
                    />
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
      {forms.length > FEW && (
        <div>
          <ShowAll
            all={all}
            onChange={setAll}
            more={words.all(count(Math.min(MOST, forms.length)))}
            fewer={words.fewer}
          />
        </div>
      )}
      {form !== undefined && <FormSentences form={form} sentences={answer.asked.data} />}
      <LeftOut {...measuredOf('words', answer)} />
    </div>
  );
}

/** The sentences that have a word. */
export function FormSentences(props: {
  readonly form: string;
  readonly sentences: readonly string[];
}): ReactNode {
  const { form, sentences } = props;
  const found = useMemo(
    () =>
      sentences.flatMap((sentence, line) => {
        const place = splitWords(sentence).findIndex((word) => word.toLowerCase() === form);
        return place < 0 ? [] : [{ line, chunks: sentence.split(/\s+/), form }];
      }),
    [form, sentences],
  );
  return (
    <section aria-label={form} className={styles['opened']}>
      <p>
        <b>{form}</b>
      </p>
      {found.slice(0, SENTENCES).map(({ line, chunks }) => {
        const at = chunks.findIndex((chunk) => splitWords(chunk).some((word) => word.toLowerCase() === form));
        return (
          <p key={line}>
            <MarkedSentence words={chunks} from={at} to={at + 1} />
          </p>
        );
      })}
    </section>
  );
}
