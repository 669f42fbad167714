import type { ReactNode } from 'react';
import type { WicPair } from '../../datasets/index.ts';
import styles from '../lab/lab.module.css';
import { MarkedSentence } from '../lab/MarkedSentence.tsx';

/** The two sentences of a pair, its word marked in each. */
export function PairSentences({ pair }: { readonly pair: WicPair }): ReactNode {
  return (
    <div className={styles['opened']}>
      {pair.sentences.map((sentence, i) => {
        const place = pair.places[i] ?? 0;
        return (
          <p key={i}>
            <MarkedSentence words={sentence} from={place} to={place + 1} />
          </p>
        );
      })}
    </div>
  );
}
