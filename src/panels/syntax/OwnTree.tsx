import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count } from '../../charts/scale/format.ts';
import { TreePair } from '../../charts/tree/TreePair.tsx';
import { selectOwnTree } from '../../store/derive/lab/trees.ts';
import { splitWords } from '../../store/trials/playground.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from '../lab/lab.module.css';
import { TrialStatus } from '../lab/TrialStatus.tsx';
import { useTrial } from '../lab/use-trial.ts';
import { DistanceChoice } from './DistanceChoice.tsx';
import own from './syntax.module.css';
import { bracketText, newBrackets, treeTable } from './tree-words.ts';

const words = strings.syntaxView;

/** A sentence of a person's own, and the tree that its distances give. */
export function OwnTree(): ReactNode {
  const sentence = useApp((state) => state.ownSentence);
  const { setOwnSentence } = useActions();
  const few = splitWords(sentence).length < 2;
  return (
    <>
      <div>
        <h3 className={styles['small']}>{words.own.title}</h3>
        <p className={styles['hint']}>{words.own.hint}</p>
      </div>
      <input
        className={own['field']}
        aria-label={words.own.field}
        dir="auto"
        value={sentence}
        maxLength={1000}
        onChange={(event) => {
          setOwnSentence(event.target.value);
        }}
      />
      {few ? <p className={styles['hint']}>{words.own.tooFew}</p> : <Drawing />}
      <TrialStatus id="own" what={strings.lab.own.name} />
    </>
  );
}

function Drawing(): ReactNode {
  const shown = useTrial('own');
  const layer = shown?.layer ?? 0;
  const tree = useApp((state) => selectOwnTree(state, layer));
  const before = useMemo(
    () =>
      tree && {
        spans: tree.before.brackets,
        distances: tree.before.distances,
        name: tree.after ? words.drawing.before : words.drawing.induced,
      },
    [tree],
  );
  const after = useMemo(
    () =>
      tree?.after && {
        spans: tree.after.brackets,
        distances: tree.after.distances,
        name: words.drawing.after,
      },
    [tree],
  );
  if (!shown || !before) return null;
  const sentence = shown.answer.asked.data;
  const text = (spans: typeof before.spans): string =>
    spans.map((span) => bracketText(span, sentence)).join('; ');
  return (
    <ChartFrame
      title={
        after
          ? words.drawing.titleOwnCut(newBrackets(before.spans, after.spans), shown.deed.doing)
          : words.drawing.titleOwn(strings.explore.inLayer(layer))
      }
      sentence={words.drawing.sentence(false)}
      sample={shown.sampleOf(words.own.sample(count(sentence.length)))}
      summary={words.drawing.summary(text(before.spans), after ? text(after.spans) : '', '')}
      name="own-tree"
      terms={['induced', 'distance']}
      heading={3}
      rows={() => treeTable(sentence, before.spans, after?.spans, undefined)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      options={<DistanceChoice />}
    >
      <TreePair words={sentence} before={before} after={after} />
    </ChartFrame>
  );
}
