import { useState, type ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import { selectSentenceScores } from '../../store/derive/lab/trees.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { FromTo } from '../lab/FromTo.tsx';
import styles from '../lab/lab.module.css';
import { LeftOut } from '../lab/LeftOut.tsx';
import { useOpenTree } from './use-open-tree.ts';

const words = strings.syntaxView.trees;
/** Sentences listed at first, and more at a time. */
const STEP = 9;

/** Every sentence with the F1 of its tree; the chosen one's is drawn. */
export function TreeList(): ReactNode {
  const open = useOpenTree();
  const layer = open?.shown.layer ?? 0;
  const scores = useApp((state) => selectSentenceScores(state, layer));
  const [most, setMost] = useState(STEP);
  if (!open || !scores) return null;
  const { asked, result } = open.shown.answer;
  const sentences = Array.from(result.measured.subarray(0, most));
  return (
    <div className={styles['column']}>
      <div>
        <h3 className={styles['small']}>{words.list}</h3>
        <p className={styles['hint']}>
          <WithTerms text={words.listHint(strings.explore.inLayer(layer))} terms={['f1']} />
        </p>
      </div>
      <ul className={styles['list']}>
        {sentences.map((s, place) => {
          const after = scores.after?.[place];
          return (
            <li key={s}>
              <button
                type="button"
                className={styles['row']}
                aria-pressed={place === open.place}
                onClick={() => {
                  open.choose(place);
                }}
              >
                <span dir="auto">{asked.data.sentences[s]?.words.join(' ')}</span>
                <span className={styles['figures']}>
                  <FromTo
                    before={decimal(scores.before[place] ?? NaN, 2)}
                    after={after === undefined ? undefined : decimal(after, 2)}
                  />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {open.count > most && (
        <div>
          <Button
            look="quiet"
            onClick={() => {
              setMost(most + 3 * STEP);
            }}
          >
            {words.more(count(Math.min(3 * STEP, open.count - most)))}
          </Button>
        </div>
      )}
      <LeftOut missing={result.missing} />
    </div>
  );
}
