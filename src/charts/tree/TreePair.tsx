import { memo, useMemo, type ReactNode } from 'react';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { Label, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { perWidth } from '../scale/per-width.ts';
import styles from './TreePair.module.css';
import {
  BARS,
  LEVEL,
  leastWidth,
  placeX,
  treeNodes,
  wordsLayout,
  type Span,
  type WordsLayout,
} from './tree-layout.ts';

export interface DrawnTree {
  readonly spans: readonly Span[];
  /** Between each word and the next. */
  readonly distances: ArrayLike<number>;
  /** "before the cut" */
  readonly name: string;
}

export interface TreePairProps {
  readonly words: readonly string[];
  readonly before: DrawnTree;
  readonly after?: DrawnTree | undefined;
  /** Drawn below the words, hanging; spans that both have are marked. */
  readonly gold?: { readonly spans: readonly Span[]; readonly name: string } | undefined;
}

/** A tree over the words of a sentence, and the one that people drew below them; before a cut, and under it after. */
export const TreePair = memo(function TreePairView(props: TreePairProps): ReactNode {
  const { words, before, after, gold } = props;
  const layoutFor = useMemo(() => perWidth((width) => wordsLayout(words, width)), [words]);
  const goldNodes = useMemo(() => gold && treeNodes(gold.spans, words.length), [gold, words.length]);
  const below = goldNodes ? heightOf(goldNodes) * LEVEL + 26 : 8;
  const blocks = useMemo(
    () => placed([before, after], words.length, BARS + 22 + below),
    [before, after, words.length, below],
  );
  return (
    // wider than the page where the words are many
    <ScrollAcross role="group" label={words.join(' ')}>
      <div className={styles['trees']} style={{ minWidth: leastWidth(words) }}>
        <Plot height={blocks.at(-1)?.bottom ?? 0} control={{ kind: 'picture' }}>
          {({ width }) => {
            const layout = layoutFor(width);
            return blocks.map(({ tree, base }, i) => (
              <Block
                key={i}
                words={words}
                tree={tree}
                look={i === 0 ? 'before' : 'after'}
                gold={gold}
                layout={layout}
                base={base}
              />
            ));
          }}
        </Plot>
      </div>
    </ScrollAcross>
  );
});

/** Trees under each other: y of each one's foot, and where what belongs to it ends. */
function placed(
  trees: readonly (DrawnTree | undefined)[],
  words: number,
  under: number,
): readonly { readonly tree: DrawnTree; readonly base: number; readonly bottom: number }[] {
  let bottom = 0;
  return trees.flatMap((tree) => {
    if (!tree) return [];
    const base = bottom + heightOf(treeNodes(tree.spans, words)) * LEVEL + 26;
    bottom = base + under;
    return [{ tree, base, bottom }];
  });
}

function heightOf(nodes: ReturnType<typeof treeNodes>): number {
  return Math.max(1, ...nodes.map(({ height }) => height));
}

interface BlockProps {
  readonly words: readonly string[];
  readonly tree: DrawnTree;
  readonly look: 'before' | 'after';
  readonly gold: TreePairProps['gold'];
  readonly layout: WordsLayout;
  /** y of the foot of the tree. */
  readonly base: number;
}

const keyOf = ([from, to]: Span): string => `${from} ${to}`;

const Block = memo(function BlockView(props: BlockProps): ReactNode {
  const { words, tree, look, gold, layout, base } = props;
  const { middles } = layout;
  const foot = base + BARS + 18;
  const both = useMemo(() => {
    const own = new Set(tree.spans.map(keyOf));
    return new Set(gold?.spans.map(keyOf).filter((key) => own.has(key)) ?? []);
  }, [tree.spans, gold]);
  const most = Math.max(0, ...Array.from(tree.distances));
  return (
    <g>
      <Label x={0} y={round(base - heightOf(treeNodes(tree.spans, words.length)) * LEVEL - 12)} look="small">
        {tree.name}
      </Label>
      <Branches
        spans={tree.spans}
        words={words.length}
        middles={middles}
        base={base}
        up
        look={look}
        both={both}
      />
      {Array.from(tree.distances, (distance, i) => {
        const tall = most > 0 ? (distance / most) * (BARS - 6) : 0;
        return (
          <rect
            key={i}
            className={styles[`${look}Bar`]}
            x={round(placeX(middles, i + 0.5) - 2)}
            y={round(base + BARS - 2 - tall)}
            width={4}
            height={round(Math.max(1, tall))}
          />
        );
      })}
      {words.map((word, i) => (
        <Label key={i} x={round(middles[i] ?? 0)} y={base + BARS + 12} anchor="middle">
          {word}
        </Label>
      ))}
      {gold && (
        <>
          <Branches
            spans={gold.spans}
            words={words.length}
            middles={middles}
            base={foot}
            up={false}
            look="gold"
            both={both}
          />
          <Label
            x={0}
            y={round(foot + heightOf(treeNodes(gold.spans, words.length)) * LEVEL + 14)}
            look="small"
          >
            {gold.name}
          </Label>
        </>
      )}
    </g>
  );
});

const Branches = memo(function BranchesView(props: {
  readonly spans: readonly Span[];
  readonly words: number;
  readonly middles: readonly number[];
  readonly base: number;
  readonly up: boolean;
  readonly look: 'before' | 'after' | 'gold';
  readonly both: ReadonlySet<string>;
}): ReactNode {
  const { spans, words, middles, base, up, look, both } = props;
  const nodes = useMemo(() => treeNodes(spans, words), [spans, words]);
  const y = (height: number): number => round(base + (up ? -1 : 1) * height * LEVEL);
  const lines = nodes
    .map(({ parts, height }) => {
      const xs = parts.map(({ middle }) => round(placeX(middles, middle)));
      const stems = parts.map((part, i) => `M${xs[i] ?? 0},${y(part.height)}V${y(height)}`).join('');
      return `${stems}M${xs[0] ?? 0},${y(height)}H${xs.at(-1) ?? 0}`;
    })
    .join('');
  return (
    <>
      <path className={styles[look]} d={lines} />
      {nodes
        .filter(({ from, to }) => both.has(keyOf([from, to])))
        .map(({ from, to, middle, height }) => (
          <rect
            key={keyOf([from, to])}
            className={styles['both']}
            x={round(placeX(middles, middle) - 4)}
            y={y(height) - 4}
            width={8}
            height={8}
          />
        ))}
    </>
  );
});
