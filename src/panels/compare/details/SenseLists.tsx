import { useCallback, type ReactNode } from 'react';
import { count, unit } from '../../../charts/scale/format.ts';
import type { SenseData } from '../../../datasets/index.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { PairSentences } from '../../words/PairSentences.tsx';
import { SenseSentence } from '../../words/SenseItem.tsx';
import type { Compared } from '../use-compared.ts';
import { toldApart, type Told } from './compared-items.ts';
import { ItemList } from './ItemList.tsx';
import { senseItems, wicItems, type InLayer } from './side-items.ts';
import type { EvidenceOf } from './use-evidence.ts';
import { useItems } from './use-items.ts';

const words = strings.compareDetails.tasks.items;
const NO_DATA: SenseData = { test: { sentences: [], items: [] }, train: { sentences: [], items: [] } };

/** Pairs of one word in two sentences, by whether either side tells them right. */
export function WicList({ compared }: { readonly compared: Compared }): ReactNode {
  const of = useItems('wic', compared, wicItems);
  const pairs = useApp((state) => selectData('wic', state)?.data);
  const open = useApp((state) => state.opened.wic);
  const { open: onOpen } = useActions();
  const pairOf = (key: number | string) => pairs?.[Number(key)];
  const { wic } = strings.wordsView;
  const where = strings.explore.inLayer(of.layer);
  return (
    <ItemList
      of={of}
      compared={compared}
      title={(items) => words.title.wic(count(items.filter(toldApart).length), count(items.length), where)}
      hint={words.hint.wic}
      terms={['threshold']}
      name={({ key }) => {
        const pair = pairOf(key);
        return (
          <>
            <b>{pair?.word}</b>
            <span className={lab['faint']}> · {pair?.same === true ? wic.same : wic.different}</span>
          </>
        );
      }}
      figure={({ value, right }) => (
        <>
          {unit(value, 3)} <Verdict right={right} text={right === true ? wic.right : wic.wrong} />
        </>
      )}
      open={open}
      onOpen={(place) => {
        onOpen('wic', place);
      }}
      opened={({ key }) => {
        const pair = pairOf(key);
        return pair && <PairSentences pair={pair} />;
      }}
    />
  );
}

/** Items with a sense, by the nearest labelled neighbour of either side. */
export function SenseList({ compared }: { readonly compared: Compared }): ReactNode {
  const data = useApp((state) => selectData('wsd', state)?.data) ?? NO_DATA;
  const read = useCallback(
    (evidence: EvidenceOf<'wsd'>, inLayer: InLayer) => senseItems(evidence, inLayer, data),
    [data],
  );
  const of = useItems('wsd', compared, read);
  const open = useApp((state) => state.opened.wsd);
  const { open: onOpen } = useActions();
  const { wsd } = strings.wordsView;
  const { sideA, sideB } = strings.compareView.sides;
  const where = strings.explore.inLayer(of.layer);
  const near = (side: string, { labelled, value }: Told): ReactNode => (
    <p>
      <span className={lab['faint']}>
        {words.nearest(side)}, {unit(value, 3)}
      </span>{' '}
      <SenseSentence text={data.train} item={labelled ?? -1} />
    </p>
  );
  return (
    <ItemList
      of={of}
      compared={compared}
      title={(items) => words.title.wsd(count(items.filter(toldApart).length), count(items.length), where)}
      hint={words.hint.wsd}
      terms={['nearest']}
      name={({ key }) => (
        <>
          <SenseSentence text={data.test} item={Number(key)} />
          <span className={lab['faint']}> · {data.test.items[Number(key)]?.senses[0]}</span>
        </>
      )}
      figure={({ as, right }) => (
        <Verdict right={right} text={`${right === true ? wsd.right : wsd.wrong} ${as ?? ''}`} />
      )}
      open={open}
      onOpen={(place) => {
        onOpen('wsd', place);
      }}
      opened={({ a, b }) => (
        <div className={lab['opened']}>
          {near(sideA, a)}
          {near(sideB, b)}
        </div>
      )}
    />
  );
}

function Verdict({ right, text }: { readonly right: boolean | undefined; readonly text: string }): ReactNode {
  return <span className={lab[right === true ? 'good' : 'bad']}>{text}</span>;
}
