import { useMemo, type ReactNode } from 'react';
import { decimal } from '../../../charts/scale/format.ts';
import type { SenseData } from '../../../datasets/index.ts';
import { senseAccuracy } from '../../../measures/sense-accuracy.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { ConfusionHead, ConfusionTable } from '../../words/ConfusionTable.tsx';
import { confusionOf, itemsOf } from '../../words/sense-items.ts';
import own from '../../words/words.module.css';
import styles from '../compare.module.css';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { NothingMeasured } from './NothingMeasured.tsx';
import { Twins } from './Twins.tsx';
import { useEvidence, type EvidenceOf, type ShownEvidence } from './use-evidence.ts';

const words = strings.wordsView.wsd;
const details = strings.compareDetails.tasks;
const percents = (share: number | undefined): string => (share === undefined ? '–' : decimal(100 * share, 1));

/** One word with several senses: which of them either side tells as which. */
export function ConfusionCompare({ compared: { a, b } }: { readonly compared: Compared }): ReactNode {
  const one = useEvidence('wsd', a);
  const other = useEvidence('wsd', b);
  const chosen = useApp(selectLayer);
  const opened = useApp((state) => state.opened.lemma);
  const data = useApp((state) => selectData('wsd', state)?.data);
  const { open } = useActions();
  const sharesA = useShares(one, data, chosen);
  const sharesB = useShares(other, data, chosen);
  if (!one.found || !other.found || !data) return <SideStatus asks={[one.ask, other.ask]} />;
  // the views number words as the first side measured them
  const lemmas = one.found.evidence.words.map(({ lemma }) => lemma);
  const { sideA } = strings.compareView.sides;
  const number = opened !== undefined && opened < lemmas.length ? opened : 0;
  const lemma = lemmas[number];
  if (lemma === undefined) return <NothingMeasured side={sideA} />;
  const layer = Math.min(chosen, one.found.scores.length - 1, other.found.scores.length - 1);
  return (
    <div className={styles['column']}>
      <ConfusionHead of={words.confusionTitle(details.senses, strings.explore.inLayer(layer))} heading={4} />
      <div className={own['choice']} role="group" aria-label={words.choose}>
        {lemmas.map((each, w) => (
          <button
            key={each}
            type="button"
            className={own['word']}
            aria-pressed={w === number}
            aria-label={details.word(each, percents(sharesA?.get(each)), percents(sharesB?.get(each)))}
            onClick={() => {
              open('lemma', w);
            }}
          >
            {each}
          </button>
        ))}
      </div>
      <Twins>
        <SideConfusion shown={one} data={data} lemma={lemma} chosen={chosen} share={sharesA?.get(lemma)} />
        <SideConfusion shown={other} data={data} lemma={lemma} chosen={chosen} share={sharesB?.get(lemma)} />
      </Twins>
    </div>
  );
}

const wordOf = ({ words: all }: EvidenceOf<'wsd'>, lemma: string): number =>
  all.findIndex((each) => each.lemma === lemma);

/** How often each word's items are told right in the layer on screen. */
function useShares(
  { found }: ShownEvidence<'wsd'>,
  data: SenseData | undefined,
  chosen: number,
): ReadonlyMap<string, number> | undefined {
  const evidence = found?.evidence;
  return useMemo(() => {
    if (!evidence || !data || evidence.measured.length === 0) return undefined;
    const { nearest, measured, word, words: all } = evidence;
    const told = { measured, word, words: all.length, test: data.test.items, train: data.train.items };
    const layers = senseAccuracy(nearest, told);
    const { byWord } = layers[Math.min(chosen, layers.length - 1)] ?? {};
    return new Map(all.map(({ lemma }, w) => [lemma, byWord?.[w] ?? NaN]));
  }, [evidence, data, chosen]);
}

function SideConfusion(props: {
  readonly shown: ShownEvidence<'wsd'>;
  readonly data: SenseData;
  readonly lemma: string;
  readonly chosen: number;
  readonly share: number | undefined;
}): ReactNode {
  const { shown, data, lemma, chosen, share } = props;
  const evidence = shown.found?.evidence;
  const layers = shown.found?.scores.length ?? 0;
  const confusion = useMemo(() => {
    if (!evidence) return undefined;
    const word = wordOf(evidence, lemma);
    const neighbours = { before: evidence.nearest, after: undefined };
    const layer = Math.min(chosen, layers - 1);
    return word === -1 ? undefined : confusionOf(itemsOf(data, evidence, neighbours, word, layer));
  }, [evidence, data, lemma, chosen, layers]);
  const letter = strings.compareView.sides[shown.side.id];
  if (!confusion) return <p className={lab['hint']}>{details.noWord(letter, lemma)}</p>;
  return (
    <ConfusionTable caption={details.confusion(letter, lemma, percents(share))} confusion={confusion} shown />
  );
}
