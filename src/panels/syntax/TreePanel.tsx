import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, decimal } from '../../charts/scale/format.ts';
import { TreePair } from '../../charts/tree/TreePair.tsx';
import { bracketScore } from '../../measures/bracket-score.ts';
import { selectTree } from '../../store/derive/lab/trees.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { bracketText, treeTable } from './tree-words.ts';
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
  const f1 = (brackets: readonly (readonly [number, number])[]): string =>
    decimal(100 * bracketScore(brackets, gold.spans), 2);
  const own = new Set(before.spans.map(String));
  const found = gold.spans.filter((span) => own.has(String(span))).length;
  const text = (of: typeof gold.spans): string => of.map((span) => bracketText(span, open.words)).join('; ');
  return (
    <ChartFrame
      title={
        after
          ? words.titleCut(f1(before.spans), f1(after.spans))
          : words.title(f1(before.spans), found, gold.spans.length)
      }
      sentence={words.sentence(true)}
      sample={shown.sampleOf(strings.explore.atLayer(layer))}
      summary={words.summary(text(before.spans), after ? text(after.spans) : '', text(gold.spans))}
      name={`tree-${place + 1}`}
      terms={['induced', 'goldConstituent', 'f1', 'distance']}
      rows={() => treeTable(open.words, before.spans, after?.spans, gold.spans)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      options={
        <>
          <Button
            aria-label={strings.syntaxView.trees.previous}
            disabled={place === 0}
            onClick={() => {
              choose(place - 1);
            }}
          >
            ←
          </Button>{' '}
          {strings.syntaxView.trees.place(count(place + 1), count(open.count))}{' '}
          <Button
            aria-label={strings.syntaxView.trees.next}
            disabled={place + 1 >= open.count}
            onClick={() => {
              choose(place + 1);
            }}
          >
            →
          </Button>
        </>
      }
    >
      <TreePair words={open.words} before={before} after={after} gold={gold} />
    </ChartFrame>
  );
}
