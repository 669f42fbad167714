import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { TreePair } from '../../charts/tree/TreePair.tsx';
import { selectTree } from '../../store/derive/lab/trees.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { SentenceSteps } from './SentenceSteps.tsx';
import { bracketTexts, goldFound, treeTable } from './tree-words.ts';
import { useOpenTree } from './use-open-tree.ts';

const words = strings.syntaxView.drawing;

/** The induced tree of one sentence beside its gold one. */
export function TreePanel(): ReactNode {
  const open = useOpenTree();
  const place = open?.place ?? 0;
  const layer = open?.shown.layer ?? 0;
  const tree = useApp((state) => selectTree(state, layer, place));
  const spans = open?.spans;
  const gold = useMemo(() => spans && { spans, name: words.gold }, [spans]);
  const before = useMemo(
    () =>
      tree && {
        spans: tree.before.brackets,
        distances: tree.before.distances,
        name: tree.after ? words.before : words.induced,
      },
    [tree],
  );
  const after = useMemo(
    () => tree?.after && { spans: tree.after.brackets, distances: tree.after.distances, name: words.after },
    [tree],
  );
  if (!open || !before || !gold) return null;
  const { shown, choose } = open;
  const own = goldFound(before.spans, gold.spans);
  const text = (of: typeof gold.spans): string => bracketTexts(of, open.words);
  return (
    <ChartFrame
      title={
        after
          ? words.titleCut(own.f1, goldFound(after.spans, gold.spans).f1)
          : words.title(own.f1, own.matched, gold.spans.length)
      }
      sentence={words.sentence(true)}
      sample={shown.sampleOf(strings.explore.atLayer(layer))}
      summary={words.summary(text(before.spans), after ? text(after.spans) : '', text(gold.spans))}
      name={`tree-${place + 1}`}
      terms={['induced', 'goldConstituent', 'f1', 'distance']}
      rows={() => treeTable(open.words, before.spans, after?.spans, gold.spans)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      options={<SentenceSteps place={place} of={open.count} onChoose={choose} />}
    >
      <TreePair words={open.words} before={before} after={after} gold={gold} />
    </ChartFrame>
  );
}
