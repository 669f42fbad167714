import { useMemo, type ReactNode } from 'react';
import { percent, unit, decimal } from '../../../charts/scale/format.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { FormSentences } from '../../words/WordList.tsx';
import type { Compared } from '../use-compared.ts';
import { ItemList } from './ItemList.tsx';
import { stsItems, wordItems } from './side-items.ts';
import { useItems } from './use-items.ts';

const words = strings.compareDetails.tasks.items;

/** Pairs of sentences, by how far either side is off from people. */
export function StsList({ compared }: { readonly compared: Compared }): ReactNode {
  const of = useItems('sts', compared, stsItems);
  const data = useApp((state) => selectData('sts', state)?.data);
  const open = useApp((state) => state.opened.sts);
  const { open: onOpen } = useActions();
  const { worst } = strings.sentencesView;
  const pairs = useMemo(() => data?.flatMap((subset) => subset.pairs) ?? [], [data]);
  return (
    <ItemList
      of={of}
      compared={compared}
      title={() => words.title.sts(strings.explore.inLayer(of.layer))}
      hint={words.hint.sts}
      terms={['rankGap']}
      name={({ key }) => {
        const pair = pairs[Number(key)];
        return (
          <>
            {pair?.sentences.map((sentence, i) => (
              <span key={i} dir="auto">
                {sentence}{' '}
              </span>
            ))}
            <span className={lab['faint']}>
              · {worst.score} {decimal(pair?.score ?? NaN, 2)}
            </span>
          </>
        );
      }}
      figure={({ cosine = NaN, gap = NaN }) => (
        <>
          {unit(cosine, 3)}, {worst.off(percent(Math.abs(gap)), gap > 0)}
        </>
      )}
      open={open}
      onOpen={(place) => {
        onOpen('sts', place);
      }}
    />
  );
}

/** Words of the plain sentences, by how like themselves they are. */
export function WordsList({ compared }: { readonly compared: Compared }): ReactNode {
  const of = useItems('words', compared, wordItems);
  const sentences = useApp((state) => selectData('words', state)?.data) ?? [];
  const open = useApp((state) => state.opened.word);
  const { open: onOpen } = useActions();
  return (
    <ItemList
      of={of}
      compared={compared}
      title={() => words.title.words(strings.explore.inLayer(of.layer))}
      hint={words.hint.words}
      terms={['selfSimilarity']}
      name={({ key }) => <b>{key}</b>}
      figure={({ value }) => unit(value, 3)}
      open={open}
      onOpen={(place) => {
        onOpen('word', place);
      }}
      opened={({ key }) => <FormSentences form={String(key)} sentences={sentences} />}
    />
  );
}
