import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { TreePair } from '../../../charts/tree/TreePair.tsx';
import type { BareSentence } from '../../../datasets/index.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { treeAt } from '../../../store/derive/lab/trees.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { SentenceSteps } from '../../syntax/SentenceSteps.tsx';
import { bracketTexts, goldFound, treeTable } from '../../syntax/tree-words.ts';
import lab from '../../lab/lab.module.css';
import styles from '../compare.module.css';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { NothingMeasured } from './NothingMeasured.tsx';
import { sideWords } from './side-words.ts';
import { Twins } from './Twins.tsx';
import { useEvidence, type ShownEvidence } from './use-evidence.ts';
import own from './details.module.css';

const words = strings.syntaxView.drawing;
const details = strings.compareDetails.tasks;

/** The tree of one sentence by either side's vectors, each above the one that people drew. */
export function TreesCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const one = useEvidence('trees', a);
  const other = useEvidence('trees', b);
  const opened = useApp((state) => state.opened.tree);
  const sentences = useApp((state) => selectData('trees', state)?.data.sentences);
  const { open } = useActions();
  if (!one.found || !other.found || !sentences) return <SideStatus asks={[one.ask, other.ask]} />;
  // the views number sentences as the first side measured them
  const { measured } = one.found.evidence;
  const place = opened !== undefined && opened < measured.length ? opened : 0;
  const number = measured[place];
  const sentence = number === undefined ? undefined : sentences[number];
  if (number === undefined || !sentence)
    return <NothingMeasured side={strings.compareView.sides[one.side.id]} />;
  const shared = { number, sentence };
  return (
    <div className={styles['column']}>
      <div className={own['head']} role="group" aria-label={details.sentence}>
        <h4 className={lab['small']}>{details.trees}</h4>
        <span>
          <SentenceSteps
            place={place}
            of={measured.length}
            onChoose={(next) => {
              open('tree', next);
            }}
          />
        </span>
      </div>
      <Twins>
        <SideTree {...shared} shown={one} name={names.nameA} />
        <SideTree {...shared} shown={other} name={names.nameB} />
      </Twins>
    </div>
  );
}

function SideTree(props: {
  readonly shown: ShownEvidence<'trees'>;
  /** The sentence, and its number in the data. */
  readonly number: number;
  readonly sentence: BareSentence;
  readonly name: string;
}): ReactNode {
  const { shown, number, sentence, name } = props;
  const { side, found } = shown;
  const chosen = useApp(selectLayer);
  const dataName = useApp((state) => selectData('trees', state)?.name ?? '');
  const evidence = found?.evidence;
  const layer = Math.min(chosen, (found?.scores.length ?? 1) - 1);
  const tree = useMemo(() => {
    if (!evidence) return undefined;
    const place = evidence.measured.indexOf(number);
    if (place === -1) return undefined;
    const { brackets, distances } = treeAt(evidence.distances, evidence, layer, place);
    return { spans: brackets, distances, name: words.induced };
  }, [evidence, number, layer]);
  const gold = useMemo(() => ({ spans: sentence.spans, name: words.gold }), [sentence]);
  const { letter, titled, sentence: said, prefix } = sideWords(side, name);
  if (!tree) return <NothingMeasured side={letter} />;
  const { f1, matched } = goldFound(tree.spans, gold.spans);
  return (
    <ChartFrame
      title={titled(words.title(f1, matched, gold.spans.length))}
      sentence={said(details.treesSentence)}
      sample={strings.compareView.chart.sample(
        strings.explore.atLayer(layer),
        dataName,
        side.setting?.specials !== 'exclude',
      )}
      summary={words.summary(
        bracketTexts(tree.spans, sentence.words),
        '',
        bracketTexts(gold.spans, sentence.words),
      )}
      name={`${prefix}tree-${number + 1}-layer-${layer}`}
      heading={4}
      terms={['induced', 'goldConstituent', 'f1', 'distance']}
      rows={() => treeTable(sentence.words, tree.spans, undefined, gold.spans)}
    >
      <TreePair words={sentence.words} before={tree} gold={gold} />
    </ChartFrame>
  );
}
