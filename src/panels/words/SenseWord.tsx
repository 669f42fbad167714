import { useMemo, type ReactNode } from 'react';
import { decimal } from '../../charts/scale/format.ts';
import { selectNeighbours, selectSenseAccuracies } from '../../store/derive/lab/wsd.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { FromTo } from '../lab/FromTo.tsx';
import styles from '../lab/lab.module.css';
import { LeftOut } from '../lab/LeftOut.tsx';
import { measuredOf } from '../lab/measured-of.ts';
import { useTrial } from '../lab/use-trial.ts';
import { ConfusionHead, ConfusionTable } from './ConfusionTable.tsx';
import { confusionOf, itemsOf } from './sense-items.ts';
import { SenseItem } from './SenseItem.tsx';
import own from './words.module.css';

const words = strings.wordsView.wsd;
const hundredths = (value: number): string => decimal(100 * value, 1);

/** One word: which of its senses are told as which, and each item with its neighbours. */
export function SenseWord(): ReactNode {
  const shown = useTrial('wsd');
  const neighbours = useApp(selectNeighbours);
  const accuracies = useApp(selectSenseAccuracies);
  const chosen = useApp((state) => state.opened.lemma);
  const { open } = useActions();
  const answer = shown?.answer;
  const layer = shown?.layer ?? 0;
  const all = answer?.result.words ?? [];
  const word = chosen !== undefined && chosen < all.length ? chosen : 0;
  const items = useMemo(
    () => (answer && neighbours ? itemsOf(answer.asked.data, answer.result, neighbours, word, layer) : []),
    [answer, neighbours, word, layer],
  );
  const confusion = useMemo(() => confusionOf(items), [items]);
  if (!answer || !accuracies) return null;
  const share = (w: number): readonly [string, string | undefined] => [
    hundredths(accuracies.before[layer]?.byWord[w] ?? NaN),
    accuracies.after && hundredths(accuracies.after[layer]?.byWord[w] ?? NaN),
  ];
  const lemma = all[word]?.lemma ?? '';
  return (
    <div className={styles['column']}>
      <p className={styles['hint']}>
        <WithTerms text={words.chooseHint(strings.explore.inLayer(layer))} terms={['accuracy']} />
      </p>
      <div className={own['choice']} role="group" aria-label={words.choose}>
        {all.map((one, w) => {
          const [before, after] = share(w);
          return (
            <button
              key={one.lemma}
              type="button"
              className={own['word']}
              aria-pressed={w === word}
              aria-label={words.wordFigures(one.lemma, before, after ?? '')}
              onClick={() => {
                open('lemma', w);
              }}
            >
              {one.lemma} <FromTo before={before} after={after} />
            </button>
          );
        })}
      </div>
      <ConfusionHead of={words.confusionTitle(lemma, strings.explore.inLayer(layer))} heading={3} />
      <ConfusionTable caption={words.confusionCaption(lemma)} confusion={confusion} />
      <div>
        <h4 className={styles['small']}>{words.items}</h4>
        <p className={styles['hint']}>
          <WithTerms text={words.itemsHint} terms={['cosine']} />
        </p>
      </div>
      <ul className={styles['list']}>
        {items.map((item) => (
          <SenseItem key={item.item} item={item} answer={answer} />
        ))}
      </ul>
      <LeftOut {...measuredOf('wsd', answer)} />
    </div>
  );
}
