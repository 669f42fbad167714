import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { count } from '../../../charts/scale/format.ts';
import { TreePair } from '../../../charts/tree/TreePair.tsx';
import type { TaskScoresRequest } from '../../../protocol/experiments/compare.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { treeAt } from '../../../store/derive/lab/trees.ts';
import { splitWords } from '../../../store/trials/playground.ts';
import { useApp } from '../../../store/use-app.ts';
import { useAsk, type Ask } from '../../../store/use-ask.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { bracketTexts, newBrackets, treeTable } from '../../syntax/tree-words.ts';
import { lastLayer } from './last-layer.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import type { ComparedSide } from '../use-side.ts';

const { own: said, titled } = strings.compareDetails;
const words = said.tree;
const { sideA, sideB } = strings.compareView.sides;

/** The tree of the sentence that is written in Syntax, by the distances of both sides. */
export function OwnTreesCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const own = useApp((state) => state.ownSentence);
  const sentence = useMemo(() => splitWords(own), [own]);
  const chosen = useApp(selectLayer);
  const one = useOwnTree(a, sentence);
  const other = useOwnTree(b, sentence);
  // one layer, which both have
  const layer = Math.min(chosen, lastLayer(one), lastLayer(other));
  const before = useDrawn(one, layer, titled(sideA, names.nameA));
  const after = useDrawn(other, layer, titled(sideB, names.nameB));
  if (sentence.length < 2) return <p className={lab['hint']}>{strings.syntaxView.own.tooFew}</p>;
  if (!before || !after) return <SideStatus asks={[one, other]} />;
  return (
    <ChartFrame
      title={words.title(newBrackets(before.spans, after.spans), strings.explore.inLayer(layer))}
      sentence={words.sentence}
      sample={strings.syntaxView.own.sample(count(sentence.length))}
      summary={`${before.name}: ${bracketTexts(before.spans, sentence)}. ${after.name}: ${bracketTexts(after.spans, sentence)}.`}
      name={`compare-own-tree-layer-${layer}`}
      heading={4}
      terms={['induced', 'distance']}
      rows={() => treeTable(sentence, before.spans, after.spans, undefined)}
    >
      <TreePair words={sentence} before={before} after={after} />
    </ChartFrame>
  );
}

function useOwnTree({ setting }: ComparedSide, sentence: readonly string[]): Ask<'task-scores'> {
  const request = useMemo(
    (): TaskScoresRequest | undefined =>
      setting && sentence.length > 1
        ? {
            setting,
            task: { kind: 'trees', sentences: [{ words: sentence, spans: [] }] },
            name: strings.syntaxView.own.title,
          }
        : undefined,
    [setting, sentence],
  );
  return useAsk('task-scores', request, 'in the background');
}

function useDrawn({ answer }: Ask<'task-scores'>, layer: number, name: string) {
  return useMemo(() => {
    const evidence = answer?.evidence;
    if (evidence?.kind !== 'trees' || evidence.measured.length === 0) return undefined;
    const { brackets, distances } = treeAt(evidence.distances, evidence, layer, 0);
    return { spans: brackets, distances, name };
  }, [answer, layer, name]);
}
